import type { ChangeRule } from "../../kernel/call-form.ts";
import type { Person } from "../../kernel/case-file.ts";
import { choice, email, number, rows, text } from "../../kernel/field-kinds.ts";
import { freely } from "./changes.ts";

const languages = ["lt", "en"] as const;

const name = text({ max: 120, autocomplete: "off" });
const address = email({ autocomplete: "off" });
const language = choice({ options: languages });

/** Of somebody whom a call names: a name, an address, and the language of mails. */
export const personFields = (role: string) => ({
  [`${role}Name`]: name,
  [`${role}Email`]: address,
  [`${role}Language`]: language,
});

/** The same of those of the staff whom most calls name. */
export const people = {
  coordinator: { coordinatorName: name, coordinatorEmail: address, coordinatorLanguage: language },
  agency: { agencyName: name, agencyEmail: address, agencyLanguage: language },
  finance: { financeName: name, financeEmail: address, financeLanguage: language },
} as const;

/** The names of those fields, for the page on which they stand. */
export const personNames = <const R extends string>(...roles: readonly R[]) =>
  roles.flatMap((role) => [`${role}Name`, `${role}Email`, `${role}Language`] as const);

/** People change their work while a call goes on: from then on the other one is asked; what is asked already is given away by itself. */
export const staffChanges = (...roles: readonly string[]): Readonly<Record<string, ChangeRule>> =>
  Object.fromEntries(personNames(...roles).map((field) => [field, freely]));

export const personOf = (values: Readonly<Record<string, unknown>>, role: string) => ({
  name: values[`${role}Name`],
  email: values[`${role}Email`],
  language: values[`${role}Language`],
});

export const typedPerson = (role: string, said: Person) => ({
  [`${role}Name`]: said.name,
  [`${role}Email`]: said.email,
  [`${role}Language`]: said.language,
});

export const personColumns = {
  name: text({ max: 120 }),
  email: email({}),
  language: choice({ options: languages, optional: true }),
} as const;

/** A list of people, a line each. */
export const peopleField = <
  const O extends {
    readonly min?: number;
    readonly max: number;
    readonly optional?: boolean;
    readonly worksAs?: string;
  },
>(
  options: O,
) => rows({ ...options, written: "lines", once: "email", columns: personColumns });

/** Who delivers groups: from which town, how many at once, never for these schools. */
export const deliverersField = (worksAs: string) =>
  rows({
    written: "lines",
    max: 200,
    worksAs,
    columns: {
      ...personColumns,
      town: text({ max: 100 }),
      groups: number({ min: 0, max: 50 }),
      conflicts: text({ max: 500, optional: true }),
    },
  });

interface Listed {
  readonly name: string;
  readonly email: string;
  readonly language?: "lt" | "en" | undefined;
}

/** Whoever is written to without a language is written to in Lithuanian. */
export const inLanguage = <T extends Listed>(people: readonly T[]) =>
  people.map((one) => ({ ...one, language: one.language ?? ("lt" as const) }));

/** Of deliverers, the schools between commas become a list. */
export const deliverersOf = <T extends Listed & { readonly conflicts?: string | undefined }>(
  people: readonly T[],
) =>
  inLanguage(people).map(({ conflicts = "", ...one }) => ({
    ...one,
    conflicts: conflicts
      .split(",")
      .map((school) => school.trim())
      .filter((school) => school !== ""),
  }));

/** As lines of text hold them; in the order of the columns given. */
export const asLines = (
  people: readonly Readonly<Record<string, unknown>>[],
  ...order: readonly string[]
): string =>
  people
    .map((one) =>
      order
        .map((column) => (Array.isArray(one[column]) ? one[column].join(", ") : String(one[column] ?? "")))
        .join("; ")
        .replace(/[; ]+$/, ""),
    )
    .join("\n");
