import fc from "fast-check";
import type { Call, Row } from "./rules.ts";

const categories = ["staff", "equipment", "services", "travel", "materials"];
const strandIds = [
  "achievement",
  "assessment",
  "community",
  "digital",
  "inclusion",
  "leadership",
  "parents",
  "reading",
  "science",
  "wellbeing",
];

/** Amounts that make ties, lines that just fit, and lines that do not. */
const cents = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((euros) => euros * 1000),
  fc.integer({ min: 1, max: 400_000 }),
);
const shared = (most: number) =>
  fc
    .uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: most })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => cents.map((amount) => `${id}:${amount}`))).map((parts) => parts.join(";")),
    );
const time = (fromDay: number, toDay: number) =>
  fc
    .tuple(fc.integer({ min: fromDay, max: toDay }), fc.constantFrom("09:00", "10:30", "23:59"))
    .map(([day, clock]) => `2027-01-${String(day).padStart(2, "0")}T${clock}`);
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );

const call: fc.Arbitrary<Call> = fc.record({
  closes: fc.constantFrom("2027-01-28T23:59", "2027-01-28T10:30"),
  budgetCents: fc.oneof(
    fc.integer({ min: 100_000, max: 6_000_000 }),
    fc.integer({ min: 1, max: 60 }).map((thousands) => thousands * 100_000),
  ),
  strands: fc
    .tuple(...strandIds.map(() => fc.constantFrom(600_000, 1_000_000, 1_500_000)))
    .map((most) => Object.fromEntries(strandIds.map((id, index) => [id, { maxCents: most[index] ?? 0 }]))),
  ceilings: fc.constantFrom({ equipment: 90 }, { staff: 95, travel: 60 }, {}),
  coFundingPercent: fc.constantFrom(0, 5, 10, 20),
  minimumScore: fc.constantFrom(50, 60, 65),
  scoreGap: fc.constantFrom(10, 15, 20),
  ruralBonus: fc.constantFrom(0, 3, 5),
  partialFloorPercent: fc.constantFrom(0, 30, 50, 90),
  offerDays: fc.integer({ min: 1, max: 6 }),
  advancePercent: fc.constantFrom(0, 30, 50, 80),
  holdPercent: fc.constantFrom(60, 80, 90, 100),
  changeFreePercent: fc.constantFrom(0, 10, 15),
  milestones: fc
    .integer({ min: 1, max: 5 })
    .map((count) => ["2027-09-30", "2028-01-31", "2028-06-30", "2028-12-15", "2029-05-31"].slice(0, count)),
  schools: fc
    .array(fc.constantFrom("miestas", "kaimas", "miestelis", "viensėdis"), { minLength: 8, maxLength: 8 })
    .map((kinds) => kinds.map((settlement, index) => ({ name: `${index + 1}-oji mokykla`, settlement }))),
});

const points = fc
  .oneof(fc.integer({ min: 40, max: 100 }), fc.constantFrom(59, 60, 61, 80), fc.constant(80))
  .map(String);

/** Enough co-funding for the least that is asked, just too little, or more than enough. */
const coFunded = (lines: string, percent: number) => {
  const request = lines.split(";").reduce((sum, part) => sum + Number(part.split(":")[1]), 0);
  const least = Math.ceil((request * percent) / (100 - percent));
  return mostly(least, least - 1, least + 5_000, 0).map((co) => String(Math.max(0, co)));
};

const row = (given: Call, index: number): fc.Arbitrary<Row> =>
  // Equal requests, by which nothing of the order is decided.
  fc
    .oneof({ weight: 3, arbitrary: shared(4) }, { weight: 1, arbitrary: fc.constant("staff:200000") })
    .chain((lines) =>
      fc
        .record({
          school: fc.constantFrom(...given.schools.map(({ name }) => name)),
          strand: fc.constantFrom(...strandIds),
          submitted_at: time(11, 29),
          co_cents: coFunded(lines, given.coFundingPercent),
          founder: mostly("endorse", "refuse", "silent", ""),
          screening: mostly("eligible", "supplement", "ineligible", "supplement_silent", ""),
          score_1: points,
          score_2: points,
          score_3: points,
          offer: mostly("accept", "decline", "silent", ""),
          change: fc.oneof(
            fc.constant(""),
            fc
              .tuple(
                fc.constantFrom(...lines.split(";").map((part) => part.split(":")[0] ?? ""), ...categories),
                fc.constantFrom(...categories),
                fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60_000 }), cents),
              )
              .map(([from, to, moved]) => `${from}>${to}:${moved}`),
          ),
          change_decision: fc.constantFrom("approve", "refuse", ""),
          co_spent: fc
            .oneof(fc.constant(0), cents, fc.constant(900_000))
            .map((spent) => (spent === 0 ? "" : String(spent))),
          reports: fc.tuple(...given.milestones.map(() => mostly("on_time", "returned", "never", ""))),
          costs: fc.tuple(...given.milestones.map(() => fc.oneof(shared(4), fc.constant("")))),
        })
        .map(({ reports, costs, ...cells }) => ({
          applicant: `Mokyklos atstovas ${String(index + 1).padStart(3, "0")}`,
          email: `${index % 3 === 0 ? "Atstovas" : "atstovas"}-${Math.floor(index / 2)}@mokykla.example`,
          position: index % 2 === 0 ? "head" : "teacher",
          kind: "school",
          lines,
          iban: "LT121000011101001000",
          ...cells,
          ...Object.fromEntries(
            given.milestones.flatMap((_, at) => [
              [`report_${at + 1}`, reports[at] ?? ""],
              [`costs_${at + 1}`, costs[at] ?? ""],
            ]),
          ),
        })),
    );

/** A call and its schools by chance: the same for the same seed. */
export function byChance(seed: number, most = 30): { readonly call: Call; readonly rows: readonly Row[] } {
  const both = call.chain((given) =>
    fc
      .integer({ min: 5, max: most })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => row(given, index))))
      .map((rows) => ({ call: given, rows })),
  );
  const [one] = fc.sample(both, { seed, numRuns: 1 });
  if (!one) throw new Error("nothing was drawn");
  return one;
}
