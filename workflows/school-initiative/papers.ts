import * as z from "zod";
import { signatureUnder } from "../blocks/agreement.ts";
import { budgetShown, linesNow, versionsOfBudget } from "../blocks/budget/lines.ts";
import { saysToReturn, settlement } from "../blocks/settlement.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { registers } from "../kernel/open.ts";
import { facts, paper, signatures, texts } from "../kernel/paper.ts";
import { sheet } from "../kernel/sheet.ts";
import type { Shows, Told } from "../kernel/told.ts";
import { callOf, decisionOn, milestonesOf } from "./call.ts";
import { appliedIn, baseline, progress, saidIn } from "./forms.ts";
import { acceptedReports, euros, grantOf, milestone, money } from "./ledger.ts";

/** Each change of the lines is another version of the agreement. */
export const versions = versionsOfBudget;
export const signature = signatureUnder(versions);

/** Those whom the money of a case concerns. */
const to = ["applicant", "coordinator", "agency", "finance"] as const;

const strandOf = (file: CaseFile): Told => ({ option: appliedIn(file).strand, of: "strands" });

export const papers = {
  agreement: paper({
    to,
    versions,
    sentences: ["represented"],
    says: (file) => {
      const { coFundingPercent, changeFreePercent, holdPercent, terminateDays } = callOf(file);
      return {
        grant: { cents: grantOf(file) ?? 0 },
        advance: { cents: money.pays.advance?.cents(file) ?? 0 },
        strand: strandOf(file),
        coFunding: coFundingPercent,
        free: changeFreePercent,
        hold: holdPercent,
        days: terminateDays,
      };
    },
    parts: {
      parties: facts({
        school: (file) => ({
          word: "agreement.represented",
          with: { institution: appliedIn(file).school, person: { person: "applicant" } },
        }),
        agency: (file) => callOf(file).payer?.name ?? { person: "agency" },
      }),
      ...texts("subject", "money", "milestones"),
      days: facts(
        (file) => milestonesOf(file).map(({ number, on }) => ({ label: number, value: { day: on } })),
        {
          isUntitled: true,
        },
      ),
      lines: facts((file) =>
        linesNow(file).map(({ category, cents }) => ({
          label: { option: category, of: "categories" },
          value: { cents },
        })),
      ),
      ...texts("changes", "reports", "suspension", "result", "data"),
      signatures: signatures(signature),
    },
  }),
};

export const sheets = {
  milestone: sheet({
    record: milestone,
    to,
    lines: ["accepted"],
    textsOf: "categories",
    sums: ["acceptedCents", "payCents"],
    sources: { report: (_file, _source, at) => ({ day: { day: dayAt(at) } }) },
    isEach: true,
  }),
  settlement: sheet({
    record: settlement,
    to,
    lines: [],
    sums: ["dueCents", "balanceCents", "recoveredCents"],
    sources: {},
  }),
};

export const shows: Readonly<Record<string, Shows>> = {
  budget: budgetShown,
  things: {
    to,
    rows: (file) =>
      boughtIn(file).map(({ name, place, cents }) => ({ label: name, value: [place, { cents }] })),
  },
};

/** What was bought, as reports that were accepted say it: one that was returned has said nothing yet. */
const boughtIn = (file: CaseFile) =>
  acceptedReports(file).flatMap(({ at, visit, values: { things = [] } }) =>
    things.map((thing, index) => ({ ...thing, on: dayAt(at), number: `${visit}-${index + 1}` })),
  );

/** The register of things bought with public money: where each stands everybody may know, and nobody is named. */
export const things = registers({
  states: ["bought"],
  facts: ["school", "place", "price"],
  rows: (file) =>
    boughtIn(file).map(({ number, name, place, cents, on }) => ({
      name: number,
      holder: name,
      state: "bought",
      facts: { school: appliedIn(file).school, place, price: euros(cents) },
      from: on,
      consent: true,
    })),
});

const dash = "–";

/** Is a report asked for because the last one was returned, and what is there to mend? */
function returnedIn({ answers }: CaseFile) {
  const last = answers.findLast(({ form, outcome }) => form === progress.id || outcome === "returned");
  return last?.outcome === "returned"
    ? { returned: "yes", mend: reasonIn.safeParse(last.values).data?.reasons ?? dash }
    : { returned: "no", mend: dash };
}
const reasonIn = z.object({ reasons: z.string() });

/** What the words of an initiative may name. */
export function says(file: CaseFile) {
  const { strand, school = dash } = saidIn(file.application);
  const cents = decisionOn(file)?.cents;
  const { instrument = dash, pupils = 0, average = 0 } = latestAnswer(file, baseline)?.values ?? {};
  return {
    school,
    instrument,
    pupils,
    average,
    ...returnedIn(file),
    ...saysToReturn(file),
    strand: strand === undefined ? dash : ({ option: strand, of: "strands" } as const),
    granted: cents === undefined ? dash : ({ cents } as const),
  };
}
