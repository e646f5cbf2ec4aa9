import { Temporal } from "temporal-polyfill";
import { isWorkingDay, localDay } from "../../kernel/facts/calendar.ts";
import type { Form } from "../../kernel/form.ts";
import type { Asked, Known, Said } from "../../kernel/rehearsal.ts";
import { always } from "../rehearsal/answers.ts";
import { written } from "../rehearsal/people.ts";
import type { Member } from "./rehearsal-people.ts";
import { heldIn, participantsIn } from "./terms.ts";

/** What somebody answers to a question by the name of its state; `undefined` for who stays silent. */
export type Answers = Readonly<
  Record<string, (asked: Asked<Member>, known: Known<Member>) => Said | undefined>
>;

export const rated: Said = { useful: "5", recommends: "yes" };

/** Agreed to, unless the file has it refused. */
export const unlessRefused =
  (says: (asked: Asked<Member>) => Said): Answers[string] =>
  (asked) =>
    asked.row?.answers === "refused" ? { outcome: "refused", reason: written.refused } : says(asked);

/** What is asked of every group and of those who lead it, and of those who take part. */
export const groupAnswers: Answers = {
  appointment: always({ outcome: "nobody", reason: written.refused }),
  invitation: always({ outcome: "accepted" }),
  feeClaim: always({ iban: "LT121000011101001000", hoursRight: "yes" }),
  fee: (_, { now }) => ({ outcome: "paid", paidOn: today(now()).toString() }),
  tooFew: always({ outcome: "goOn" }),
  presence: always({ outcome: "there" }),
  evaluation: always(rated),
  feedback: always(rated),
};

const today = (now: string): Temporal.PlainDate => localDay(Temporal.Instant.from(now));

/** A meeting a week, each on a working day, from the week after next; as many as the plan has days. */
export const plansMeetings =
  (plan: Form): Answers[string] =>
  (_, { now }) => {
    const names = Object.entries(plan.fields).flatMap(([name, { kind }]) => (kind === "date" ? [name] : []));
    let next = today(now()).add({ days: 7 });
    const days = names.map((name) => {
      next = next.add({ days: 7 });
      while (!isWorkingDay(next)) next = next.add({ days: 1 });
      return [name, next.toString()] as const;
    });
    return { ...Object.fromEntries(days), at: "15:30", place: "Mokykla" };
  };

/** All were there but those who are absent at this meeting; `more` is what the process asks beside. */
export const holdsMeeting =
  (more: Said = {}): Answers[string] =>
  ({ file }, { rowOf }) => {
    const number = heldIn(file).length + 1;
    const present = participantsIn(file)
      .map(({ value }) => value)
      .filter((ref) => !rowOf(ref)?.absent.includes(number));
    return { outcome: "held", present, ...more };
  };
