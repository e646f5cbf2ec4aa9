import * as z from "zod";
import { processOf } from "../../workflows/catalogue.ts";
import type { Words } from "../../workflows/kernel/book.ts";
import type { CaseFile, Language } from "../../workflows/kernel/case-file.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { printScore, storedScore } from "../../workflows/kernel/score.ts";
import type { Selection } from "../../workflows/kernel/selection/selection.ts";
import { whyAnswered, whySaid } from "../../workflows/kernel/why.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { Task } from "../store/items.ts";
import { type Messages, messagesOf, type Parameters } from "./messages.ts";
import { wordsOf } from "./process-words.ts";
import { scoreOf } from "./review-facts.ts";
import { awardParameters } from "./standing.ts";
import { parametersIn, type Teller } from "./tell.ts";

/** The words of a case's process, in one language; a call tells of its selection as the process of its cases does. */
export async function caseWords(
  { process, file }: Pick<LoadedCase, "process"> & Partial<Pick<LoadedCase, "file">>,
  language: Language,
): Promise<Messages> {
  const words = await process.words[language]();
  if (!file?.selects) return messagesOf(words, language);
  const { applicationProcess } = applying.parse(file.call);
  const ofCases = await (await processOf(applicationProcess)).words[language]();
  return messagesOf({ ...words, ...tellingOf(file.selects, ofCases) }, language);
}

/** What a process says of its keys, its award and its shares, which are also the options of a call's own list `shares`. */
function tellingOf({ award }: Selection, words: Words): Words {
  const shares = award.kind === "places" ? `list.${award.list}.` : undefined;
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, text]) =>
      shares !== undefined && key.startsWith(shares)
        ? [
            [key, text],
            [`list.shares.${key.slice(shares.length)}`, text],
          ]
        : key.startsWith("key.") || key.startsWith(`${award.kind}.`)
          ? [[key, text]]
          : [],
    ),
  );
}

const applying = z.object({ applicationProcess: z.string() });

/** The words of a call's cases: what is selected is told in them, for a call's own process has none for it. */
export const wordsOfCases = ({ file }: Pick<LoadedCase, "file">, language: Language): Promise<Messages> =>
  wordsOf(applying.parse(file.call).applicationProcess, { language });

/** What a role is called, in the words of the process; empty for what is no role of it any more. */
export const nameOfRole = (words: Messages, role: string | undefined): string =>
  (role === undefined ? undefined : words.maybe(`role.${role}`)) ?? "";

const titled = z.object({ title: z.object({ lt: z.string(), en: z.string() }) });

/** The title of the call that a case belongs to. */
export const callTitle = ({ file }: Pick<LoadedCase, "file">, language: Language): string =>
  titled.parse(file.call).title[language];

/** What the house gives to the sentences of every process. */
const namedByHouse = [
  "process",
  "applicant",
  "call",
  "due",
  "share",
  "amount",
  "part",
  "position",
  "reserve",
  "score",
  "reason",
  "revocation",
  "appeal",
] as const;

/**
 * What sentences of a process may name, in whatever state a case stands: the house's names, those of its words that break in, and what
 * the process says itself. That says each of its names of every case, also of one in which nothing stands yet.
 */
export const namesOf = ({ id, interruptions, says }: Process): readonly string[] => [
  ...namedByHouse,
  ...Object.values(interruptions).flatMap(({ untilCalled }) => untilCalled ?? []),
  ...Object.keys(says?.(blankFile(id), "lt") ?? {}),
];

/** A case of which nothing is known. */
const blankFile = (process: string): CaseFile => ({
  ...{ ref: "", process, language: "lt", application: {}, submittedAt: "", answers: [], records: [] },
  ...{ interruptions: [], diary: [], call: {}, callId: "" },
});

/**
 * What a process's sentences may name. A fact that the case does not have yet is a dash, so that no sentence falls
 * apart over it.
 */
export function parametersOf(loaded: LoadedCase, words: Messages, task?: Task): Parameters {
  const { process, file } = loaded;
  const { language } = words;
  const { selects } = process;
  const decided = selects?.decisionIn(file.entry?.decision);
  const [weighed] = scoreOf(loaded);
  const teller = { words, nameOf: nameIn(loaded), parameters: {} };
  const due = task?.dueAt ?? loaded.tasks.find(({ status }) => status === "open")?.dueAt;
  const named: Readonly<Record<(typeof namedByHouse)[number], string | number>> = {
    process: words.maybe("name") ?? "–",
    applicant: teller.nameOf("applicant") ?? "–",
    call: callTitle(loaded, language),
    due: due === undefined ? "–" : printTime(due, language),
    ...(selects ? awardParameters(decided ?? {}, { selection: selects, words }) : noAward),
    position: decided?.position ?? "–",
    reserve: decided?.reserveTold ?? decided?.why?.reservePosition ?? "–",
    score: weighed ? printScore(storedScore(weighed.score), language) : "–",
    reason: latestReason(loaded) ?? "–",
    revocation: loaded.certificate?.revoked?.reason ?? "–",
    // Sentences that processes share speak of appeals, which the house knows; a process may have none.
    appeal: "no",
  };
  return {
    ...named,
    ...untilOf(loaded, language),
    ...parametersIn(process.says?.(file, language, task?.part) ?? {}, teller),
  };
}

/** Of a process that selects nobody. */
const noAward = { share: "–", amount: "–", part: "no" };

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

/**
 * Until when what may break in on the road may be said, by the name that its process has for sentences: while the case waits
 * where it may, counted from then. `no` where that time is over before it begins.
 */
function untilOf({ process, file, tasks }: LoadedCase, language: Language): Readonly<Record<string, string>> {
  const waits = tasks.findLast(({ kind, status }) => kind === "await" && status === "open");
  const from = waits?.openedAt ?? file.submittedAt;
  const said = Object.values(process.interruptions).flatMap(({ until, untilCalled }) => {
    if (!until || untilCalled === undefined) return [];
    const end = until(file, from);
    return [[untilCalled, end < from ? "no" : printTime(end, language)] as const];
  });
  return Object.fromEntries(said);
}

/** Why it went as it did, in the words of whoever decided last. */
function latestReason({ process, file }: LoadedCase): string | undefined {
  const told = [
    ...file.answers.map((answer) => ({ at: answer.at, why: whyAnswered(process, answer) })),
    ...file.interruptions.map((word) => ({ at: word.at, why: whySaid(process, word) })),
  ];
  return told
    .filter(({ why }) => why !== undefined)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)?.why;
}
