/** The field of every application in which its owner's address stands: it is read before anything else is known of a draft. */
export const addressField = "email";

/** In which fields of its application a process asks who applies and from where. */
interface ApplicantFields {
  readonly name: string;
  readonly school: string;
  readonly municipality: string;
  /** As what somebody works (pareigos); in lists `position` is the place in the order of a call. */
  readonly post: string;
}

/** As they are called where a process says nothing else. */
const usualFields: ApplicantFields = {
  name: "fullName",
  school: "school",
  municipality: "municipality",
  post: "position",
};

/** Who applies, and which applications count as one and the same to a call. */
export interface Applicant {
  /** An organisation is represented by somebody, who may hand its case over to a colleague. */
  readonly is: "person" | "organisation";
  /**
   * Applications of one identity are the same to a call, which takes one of them: an address, a school with its strand. Capitals and
   * blanks around it make no difference. What was sent may lack anything.
   */
  readonly identity: (values: Readonly<Record<string, unknown>>) => string;
  readonly fields: ApplicantFields;
}

type Identity = Applicant["identity"];

const said = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** Whoever has the address applies. */
const byAddress: Identity = (values) => said(values[addressField]);

interface Own {
  /** Of its fields those that are called otherwise than usual. */
  readonly fields?: Partial<ApplicantFields>;
}

export const person = ({
  identity = byAddress,
  fields,
}: Own & { readonly identity?: Identity } = {}): Applicant => ({
  is: "person",
  identity,
  fields: { ...usualFields, ...fields },
});

/**
 * An organisation by the field of the application that holds its code, or by an identity of the process's own; where neither is said, by
 * the address of whoever represents it.
 */
export const organisation = (
  by: { readonly code: string } | { readonly identity: Identity } | undefined = undefined,
  { fields }: Own = {},
): Applicant => ({
  is: "organisation",
  fields: { ...usualFields, ...fields },
  identity: by === undefined ? byAddress : "code" in by ? (values) => said(values[by.code]) : by.identity,
});

/** Does the owner of an address choose which of several applications counts? Of an organisation nobody is, and the first counts. */
export const isByAddress = (process: { readonly applicant?: Applicant }): boolean =>
  applicantOf(process).identity === byAddress;

/** Who applies to a process; a person where it says nothing. */
export const applicantOf = ({ applicant = person() }: { readonly applicant?: Applicant }): Applicant =>
  applicant;

/** By what two applications are one and the same, as it is compared; one that is like no other has nothing. */
export const sameIn = (
  process: { readonly applicant?: Applicant },
  values: Readonly<Record<string, unknown>>,
): string | undefined => applicantOf(process).identity(values).trim().toLowerCase() || undefined;

/** What an application says of who applies and from where, as far as it asks for it. */
export function saidOfApplicant(
  process: { readonly applicant?: Applicant },
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<keyof ApplicantFields, string>> {
  const { name, school, municipality, post } = applicantOf(process).fields;
  return {
    name: said(values[name]),
    school: said(values[school]),
    municipality: said(values[municipality]),
    post: said(values[post]),
  };
}

/** Whether the school is rural, where a list has given it to the application; what nobody knows is `undefined`. */
export const saidRural = ({ rural }: Readonly<Record<string, unknown>>): boolean | undefined =>
  typeof rural === "boolean" ? rural : rural === "yes" ? true : rural === "no" ? false : undefined;

/** The address of whoever applies, as the application has it. */
export const addressIn = (values: Readonly<Record<string, unknown>>): string => said(values[addressField]);

/** What a process says of who applies, and its application does not ask. */
export function faultsOfApplicant(process: {
  readonly applicant?: Applicant;
  readonly application?: { readonly fields: Readonly<Record<string, unknown>> };
}): readonly string[] {
  const { applicant, application } = process;
  if (!application) return [];
  const named = Object.values(applicant?.fields ?? {}).filter(
    (name) => !Object.values(usualFields).includes(name),
  );
  return [addressField, ...named]
    .filter((name) => !Object.hasOwn(application.fields, name))
    .map((name) => `applicant: the application does not ask for ${name}`);
}
