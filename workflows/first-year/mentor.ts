import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { givenAccount } from "../blocks/payment.ts";
import { type Duties, dutyOf } from "../blocks/series/duty.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { days } from "../kernel/duration.ts";
import { deadline, vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter, dayAt, earlierDay } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { confirmation as box, choice, several } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { heldBy, postingsOf } from "../kernel/ledger.ts";
import type { Money } from "../kernel/money.ts";
import { registers } from "../kernel/open.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { why } from "../kernel/why.ts";
import { accountOf, knownRules, lengthOf, rulesOf, termsOf } from "./call.ts";
import { acceptance, registeredAs } from "./forms.ts";
import { daysWith, mentorBid, noviceBid, roadOf } from "./roads.ts";

const cents = z.number().int().nonnegative();

/** Whom a mentor went along with in a term, and for how many days; each is asked and ticked by a number. */
export const counted = defineRecord(
  "counted",
  z.object({
    term: z.string(),
    novices: z.array(
      z.object({ part: z.string(), name: z.string(), email: z.string(), days: z.number().int() }),
    ),
  }),
);

/** What the declared days of a term are paid with; and what is paid for all terms so far, of which some is paid already. */
const pay = defineRecord(
  "pay",
  z.object({
    term: z.string(),
    days: z.object({ from: z.string(), to: z.string() }).optional(),
    parts: z.record(z.string(), cents),
    lines: z.array(sheetLine),
    termCents: cents,
    dueCents: cents,
    payCents: cents,
  }),
);

/** A declaration that does not count any more. It is never edited. */
const voided = defineRecord(
  "voided",
  z.object({ term: z.string(), part: z.string(), cents, dueCents: cents }),
);

