import {
  type Answering,
  type Asked,
  dayOf,
  onDay,
  type Row,
  type Said,
  unanswered,
} from "../../kernel/rehearsal.ts";
import { decidesOnRanking } from "./commission.ts";
import { inWords } from "./people.ts";

/** What whoever is asked says at once; `undefined` for who stays silent. */
export type Says<R extends Row> = (row: R, asked: Asked<R>) => Said | undefined;

/** What is said so many days after the question, at a local time (`HH:MM`); without them at once. */
interface Later<R extends Row> {
  readonly on?: { readonly days: number; readonly time: string };
  readonly says: Says<R>;
  /** Of several who answer at one instant the lower is first, where the file says who. */
  readonly order?: (asked: Asked<R>) => number | undefined;
}

type Answer<R extends Row> = Says<R> | Later<R>;

/** How questions are answered, by the name of their state. */
export type Answers<R extends Row> = Readonly<Record<string, Answer<R>>>;

/** Everybody says the same. */
export const always = (said: Said) => (): Said => said;

/** Answered on the next day, or after more; people read their mail the next day. */
export const next = <R extends Row>(
  time: string,
  says: Says<R> | Said,
  { days = 1, order }: Pick<Later<R>, "order"> & { readonly days?: number } = {},
): Later<R> => ({
  on: { days, time },
  says: typeof says === "function" ? (row: R, asked: Asked<R>) => says(row, asked) : always(says),
  ...(order ? { order } : {}),
});

/** Of all who are asked at one instant, one after the other. */
export const inTurn = <R extends Row>(says: Says<R>, order: (row: R) => number): Later<R> => ({
  says,
  order: ({ row }) => row && order(row),
});

const paid = (_: Row, asked: Asked): Said => ({ outcome: "paid", paidOn: dayOf(asked) });
const decidesAppeal = (_: Row, asked: Asked): Said => ({ reason: inWords, ...asked.decides("appealed") });

/** What blocks ask, by the form: in whatever state it is asked, it is answered so unless a process says otherwise. */
const ofBlocks: Answers<Row> = {
  payment: next("13:30", paid),
  recovery: next("13:30", (_, asked) => ({ recoveredOn: dayOf(asked) }), { days: 5 }),
  screeningAppeal: next("15:30", decidesAppeal, { days: 2 }),
  rankingAppeal: next("15:30", decidesAppeal, { days: 2 }),
  doubleFunding: next("15:30", { outcome: "separate", reason: inWords }),
  planAgreement: next("15:00", { outcome: "agreed" }),
  signature: next("13:00", { agreed: "yes" }),
};

/** Answers what is asked on somebody's road by these; what a call asks is about its ranking. */
export const answering =
  <R extends Row>(answers: Answers<R>) =>
  (asked: Asked<R>): Answering | undefined => {
    const { row, state, form } = asked;
    if (!row) return decidesOnRanking(asked);
    const answer = answers[state] ?? ofBlocks[form] ?? unanswered(asked);
    if (typeof answer === "function") {
      const says = answer(row, asked);
      return says && { says };
    }
    const says = answer.says(row, asked);
    const order = answer.order?.(asked);
    return (
      says && {
        says,
        ...(answer.on ? { at: onDay(asked, answer.on.days, answer.on.time) } : {}),
        ...(order === undefined ? {} : { order }),
      }
    );
  };
