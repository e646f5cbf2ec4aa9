import fc from "fast-check";
import type { Call, Row } from "./rules.ts";

/** Calls and schools by chance in which rules meet each other: bounds and what lies next to them, ties, remainders, unread cells. */

const categories = ["staff", "equipment", "services", "travel", "materials"];
const strandIds = [
  ...["achievement", "assessment", "community", "digital", "inclusion"],
  ...["leadership", "parents", "reading", "science", "wellbeing"],
];
/** The last two differ by what a computer sorts by, and by what people do. */
const names = ["Ąžuolas", "Ada", "Zita", "Žana", "Ūla", "Élise", "ada", "Šarūnė", "\uFF21lma", "𝒜lma"];

/** Amounts that make ties, lines that just fit, and lines of which a share leaves a remainder. */
const cents = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((euros) => euros * 1000),
  fc.integer({ min: 1, max: 400_000 }),
  fc.constantFrom(0, 1, 3, 99, 100, 101, 33_333, 66_667),
);
const shared = (most: number, amount = cents) =>
  fc
    .uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: most })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => amount.map((one) => `${id}:${one}`))).map((parts) => parts.join(";")),
    );
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );
/** A bound, one below it or one above it; seldom anything else. */
const around = (bound: number, step: number, else_: fc.Arbitrary<number>) =>
  fc.oneof(
    fc.constantFrom(bound - step, bound, bound, bound + step).map((one) => Math.max(0, one)),
    else_,
  );

const call: fc.Arbitrary<Call> = fc.record({
  closes: fc.constantFrom("2027-01-28T23:59", "2027-01-28T10:30"),
  budgetCents: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 100_000, max: 6_000_000 }) },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 60 }).map((thousands) => thousands * 100_000) },
    { weight: 1, arbitrary: fc.constantFrom(99, 100, 0) },
  ),
  strands: fc
    .tuple(...strandIds.map(() => fc.constantFrom(600_000, 1_000_000, 1_500_000)))
    .map((most) => Object.fromEntries(strandIds.map((id, index) => [id, { maxCents: most[index] ?? 0 }]))),
  ceilings: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.constantFrom({ equipment: 90.5 }, { staff: 95, travel: 60 }, { travel: 0 }) },
    {
      weight: 1,
      arbitrary: fc.constant({ staff: 70, equipment: 70, services: 70, travel: 70, materials: 70 }),
    },
  ),
  coFundingPercent: fc.constantFrom(0, 5, 10, 20, 33, 7.25),
  minimumScore: fc.constantFrom(0, 50, 60, 66.67, 65.5),
  scoreGap: fc.constantFrom(0, 10, 15.5, 20),
  ruralBonus: fc.constantFrom(0, 3, 5, 2.5),
  partialFloorPercent: fc.constantFrom(0, 1, 33.3, 50, 90, 100),
  offerDays: fc.integer({ min: 1, max: 6 }),
  advancePercent: fc.constantFrom(0, 30, 33.3, 50, 80, 100),
  holdPercent: fc.constantFrom(0, 66.67, 60, 80, 90, 100),
  changeFreePercent: fc.constantFrom(0, 10, 12.5),
  milestones: fc
    .integer({ min: 1, max: 5 })
    .map((count) => ["2027-09-30", "2028-01-31", "2028-06-30", "2028-12-15", "2029-05-31"].slice(0, count)),
  schools: fc
    .array(fc.constantFrom("miestas", "kaimas", "miestelis", "viensėdis"), { minLength: 8, maxLength: 8 })
    .map((kinds) => kinds.map((settlement, index) => ({ name: `${index + 1}-oji mokykla`, settlement }))),
});

const written = (hundredths: number): string => String(Math.min(10_000, Math.max(0, hundredths)) / 100);

/** Points about the minimum, and a second just as far away as no third is asked for, or a hundredth more. */
const scores = ({ minimumScore, scoreGap }: Call) =>
  around(Math.round(minimumScore * 100), 1, fc.constantFrom(8000, 8000, 9000, 7050, 5_950)).chain((first) =>
    fc
      .tuple(
        fc.oneof(
          fc.constant(first),
          around(Math.round(scoreGap * 100), 1, fc.integer({ min: 0, max: 2_000 })).chain((gap) =>
            fc.constantFrom(first - gap, first + gap),
          ),
        ),
        fc.integer({ min: 4_000, max: 10_000 }),
      )
      .map(([second, third]) => ({
        score_1: written(first),
        score_2: written(second),
        score_3: written(third),
      })),
  );

const time = ({ closes }: Call) =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc.constantFrom(closes, closes, "2027-01-28T10:31", "2027-01-29T00:00", "2027-01-28T23:59"),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.integer({ min: 11, max: 15 }), fc.constantFrom("09:00", "10:30", "23:59"))
        .map(([day, clock]) => `2027-01-${String(day).padStart(2, "0")}T${clock}`),
    },
    { weight: 3, arbitrary: fc.integer({ min: 11, max: 27 }).map((day) => `2027-01-${day}T12:00`) },
  );

