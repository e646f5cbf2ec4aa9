import type { LoadedCase } from "../cases/load.ts";
import { standInsNow } from "../cases/people/absences.ts";
import { isSamePerson } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { keepAnswer } from "../mails/messages.ts";
import { questionKey, questionPrefix } from "../store/keys.ts";
import { type Question, questionItem } from "../store/question-item.ts";

/** No longer than somebody reads who has many of them. */
export const longestQuestion = 2_000;

/** So many wait for their answers at once, and so many are asked of one case: a page that anybody's script may fill is none. */
const mostWaiting = 3;
const mostAsked = 100;

type Parts = Pick<House, "table" | "clock">;

async function questionsOf({ table }: Pick<House, "table">, ref: string): Promise<readonly Question[]> {
  return (await table.query(ref, questionPrefix)).map((item) => questionItem.parse(item));
}

/** What whoever takes part now has asked, oldest first: somebody who came into their place reads nothing of theirs. */
export function ownQuestions({ questions = [], process, file }: LoadedCase): readonly Question[] {
  const own = process.people("applicant", file);
  return own ? questions.filter(({ by }) => isSamePerson(by, own)) : [];
}

export type MayAsk = "yes" | "tooMany" | "no";

/** May the coordinator be asked something of this case now? */
export function mayAsk({ questions = [], process, file, head }: LoadedCase): MayAsk {
  if (head.erased || !process.people("applicant", file) || !process.people("coordinator", file)) return "no";
  const waiting = questions.filter(({ answer }) => !answer);
  return waiting.length >= mostWaiting || questions.length >= mostAsked ? "tooMany" : "yes";
}

/** Asks the coordinator of the case. Sent twice from one page it is one question. */
export async function ask(
  house: Parts,
  loaded: LoadedCase,
  { text, after }: { readonly text: string; readonly after: number },
): Promise<"asked" | "tooMany"> {
  const by = loaded.process.people("applicant", loaded.file);
  const coordinator = loaded.process.people("coordinator", loaded.file);
  const ref = loaded.head.pk;
  if (!by || !coordinator) return "tooMany";
  for (;;) {
    const questions = await questionsOf(house, ref);
    if (questions.some((one) => one.number > after && one.text === text && isSamePerson(one.by, by)))
      return "asked";
    if (mayAsk({ ...loaded, questions }) !== "yes") return "tooMany";
    const number = questions.length + 1;
    const at = house.clock.now();
    const question: Question = {
      ...questionKey(ref, number),
      number,
      text,
      by: { name: by.name, email: by.email, language: by.language },
      at,
      inbox: inboxOf(coordinator.email),
      dueAt: at,
    };
    if ((await house.table.put(question, { ifAbsent: true })) === "stored") return "asked";
  }
}

interface Answered {
  readonly number: number;
  readonly text: string;
  readonly by: StaffMember;
}

/**
 * Answers a question, once: the answer is kept with it, and its mail with the case. Who answers again what they have answered so has;
 * what a colleague answered stays.
 */
export async function answerQuestion(
  house: Parts,
  loaded: LoadedCase,
  { number, text, by }: Answered,
): Promise<"answered" | "other" | "unknown"> {
  const key = questionKey(loaded.head.pk, number);
  const item = await house.table.get(key);
  if (!item) return "unknown";
  const answer = { text, by: { name: by.name, email: by.email }, at: house.clock.now() };
  const { outcome } = await house.table.change(key, {
    set: { answer },
    remove: ["inbox", "dueAt"],
    when: { pk: "present", answer: "absent" },
  });
  const kept = questionItem.parse((await house.table.get(key)) ?? item);
  const isOwn = outcome === "changed" || (kept.answer?.text === text && kept.answer.by.email === by.email);
  if (!isOwn) return "other";
  // Also where the answer was kept and its mail was not: the mail has one key.
  await keepAnswer(house, kept, { text, by: answer.by });
  return "answered";
}

const inboxOf = (email: string): string => `question#${email.toLowerCase()}`;

/** So many are shown at once, the oldest first. */
const shownAtOnce = 50;

/** The questions that wait for one of the staff, and for those in whose place they stand today. */
export async function questionsFor(
  house: Parts,
  email: string,
): Promise<{ readonly questions: readonly Question[]; readonly isMore: boolean }> {
  const away = await standInsNow(house, { substitute: email });
  const people = [...new Set([email.toLowerCase(), ...away.map(({ absent }) => absent)])];
  const pages = await Promise.all(
    people.map((person) => house.table.indexPage("inbox", inboxOf(person), { limit: shownAtOnce })),
  );
  return {
    questions: pages
      .flatMap(({ items }) => items.map((item) => questionItem.parse(item)))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    isMore: pages.some(({ next }) => next !== undefined),
  };
}
