import * as z from "zod";
import atHand from "./schools.json" with { type: "json" };

/** What a list of schools says of one; the contact is who answers for it. */
export const school = z.strictObject({
  /** Of the Register of Legal Entities: nine figures. */
  code: z.string().regex(/^\d{9}$/, "expected the code of a school, nine figures"),
  name: z.string().min(1).max(200),
  founder: z.string().min(1).max(200).optional(),
  municipality: z.string().min(1).max(120),
  settlement: z.string().min(1).max(100),
  /** What the settlement is, as the Register of Addresses says it. */
  kind: z.enum(["miestas", "miestelis", "kaimas", "viensėdis"]),
  pupils: z.number().int().nonnegative().optional(),
  contact: z.strictObject({ name: z.string().min(1).max(120), email: z.email() }).optional(),
});
export type School = z.infer<typeof school>;

/** The schools that a call brings itself, so that an audit next year looks into the list of this year. */
export const schoolsOfCall = z
  .array(school)
  .min(1)
  .superRefine((schools, context) => {
    const codes = schools.map(({ code }) => code);
    for (const [index, code] of codes.entries())
      if (codes.indexOf(code) < index)
        context.addIssue({ code: "custom", path: [index, "code"], message: `${code} stands twice` });
  });

/** In a call as it is stored stands the fingerprint of its list, which is kept beside it: most of what reads a call needs no school. */
export const storedSchools = z.union([z.string(), schoolsOfCall]);

const list = z.object({ source: z.string(), on: z.iso.date(), schools: schoolsOfCall });
let known: z.infer<typeof list> | undefined;

/** The list that the house has: where it is from and of which day. */
export function schoolsAtHand(): z.infer<typeof list> {
  known ??= list.parse(atHand);
  return known;
}

/** The schools of a call: its own list where an application is asked, which is when it stands in the call; else the one of the house. */
export const schoolsIn = ({ schools }: Readonly<Record<string, unknown>>): readonly School[] =>
  isList(schools) ? schools : schoolsAtHand().schools;

/** A call's list was held to its schema when the call was read. */
const isList = (schools: unknown): schools is readonly School[] => Array.isArray(schools);

/** A school outside a town is rural: a fact of the school, never what somebody says of it. */
export const isRural = ({ kind }: Pick<School, "kind">): boolean => kind !== "miestas";

/** With where it is: there are namesakes. */
export const labelOfSchool = ({ name, settlement, municipality }: School): string =>
  `${name}, ${settlement}, ${municipality} sav.`;
