/** Who applies, and which applications count as one and the same to a call. */
export interface Applicant {
  /** An organisation is represented by somebody, who may hand its case over to a colleague. */
  readonly is: "person" | "organisation";
  /**
   * Applications of one identity are the same to a call, which takes one of them: an address, a school with its strand. Capitals and
   * blanks around it make no difference. What was sent may lack anything.
   */
  readonly identity: (values: Readonly<Record<string, unknown>>) => string;
}

type Identity = Applicant["identity"];

const said = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** Whoever has the address applies. */
const byAddress: Identity = ({ email }) => said(email);

export const person = ({ identity = byAddress }: { readonly identity?: Identity } = {}): Applicant => ({
  is: "person",
  identity,
});

/**
 * An organisation by the field of the application that holds its code, or by an identity of the process's own; where neither is said, by
 * the address of whoever represents it.
 */
export const organisation = (
  by: { readonly code: string } | { readonly identity: Identity } | undefined = undefined,
): Applicant => ({
  is: "organisation",
  identity: by === undefined ? byAddress : "code" in by ? (values) => said(values[by.code]) : by.identity,
});

/** Does the owner of an address choose which of several applications counts? Of an organisation nobody is, and the first counts. */
export const isByAddress = (process: { readonly applicant?: Applicant }): boolean =>
  applicantOf(process).identity === byAddress;

/** Who applies to a process; a person where it says nothing. */
export const applicantOf = ({ applicant = person() }: { readonly applicant?: Applicant }): Applicant =>
  applicant;
