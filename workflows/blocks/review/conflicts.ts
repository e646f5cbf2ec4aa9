import * as z from "zod";

/** What can stand between a reviewer and an application. `self`: the reviewer applies, or is the applicant's principal. */
export const conflictKinds = [
  "self",
  "school",
  "municipality",
  "declared",
  "supervised",
  "taught",
  "household",
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** The rules that a call may choose from; that nobody reviews what is their own needs no choosing. */
export const conflictRules = z.array(z.enum(conflictKinds).exclude(["self"]));

/** Same school or same municipality is a conflict of interest [programme, rules that hold everywhere]. */
const everyRule: z.infer<typeof conflictRules> = [
  "school",
  "municipality",
  "declared",
  "supervised",
  "taught",
  "household",
];

/** Somebody whom a reviewer declared: by address or by name, and what they are to each other. */
export const relation = z.strictObject({
  kind: z.enum(["declared", "supervised", "taught", "household"]),
  email: z.email().optional(),
  name: z.string().min(1).optional(),
});

export interface Involved {
  readonly email: string;
  readonly school?: string | undefined;
  readonly municipality?: string | undefined;
  readonly relations?: readonly z.infer<typeof relation>[] | undefined;
}

const applied = z.object({
  fullName: z.string().catch(""),
  email: z.string().catch(""),
  principalEmail: z.string().catch(""),
  school: z.string().catch(""),
  municipality: z.string().catch(""),
});

/** Letters and figures alone: a school is the same one however its name is typed. */
const folded = (said: string): string =>
  said
    .normalize("NFC")
    .toLocaleLowerCase("lt")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const isSame = (a: string | undefined, b: string): boolean =>
  a !== undefined && folded(a) !== "" && folded(a) === folded(b);

/** The first of the call's rules by which this person may not review this application; `undefined` when none is. */
export function conflictOf(
  person: Involved,
  application: Readonly<Record<string, unknown>>,
  rules: readonly ConflictKind[] = everyRule,
): ConflictKind | undefined {
  const { fullName, email, principalEmail, school, municipality } = applied.parse(application);
  const isOwn = [email, principalEmail].some((address) => isSameAddress(person.email, address));
  const related = (kind: ConflictKind) =>
    (person.relations ?? []).some(
      (known) =>
        known.kind === kind &&
        ((known.email !== undefined && isSameAddress(known.email, email)) || isSame(known.name, fullName)),
    );
  const breaks = (kind: ConflictKind): boolean => {
    switch (kind) {
      case "self":
        return isOwn;
      case "school":
        return isSame(person.school, school);
      case "municipality":
        return isSame(person.municipality, municipality);
      default:
        return related(kind);
    }
  };
  return conflictKinds.find((kind) => (kind === "self" || rules.includes(kind)) && breaks(kind));
}

const isSameAddress = (a: string, b: string): boolean => a !== "" && a.toLowerCase() === b.toLowerCase();
