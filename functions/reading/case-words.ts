import * as z from "zod";
import { appealRules, appealsClose } from "../../workflows/blocks/appeal.ts";
import { decision } from "../../workflows/blocks/selection.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { printScore, storedScore } from "../../workflows/kernel/score.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { Task } from "../store/items.ts";
import { type Messages, messagesOf, type Parameters } from "./messages.ts";
import { scoreOf } from "./review-facts.ts";
import { parametersIn, type Teller } from "./tell.ts";

/** The words of a case's process, in one language. */
export const caseWords = async (
  { process }: Pick<LoadedCase, "process">,
  language: Language,
): Promise<Messages> => messagesOf(await process.words[language](), language);

/** What a role is called, in the words of the process; empty for what is no role of it any more. */
export const nameOfRole = (words: Messages, role: string | undefined): string =>
  (role === undefined ? undefined : words.maybe(`role.${role}`)) ?? "";

const titled = z.object({ title: z.object({ lt: z.string(), en: z.string() }) });

/** The title of the call that a case belongs to. */
export const callTitle = ({ file }: Pick<LoadedCase, "file">, language: Language): string =>
  titled.parse(file.call).title[language];

/**
 * What a process's sentences may name. A fact that the case does not have yet is a dash, so that no sentence falls
 * apart over it.
 */
export function parametersOf(loaded: LoadedCase, words: Messages, task?: Task): Parameters {
  const { process, file } = loaded;
  const { language } = words;
  const made = decision.safeParse(file.entry?.decision);
  const decided = made.success ? made.data : undefined;
  const [weighed] = scoreOf(loaded);
  const teller = { words, nameOf: nameIn(loaded), parameters: {} };
  const due = task?.dueAt ?? loaded.tasks.find(({ status }) => status === "open")?.dueAt;
  return {
    process: words.maybe("name") ?? "–",
    applicant: teller.nameOf("applicant") ?? "–",
    call: callTitle(loaded, language),
    due: due === undefined ? "–" : printTime(due, language),
    position: decided?.position ?? "–",
    reserve: decided?.reserveTold ?? decided?.why?.reservePosition ?? "–",
    score: weighed ? printScore(storedScore(weighed.score), language) : "–",
    reason: latestReason(loaded) ?? "–",
    revocation: loaded.certificate?.revoked?.reason ?? "–",
    appeal: appealUntil(loaded, language),
    ...parametersIn(process.says?.(file, language) ?? {}, teller),
  };
}

/** Tells of a case in the words of its process. */
export const tellerOf = (loaded: LoadedCase, words: Messages): Teller => ({
  words,
  nameOf: nameIn(loaded),
  parameters: parametersOf(loaded, words),
});

const nameIn =
  ({ process, file }: LoadedCase) =>
  (role: Role): string | undefined =>
    process.people(role, file)?.name;

/** Until when the decision that was told can be appealed against, or `no`. */
function appealUntil({ file, tasks }: LoadedCase, language: Language): string {
  if (appealRules.parse(file.call).appealDays === undefined) return "no";
  const waits = tasks.findLast(({ kind, status }) => kind === "await" && status === "open");
  return printTime(appealsClose(file, waits?.openedAt ?? file.submittedAt), language);
}

/** Why it went as it did, in the words of whoever decided last. */
function latestReason({ file }: LoadedCase): string | undefined {
  const said = [...file.answers, ...file.interruptions].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const reasons = said.map(({ values }) => values.reason ?? values.reasons ?? values.request);
  return reasons.filter((reason) => typeof reason === "string").at(-1);
}
