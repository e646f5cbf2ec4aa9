import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import { isRural, labelOfSchool, type School, schoolsIn } from "../kernel/facts/schools.ts";
import type { Lists } from "../kernel/field.ts";
import { schoolCode, text, town, yesNo } from "../kernel/field-kinds.ts";
import type { FieldError } from "../kernel/form.ts";
import { municipality } from "./municipality.ts";

/** What is asked of a school, page by page: it is picked from the list, and whoever does not find it there enters it. */
export const schoolFields = {
  schoolCode: schoolCode({ optional: true }),
  school: text({ autocomplete: "organization", listed: true }),
  municipality: municipality({ listed: true }),
  town: town({ listed: true }),
  rural: yesNo({ fact: true }),
};
/** The same where reviewers read an application and may not know whose it is. */
export const identifyingSchoolFields = {
  schoolCode: schoolCode({ optional: true, identifying: true }),
  school: text({ autocomplete: "organization", identifying: true, listed: true }),
  municipality: municipality({ identifying: true, listed: true }),
  town: town({ identifying: true, listed: true }),
  rural: yesNo({ fact: true }),
};
export const schoolPage = {
  id: "school",
  fields: ["schoolCode", "school", "municipality", "town", "rural"],
} as const;

/** Nobody endorses an application of their own. */
export const notOwnPrincipal = ({
  email,
  principalEmail,
}: {
  readonly email: string;
  readonly principalEmail: string;
}): readonly FieldError[] =>
  principalEmail.toLowerCase() === email.toLowerCase()
    ? [{ field: "principalEmail", problem: "sameAsOwn" }]
    : [];

const said = z.object({ schoolCode: z.string().optional(), email: z.string().optional() });

/** The schools that an application picks from, as people read them. */
const amongSchools = (schools: readonly School[]): Lists => ({
  schools: schools.map((one) => ({ value: one.code, label: labelOfSchool(one) })),
});

/** What the list says of the school that was picked; nothing of one that stands in none. */
export type SchoolFacts = Partial<ReturnType<typeof factsOf>>;

/** What an application's form knows of the school that was picked: the list to pick from, and what it says of that one. */
export function schoolGiven({ call, application }: Pick<CaseFile, "call" | "application">): {
  readonly lists: Lists;
  readonly facts: SchoolFacts;
} {
  const schools = schoolsIn(call);
  const { schoolCode, email } = said.parse(application);
  const picked = schools.find(({ code }) => code === schoolCode);
  return { lists: amongSchools(schools), facts: picked ? factsOf(picked, email) : {} };
}

/** Whoever leads the school cannot answer for their own application: another address is asked for then. */
function factsOf(picked: School, applicant: string | undefined) {
  const { name: school, municipality, settlement: town, contact } = picked;
  const isOwn = contact?.email.toLowerCase() === applicant?.toLowerCase();
  const head = contact && !isOwn ? { principalName: contact.name, principalEmail: contact.email } : {};
  return { school, municipality, town, rural: isRural(picked), ...head };
}