/** Each term is declared on the day after it, or after the last day of all. */
export const termDuties: Duties = (file) => {
  // Words ask how many there are also where no call is known.
  const { terms = [], lastDay = "" } = knownRules(file);
  return terms
    .map(({ id, to }) => ({ number: id, on: dayAfter(earlierDay(to, lastDay)) }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/** So many days to declare, and as many to confirm. */
export const declarationCloses: Due = (file, now) =>
  iso(deadline(days(rulesOf(file).declareDays), Temporal.Instant.from(now)));

/** Where a mentor waited on whom a word broke in. */
const backTo = ({ interruptions }: CaseFile): "waiting" | "over" =>
  interruptions.at(-1)?.state === "afterTerms" ? "over" : "waiting";

/** The morning after the last day of all: until then novices may come who need somebody. */
export const callEnds: Due = (file) => iso(vilniusInstant(`${dayAfter(rulesOf(file).lastDay)}T09:00`));

/** The mentor is there for novices from now on. */
export function enterMentor(file: CaseFile): StepResult<"entered"> {
  return { outcome: "entered", bid: bidOf(file, true) };
}

/** Whoever steps down gets nobody new; novices keep their mentor until another is found. */
export const stepDown = (file: CaseFile): StepResult<"waiting" | "over"> => ({
  outcome: backTo(file),
  bid: bidOf(file, false),
  tell: [{ role: "coordinator", template: "mentorSteppedDown" }],
});

function bidOf(file: CaseFile, accepts: boolean): z.infer<typeof mentorBid> {
  const { fullName: name, email, school, municipality, years = 0, capacity = 0 } = registeredAs(file);
  return { kind: "mentor", ref: file.ref, name, email, school, municipality, years, capacity, accepts };
}

/** The days of a term, none of them behind the last day of all. */
export function spanOf(file: Pick<CaseFile, "call">, number: string) {
  const { terms = [], lastDay = "" } = knownRules(file);
  const term = terms.find(({ id }) => id === number);
  return term && { from: term.from, to: earlierDay(term.to, lastDay) };
}

/** Counts the days of everybody whom the mentor went along with in the term that is over. */
export function countTerm(file: CaseFile): StepResult<"some" | "none"> {
  const { number } = dutyOf(file, "term");
  const until = spanOf(file, number);
  const novices = (file.entries ?? []).flatMap((entry) => {
    const bid = noviceBid.safeParse(entry.bid).data;
    const count = bid && until ? daysWith(roadOf(entry), file.ref, until) : 0;
    return bid && count > 0 ? [{ name: bid.name, email: bid.email, days: count }] : [];
  });
  return {
    outcome: novices.length > 0 ? "some" : "none",
    record: {
      id: counted.id,
      data: {
        term: number,
        novices: novices.map((novice, index) => ({ part: String(index + 1), ...novice })),
      },
    },
  };
}

const noviceOptions = (file: CaseFile, among?: readonly string[]) =>
  (latestRecord(file, counted)?.novices ?? [])
    .filter(({ part }) => among?.includes(part) ?? true)
    .map(({ part, name, days: count }) => ({
      value: part,
      label: { lt: `${name}: ${count} d.`, en: `${name}: ${count} days` },
    }));

/** The mentor declares for whom the counted days are right. */
export const declaration = defineForm({
  id: "declaration",
  outcomes: ["declared"],
  given: (file) => ({ lists: { novices: noviceOptions(file) } }),
  fields: { novices: several({ options: { from: "novices" } }) },
});

/** The novice declares it too. */
export const confirmation = defineForm({
  id: "confirmation",
  outcomes: ["confirmed", "disputed"],
  fields: { reason: why({ max: 2000, for: ["disputed"] }) },
});

/** The coordinator confirms in place of whoever was silent, or did not agree. */
export const confirmationInPlace = defineForm({
  id: "confirmationInPlace",
  outcomes: ["decided"],
  given: (file) => ({ lists: { novices: noviceOptions(file, unconfirmed(file)) } }),
  fields: { novices: several({ options: { from: "novices" } }), looked: box({}) },
});

/** Those whom the mentor has declared now. */
function declaredNow(file: CaseFile): readonly string[] {
  const since = dutyOf(file, "term").visit;
  const said = latestAnswer(
    { ...file, answers: file.answers.filter(({ visit }) => visit > since) },
    declaration,
  );
  return said?.values.novices ?? [];
}

const confirmedNow = (file: CaseFile): readonly string[] => {
  const since = dutyOf(file, "term").visit;
  return file.answers.flatMap(({ form, outcome, visit, part }) =>
    form === confirmation.id && outcome === "confirmed" && visit > since && part !== undefined ? [part] : [],
  );
};

const unconfirmed = (file: CaseFile): readonly string[] => {
  const confirmed = confirmedNow(file);
  return declaredNow(file).filter((part) => !confirmed.includes(part));
};

/** Asks each novice for whom days were declared. */
export function askNovices(file: CaseFile): StepResult<"asked" | "nobody"> {
  const parts = declaredNow(file);
  return { outcome: parts.length > 0 ? "asked" : "nobody", parts };
}

export const weighConfirmations = (file: CaseFile): StepResult<"all" | "some"> => ({
  outcome: unconfirmed(file).length === 0 ? "all" : "some",
});

/** What is paid for the term: each declared share of it, less what was paid and does not count any more [11.8]. */
export function priceTerm(file: CaseFile): StepResult<"due" | "none"> {
  const { term: id, novices } = latestRecord(file, counted) ?? { term: "", novices: [] };
  const term = termsOf(file).find((one) => one.id === id);
  const since = dutyOf(file, "term").visit;
  const later = { ...file, answers: file.answers.filter(({ visit }) => visit > since) };
  const inPlace = latestAnswer(later, confirmationInPlace)?.values.novices ?? [];
  const declared = new Set([...confirmedNow(file), ...inPlace]);
  const length = term ? lengthOf(term) : 1;
  const paid = novices
    .filter(({ part }) => declared.has(part))
    .map(({ part, name, days: count }) => ({
      part,
      text: `${name}, ${count}/${length}`,
      sum: Math.floor((rulesOf(file).mentorCents * count) / length),
    }));
  const termCents = paid.reduce((total, { sum }) => total + sum, 0);
  const dueCents = dueSoFar(file) + termCents;
  const payCents = Math.max(0, dueCents - paidSoFar(file));
  return {
    outcome: payCents > 0 ? "due" : "none",
    record: {
      id: pay.id,
      data: {
        term: id,
        days: spanOf(file, id),
        parts: Object.fromEntries(paid.map(({ part, sum }) => [part, sum])),
        lines: paid.map(({ text, sum }) => ({
          label: "novice",
          text,
          count: 1,
          unitCents: sum,
          sumCents: sum,
          source: "call",
        })),
        termCents,
        dueCents,
        payCents,
      },
    },
  };
}

/** What is due for all terms so far, less what does not count any more. */
const dueSoFar = ({ records }: Pick<CaseFile, "records">): number =>
  records
    .toSorted((a, b) => a.visit - b.visit)
    .reduce((due, { step, data }) => {
      if (step === pay.id) return pay.schema.parse(data).dueCents;
      return step === voided.id ? voided.schema.parse(data).dueCents : due;
    }, 0);

const paidSoFar = (file: CaseFile): number => {
  const postings = postingsOf(money, file);
  return heldBy("paid", postings) + heldBy("recoverable", postings);
};

/** The declarations that count, each by term and novice. */
export function declarationsIn({ records }: Pick<CaseFile, "records">) {
  const isVoid = (term: string, part: string) =>
    records.some(({ step, data }) => {
      const known = step === voided.id ? voided.schema.parse(data) : undefined;
      return known?.term === term && known.part === part;
    });
  return records.flatMap(({ step, data }) => {
    const known = step === pay.id ? pay.schema.parse(data) : undefined;
    return Object.entries(known?.parts ?? {}).flatMap(([part, sum]) =>
      known && !isVoid(known.term, part) ? [{ term: known.term, part, cents: sum }] : [],
    );
  });
}

/** Everybody with whom a mentor had days in a term. */
export const countedIn = ({ records }: Pick<CaseFile, "records">) =>
  records.flatMap(({ step, data }) => (step === counted.id ? [counted.schema.parse(data)] : []));

export const voiding = defineForm({
  id: "voiding",
  outcomes: ["voided"],
  given: (file) => ({ lists: { declarations: declarationOptions(file) } }),
  fields: { declaration: choice({ options: { from: "declarations" } }), reason: why({ max: 2000 }) },
});

const declarationOptions = (file: CaseFile) =>
  declarationsIn(file).map(({ term, part }) => {
    const known = countedIn(file).find((one) => one.term === term);
    const name = known?.novices.find((one) => one.part === part)?.name ?? "";
    const days = spanOf(file, term);
    const which = days ? `${term} (${days.from} – ${days.to})` : term;
    return { value: `${term} ${part}`, label: `${which}: ${name}` };
  });

/** What was declared does not count; what was paid for it is taken back from the next payment. */
export function voidDeclaration(file: CaseFile): StepResult<"waiting" | "over"> {
  const said = String(latestInterruption(file, "voided")?.values.declaration ?? "");
  const found = declarationsIn(file).find(({ term, part }) => `${term} ${part}` === said);
  if (!found) return { outcome: backTo(file) };
  return {
    outcome: backTo(file),
    record: { id: voided.id, data: { ...found, dueCents: dueSoFar(file) - found.cents } },
    tell: [{ role: "applicant", template: "declarationVoided" }],
  };
}

/** When no payment comes any more, what is still owed is asked back. */
export const settleMentor = (file: CaseFile): StepResult<"owed" | "even" | "unneeded"> => ({
  outcome:
    owedCents(file) > 0
      ? "owed"
      : countedIn(file).some(({ novices }) => novices.length > 0)
        ? "even"
        : "unneeded",
});

const owedCents = (file: CaseFile): number => heldBy("recoverable", postingsOf(money, file));

/** The pay of a mentor: by terms, for the days with each novice that were declared. */
export const money: Money = {
  concerns: ({ bid }) => mentorBid.safeParse(bid).success,
  pays: {
    termPay: {
      payment: "term",
      number: (file) => latestRecord(file, pay)?.term ?? "",
      cents: (file) => latestRecord(file, pay)?.payCents ?? 0,
    },
  },
  recovers: { recovery: { cents: owedCents } },
  worked: ({ step, data }) => {
    if (step === pay.id) return { kind: "settled", cents: pay.schema.parse(data).dueCents };
    return step === voided.id ? { kind: "settled", cents: voided.schema.parse(data).dueCents } : undefined;
  },
  payee: (file) => ({
    name: registeredAs(file).fullName,
    iban: givenAccount(file) ?? latestAnswer(file, acceptance)?.values.iban ?? "",
  }),
  ownIban: (file) => latestAnswer(file, acceptance)?.values.iban,
  payer: (call) => accountOf(call).payer,
  budget: (call) => accountOf(call).budgetCents,
  claim: {
    columns: ["mentor", "terms"],
    row: (file) => [
      registeredAs(file).fullName,
      countedIn(file)
        .map(({ term }) => term)
        .join(", "),
    ],
  },
};

const opened = z.object({ opensAt: z.string() });

export const sheets = {
  pay: sheet({
    record: pay,
    isEach: true,
    to: ["applicant", "coordinator", "agency", "finance"],
    lines: ["novice"],
    sums: ["termCents", "payCents"],
    facts: { term: ({ term, days: span }) => (span ? [term, span] : term) },
    sources: {
      call: ({ call }) => ({ day: { day: dayAt(opened.parse(call).opensAt) } }),
    },
  }),
};

/** Who has accepted stands in the register, if they agreed to be found, until they step down or the call is over. */
export const mentorRegister = registers({
  states: ["mentor"],
  facts: ["school", "municipality"],
  rows: (file) => {
    const said = latestAnswer(file, acceptance);
    if (said?.outcome !== "accepted") return [];
    const { fullName: holder, school, municipality } = registeredAs(file);
    const left = latestInterruption(file, "steppedDown") ?? latestInterruption(file, "cancelled");
    return [
      {
        name: "mentor",
        holder,
        state: "mentor" as const,
        facts: { school, municipality },
        from: dayAt(said.at),
        until: left ? dayAfter(dayAt(left.at), -1) : rulesOf(file).lastDay,
        consent: said.values.listed === true,
      },
    ];
  },
});
