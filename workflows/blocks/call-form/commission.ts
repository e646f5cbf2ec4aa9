import { number } from "../../kernel/field-kinds.ts";
import type { FieldError } from "../../kernel/form.ts";
import { onlyAdded } from "./changes.ts";
import { peopleField } from "./people.ts";

/** Who approves a ranking; the first of them chairs. */
export const commissionFields = { commission: peopleField({ max: 20 }) } as const;

/** Within how long, in working days, and to whom people can appeal. */
export const appealFields = {
  appealDays: number({ min: 1, max: 60, optional: true }),
  appeals: peopleField({ max: 20, optional: true }),
} as const;
export const appealChanges = { appeals: onlyAdded } as const;

interface Appeals {
  readonly appealDays?: number | undefined;
  readonly appeals?: unknown;
}

/** An appeal needs somebody who decides on it. */
export const checkAppeals = ({ appealDays, appeals }: Appeals): FieldError[] =>
  appealDays !== undefined && !appeals ? [{ field: "appeals", problem: "missing" }] : [];

interface Listed {
  readonly email: string;
}

const lower = ({ email }: Listed): string => email.toLowerCase();

/** Who ranks does not approve. */
export function checkCommission(members: readonly Listed[], rankers: readonly Listed[]): FieldError[] {
  const ranking = new Set(rankers.map(lower));
  return members.flatMap((member, index) =>
    ranking.has(lower(member))
      ? [{ field: "commission", problem: "ranksToo" as const, at: { row: index + 1 } }]
      : [],
  );
}
