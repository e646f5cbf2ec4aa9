import * as z from "zod";
import { distanceKm } from "../facts/distance.ts";
import { findTown, seatOf } from "../facts/towns.ts";
import { type CaseFile, callOf, latestAnswer } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/process.ts";
import { defineRecord } from "../kernel/record.ts";
import { type SupervisionCall, supervisionCall } from "./call.ts";
import { appointment } from "./forms.ts";

const person = z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) });

/** Who was chosen, and of everybody who could have been: how far away, how busy, and why not. */
export const matched = defineRecord(
  "matched",
  z.object({
    supervisor: person,
    considered: z.array(
      z.object({
        email: z.string(),
        km: z.number().int(),
        groups: z.number().int(),
        excluded: z.enum(["conflict", "full", "asked"]).optional(),
      }),
    ),
  }),
);

const applied = z.object({ school: z.string(), municipality: z.string(), town: z.string() });
const led = z.object({ supervisor: z.string() });

/**
 * Chooses the supervisor who leads the fewest groups now, of these the nearest, of these the first by address: the same
 * each time. Left out are those with a conflict of interest, those who lead as many groups as they may, and those who were
 * asked already.
 */
export function matchSupervisor(file: CaseFile): StepResult<"matched" | "nobody"> {
  const { supervisors } = callOf(file, supervisionCall);
  const asked = file.records.flatMap(({ step, data }) =>
    step === matched.id ? [matched.schema.parse(data).supervisor.email] : [],
  );
  const considered = supervisors.map((supervisor) => {
    const groups = groupsOf(file, supervisor.email);
    const excluded = hasConflict(file, supervisor)
      ? ("conflict" as const)
      : groups >= supervisor.groups
        ? ("full" as const)
        : asked.includes(supervisor.email)
          ? ("asked" as const)
          : undefined;
    return { supervisor, km: kmTo(file, supervisor), groups, excluded };
  });
  const [best] = considered
    .filter(({ excluded }) => excluded === undefined)
    .toSorted(
      (a, b) => a.groups - b.groups || a.km - b.km || (a.supervisor.email < b.supervisor.email ? -1 : 1),
    );
  if (!best) return { outcome: "nobody" };
  return {
    outcome: "matched",
    record: recordOf(
      best.supervisor,
      considered.map(({ supervisor: { email }, km, groups, excluded }) => ({
        email,
        km,
        groups,
        ...(excluded ? { excluded } : {}),
      })),
    ),
    bid: { supervisor: best.supervisor.email },
  };
}

/** The coordinator has named somebody. */
export function appointSupervisor(file: CaseFile): StepResult<"matched"> {
  const named = latestAnswer(file, appointment)?.values.supervisor;
  const supervisor = callOf(file, supervisionCall).supervisors.find(({ email }) => email === named);
  if (!supervisor) throw new Error(`${file.ref}: nobody was appointed`);
  return { outcome: "matched", record: recordOf(supervisor, []), bid: { supervisor: supervisor.email } };
}

type Supervisor = SupervisionCall["supervisors"][number];

const recordOf = (
  { name, email, language }: Supervisor,
  considered: z.infer<typeof matched.schema>["considered"],
) => ({ id: matched.id, data: { supervisor: { name, email, language }, considered } });

/** How many other groups of this call somebody leads or was asked to lead. */
const groupsOf = ({ entries = [], ref }: CaseFile, email: string): number =>
  entries.filter((entry) => {
    const bid = led.safeParse(entry.bid);
    return entry.ref !== ref && !entry.ended && bid.data?.supervisor === email;
  }).length;

const hasConflict = (file: CaseFile, { conflicts }: Supervisor): boolean => {
  const own = applied.parse(file.application).school.toLocaleLowerCase("lt");
  return conflicts.some((school) => school.toLocaleLowerCase("lt") === own);
};

function kmTo(file: CaseFile, { place }: Supervisor): number {
  const { town, municipality } = applied.parse(file.application);
  const found = findTown("LT", town, { municipality });
  const from = found.outcome === "found" ? found.town : seatOf(municipality);
  return from ? distanceKm(from, place) : 0;
}
