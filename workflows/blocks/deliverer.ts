import * as z from "zod";
import { latestAnswer } from "../kernel/answers.ts";
import { CallFault } from "../kernel/call-form.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { contact } from "../kernel/contact.ts";
import { distanceKm } from "../kernel/facts/distance.ts";
import { findTown, seatOf } from "../kernel/facts/towns.ts";
import { choice } from "../kernel/field-kinds.ts";
import { defineForm, type Given } from "../kernel/form.ts";
import type { Links } from "../kernel/links.ts";
import { defineRecord } from "../kernel/record.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { why } from "../kernel/why.ts";
import { schoolWords } from "./group/words.ts";

/** Who can deliver a form: so many groups at once, from this town, never for these schools. */
export const deliverer = contact.extend({
  town: z.string(),
  groups: z.number().int().nonnegative(),
  conflicts: z.array(z.string()).default([]),
});
export const placedDeliverer = deliverer.extend({
  place: z.object({ latitude: z.number(), longitude: z.number() }),
});
export type Placed = z.infer<typeof placedDeliverer>;

/** Puts those who deliver on the map. Throws an Error that names the one whose town the gazetteer does not know. */
export const placedOnMap = (field: string, known: readonly z.infer<typeof deliverer>[]): Placed[] =>
  known.map((one, index) => {
    const found = findTown("LT", one.town);
    if (found.outcome !== "found")
      throw new CallFault([field, index, "town"], "unknownTown", `no town is called ${one.town}`);
    const { latitude, longitude } = found.town;
    return { ...one, place: { latitude, longitude } };
  });

/** Who was chosen, and of everybody who could have been: how far away, how busy, and why not. */
export const matched = defineRecord(
  "matched",
  z.object({
    deliverer: contact,
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

/** Who delivers, or is asked whether to. */
export const delivererOf = (file: CaseFile) => latestRecord(file, matched)?.deliverer;

/** As the coordinator picks one from a list. */
export const amongDeliverers = (known: readonly Placed[]): Given => ({
  lists: { deliverers: known.map(({ email, name, town }) => ({ value: email, label: `${name}, ${town}` })) },
});

/** Nobody was free or willing: the coordinator names somebody, or nobody can be found. */
export const appointment = defineForm({
  id: "appointment",
  words: schoolWords,
  outcomes: ["appointed", "nobody"],
  fields: {
    deliverer: choice({ options: { from: "deliverers" }, for: ["appointed"] }),
    reason: why({ max: 2000, for: ["nobody"] }),
  },
});

export const invitation = defineForm({
  id: "invitation",
  words: schoolWords,
  outcomes: ["accepted", "declined", "conflict"],
  fields: { reason: why({ max: 1000, for: ["declined", "conflict"] }) },
});

const applied = z.object({ school: z.string(), municipality: z.string(), town: z.string() });
const led = z.object({ deliverer: z.string() });

/**
 * Chooses who delivers the fewest groups now, of these the nearest, of these the first by address: the same each time.
 * Left out are those with a conflict of interest, those who have as many groups as they may, and those who were asked
 * already.
 */
export function matchDeliverer(file: CaseFile, known: readonly Placed[]): StepResult<"matched" | "nobody"> {
  const asked = file.records.flatMap(({ step, data }) =>
    step === matched.id ? [matched.schema.parse(data).deliverer.email] : [],
  );
  const considered = known.map((one) => {
    const groups = groupsOf(file, one.email);
    const excluded = hasConflict(file, one)
      ? ("conflict" as const)
      : groups >= one.groups
        ? ("full" as const)
        : asked.includes(one.email)
          ? ("asked" as const)
          : undefined;
    return { one, km: kmTo(file, one), groups, excluded };
  });
  const [best] = considered
    .filter(({ excluded }) => excluded === undefined)
    .toSorted((a, b) => a.groups - b.groups || a.km - b.km || (a.one.email < b.one.email ? -1 : 1));
  if (!best) return { outcome: "nobody" };
  return choose(
    best.one,
    considered.map(({ one: { email }, km, groups, excluded }) => ({
      email,
      km,
      groups,
      ...(excluded ? { excluded } : {}),
    })),
  );
}

/** The coordinator has named somebody. */
export function appointDeliverer(file: CaseFile, known: readonly Placed[]): StepResult<"matched"> {
  const named = latestAnswer(file, appointment)?.values.deliverer;
  const one = known.find(({ email }) => email === named);
  if (!one) throw new Error(`${file.ref}: nobody was appointed`);
  return choose(one, []);
}

const choose = (
  { name, email, language }: Placed,
  considered: z.infer<typeof matched.schema>["considered"],
) =>
  ({
    outcome: "matched",
    record: { id: matched.id, data: { deliverer: { name, email, language }, considered } },
    bid: { deliverer: email },
    takes: [{ kind: "delivering", to: { email } }],
  }) as const;

/** Whoever is matched may be somebody whom the programme has accredited [processes.md, 0.5]. */
export const mayBeAccredited: Links = { takesLater: ["delivering"] };

/** How many other groups of this call somebody delivers or was asked to deliver. */
const groupsOf = ({ entries = [], ref }: CaseFile, email: string): number =>
  entries.filter((entry) => {
    const bid = led.safeParse(entry.bid);
    return entry.ref !== ref && !entry.ended && bid.data?.deliverer === email;
  }).length;

const hasConflict = (file: CaseFile, { conflicts }: Placed): boolean => {
  const own = applied.parse(file.application).school.toLocaleLowerCase("lt");
  return conflicts.some((school) => school.toLocaleLowerCase("lt") === own);
};

function kmTo(file: CaseFile, { place }: Placed): number {
  const { town, municipality } = applied.parse(file.application);
  const found = findTown("LT", town, { municipality });
  const from = found.outcome === "found" ? found.town : seatOf(municipality);
  return from ? distanceKm(from, place) : 0;
}
