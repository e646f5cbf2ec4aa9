import type { Role } from "../../workflows/kernel/roles.ts";
import type { Fact } from "./facts.ts";

type Given = Extract<Fact, { kind: "answer" }>;
type Applied = Extract<Fact, { kind: "application" }>;

/** What somebody sent once more, and what it took the place of. */
export interface Version {
  readonly now: Given;
  readonly before: {
    readonly values: Readonly<Record<string, unknown>>;
    /** UTC instant. */
    readonly at: string;
  };
}

/**
 * The last answer to each form that was sent again, with the one before it: of the same person about the same thing, or with the
 * application, where the form asks otherwise what was applied with. Who decides twice has sent nothing again, and the answer of
 * another month or milestone is no version of this one's.
 */
export function versionsIn(facts: readonly Fact[], submittedAt: string): readonly Version[] {
  const given = facts.filter(
    (fact): fact is Given => fact.kind === "answer" && fact.form.outcomes.length === 1,
  );
  const applied = facts.find((fact): fact is Applied => fact.kind === "application");
  const again = Map.groupBy(given, ({ form, role, answer }) =>
    [form.id, role, answer.state, answer.part].join(" "),
  );
  return [...again.values()].flatMap((answers) => {
    const now = answers.at(-1);
    if (!now) return [];
    const { form, answer } = now;
    const earlier = answers
      .slice(0, -1)
      .findLast(({ answer: { visit } }) => visit > (form.since ?? -1) && visit < answer.visit);
    if (earlier && answer.visit > (form.since ?? -1))
      return [{ now, before: { values: earlier.answer.values, at: earlier.answer.at } }];
    return form.asksAnew && applied ? [{ now, before: appliedWith(applied, submittedAt) }] : [];
  });
}

/**
 * The same for whoever is asked something: of the forms that they read for it, out of all facts that they may see. What they sent
 * themselves, they know.
 */
export const versionsFor = (
  role: Role,
  { facts, needed }: { readonly facts: readonly Fact[]; readonly needed: readonly Fact[] },
  submittedAt: string,
): readonly Version[] =>
  versionsIn(facts, submittedAt).filter(({ now }) => now.role !== role && needed.includes(now));

/** The application, as far as whoever reads may see it. */
const appliedWith = ({ names, values }: Applied, at: string): Version["before"] => ({
  values: Object.fromEntries(names.map((name) => [name, values[name]])),
  at,
});
