import * as z from "zod";
import { printScore, storedScore } from "../../workflows/blocks/score/score.ts";
import { decision } from "../../workflows/blocks/selection.ts";
import { printTime } from "../../workflows/facts/print.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { Task } from "../store/items.ts";
import { scoreOf } from "./facts.ts";
import { type Messages, messagesOf, type Parameters } from "./messages.ts";

/** The words of a case's process, in one language. */
export const caseWords = async (
  { process }: Pick<LoadedCase, "process">,
  language: Language,
): Promise<Messages> => messagesOf(await process.words[language](), language);

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
  const due = task?.dueAt ?? loaded.tasks.find(({ status }) => status === "open")?.dueAt;
  const country = decided?.country;
  return {
    applicant: process.people("applicant", file)?.name ?? "–",
    call: callTitle(loaded, language),
    due: due === undefined ? "–" : printTime(due, language),
    country: country === undefined ? "–" : (words.maybe(`list.countries.${country}`) ?? country),
    position: decided?.position ?? "–",
    score: weighed ? printScore(storedScore(weighed.score), language) : "–",
    reason: latestReason(loaded) ?? "–",
  };
}

/** Why it went as it did, in the words of whoever decided last. */
function latestReason({ file }: LoadedCase): string | undefined {
  const broken = file.interruption?.values.reason;
  if (typeof broken === "string") return broken;
  const reasons = file.answers.map(({ values }) => values.reason ?? values.reasons ?? values.request);
  return reasons.filter((reason) => typeof reason === "string").at(-1);
}