/** Enough co-funding for the least that is asked, just too little, or more than enough. */
const coFunded = (request: number, percent: number) => {
  const least = Math.ceil((request * percent) / (100 - percent));
  return mostly(least, least - 1, least + 5_000, 0).map((co) => String(Math.max(0, co)));
};

/** Claims that come to a line, to what may be claimed above it, or by one cent past it; also in parts, and on no line. */
const claims = (lines: string, { changeFreePercent, milestones }: Call) =>
  fc
    .tuple(
      ...lines.split(";").map((line) => {
        const [category = "", cents = "0"] = line.split(":");
        const most = Math.floor((Number(cents) * (100 + changeFreePercent)) / 100);
        const part = Math.ceil(most / milestones.length);
        const claimed = fc.oneof(around(most, 1, fc.constant(part)), fc.constantFrom(part, part + 1, 0));
        return claimed.chain((sum) =>
          mostly(
            `${category}:${sum}`,
            `${category}:${Math.ceil(sum / 2)};${category}:${Math.floor(sum / 2)}`,
          ),
        );
      }),
    )
    .chain((parts) => mostly(parts.join(";"), parts[0] ?? "", `${parts[0]};gifts:5000`, "gifts:900"));

/** A change of all that a line holds, of what goes freely, or of what brings the other to its ceiling. */
const change = (lines: string, { changeFreePercent, ceilings }: Call, request: number) => {
  const held = lines.split(";").map((part) => part.split(":"));
  return fc
    .tuple(
      fc.constantFrom(...held, ...held, ...held, ["travel", "0"], ["gifts", "50"]),
      fc.constantFrom(...categories, ...held.map(([category = ""]) => category)),
    )
    .chain(([[from = "", all = "0"], to]) => {
      const free = Math.floor((Number(all) * changeFreePercent) / 100);
      const before = Number(held.find(([category]) => category === to)?.[1] ?? 0);
      const ceiling = Math.floor(((ceilings[to] ?? 100) * request) / 100) - before;
      return fc
        .oneof(
          ...[free, free, Number(all), ceiling].map((bound) =>
            around(bound, 1, fc.constant(Math.max(0, Math.floor(bound / 2)))),
          ),
          fc.constantFrom(0, 1, 60_000),
        )
        .map((moved) => `${from}>${to}:${moved}`);
    });
};

/** What stands in cells that nobody comes to. */
const unread: Row = {
  report_1: "never",
  costs_1: "gifts:1",
  change: "travel>travel:0",
  offer: "decline",
  co_spent: "1",
};

const row = (given: Call, index: number): fc.Arbitrary<Row> =>
  // Equal requests, by which nothing of the order is decided.
  fc
    .oneof(
      { weight: 3, arbitrary: shared(4) },
      { weight: 1, arbitrary: fc.constant("staff:200000") },
      { weight: 2, arbitrary: shared(3, fc.constantFrom(100_000, 200_000, 300_000)) },
    )
    .chain((lines) => {
      const request = lines.split(";").reduce((sum, part) => sum + Number(part.split(":")[1]), 0);
      return fc
        .record({
          name: fc.constantFrom(...names),
          school: fc.constantFrom(...given.schools.map(({ name }) => name)),
          strand: fc.constantFrom(...strandIds),
          submitted_at: time(given),
          co_cents: coFunded(request, given.coFundingPercent),
          founder: mostly("endorse", "refuse", "silent", ""),
          screening: mostly("eligible", "supplement", "ineligible", "supplement_silent", ""),
          scores: scores(given),
          offer: mostly("accept", "decline", "silent", ""),
          change: fc.oneof(
            { weight: 1, arbitrary: fc.constant("") },
            { weight: 3, arbitrary: change(lines, given, request) },
          ),
          change_decision: fc.constantFrom("approve", "refuse", ""),
          co_spent: fc
            .oneof(
              fc.constant(0),
              cents,
              around(
                Math.ceil((request * given.coFundingPercent) / (100 - given.coFundingPercent)),
                1,
                cents,
              ),
            )
            .map((spent) => (spent === 0 ? "" : String(spent))),
          reports: fc.tuple(...given.milestones.map(() => mostly("on_time", "returned", "never", ""))),
          costs: fc.tuple(
            ...given.milestones.map(() => fc.oneof(claims(lines, given), shared(4), fc.constant(""))),
          ),
          isUnread: fc.boolean(),
        })
        .map(({ name, reports, costs, scores: points, isUnread, ...cells }) => {
          const known = cells.founder === "refuse" || cells.founder === "silent";
          return {
            applicant: `${name} ${String(index + 1).padStart(3, "0")}`,
            email: `${index % 3 === 0 ? "Atstovas" : "atstovas"}-${Math.floor(index / 2)}@mokykla.example`,
            position: index % 2 === 0 ? "head" : "teacher",
            kind: "school",
            lines,
            iban: "LT121000011101001000",
            ...points,
            ...cells,
            ...Object.fromEntries(
              given.milestones.flatMap((_, at) => [
                [`report_${at + 1}`, reports[at] ?? ""],
                [`costs_${at + 1}`, costs[at] ?? ""],
              ]),
            ),
            ...(known && isUnread ? { ...unread, score_1: "", score_2: "", score_3: "" } : {}),
          };
        });
    });

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
