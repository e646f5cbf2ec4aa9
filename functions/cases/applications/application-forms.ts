import * as z from "zod";
import { processOf } from "../../../workflows/catalogue.ts";
import { type Applicant, applicantOf, saidOfApplicant } from "../../../workflows/kernel/applicant.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { School } from "../../../workflows/kernel/facts/schools.ts";
import type { Fields } from "../../../workflows/kernel/field.ts";
import { type FieldError, type Form, pagesFor } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { isCurrent } from "../../../workflows/kernel/open.ts";
import { saidSoFar } from "../../../workflows/kernel/parse.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { schoolsOfHead } from "../../calls/schools.ts";
import type { House } from "../../house.ts";
import type { Head } from "../../store/items.ts";
import { idOf } from "../../store/keys.ts";
import type { LoadedCase } from "../load.ts";

/** What a call says about applying. */
export interface ApplicationTerms {
  readonly process: string;
  readonly form: Form<Fields, string>;
  readonly start: string;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Each application is a case of its own, whoever sends it. */
  readonly isRepeatable: boolean;
  /** Applications of one identity are the same to the call. */
  readonly identity: Applicant["identity"];
  /** The field in which it is asked who applies. */
  readonly nameField: string;
  /** Towns are checked against the gazetteer and certificates in the register, when somebody applies. */
  readonly checkFacts: (
    house: Pick<House, "table" | "clock">,
    values: Readonly<Record<string, unknown>>,
  ) => Promise<readonly FieldError[]>;
}

const dates = z.object({ applicationProcess: z.string(), opensAt: z.string(), closesAt: z.string() });

/** The list of schools that a call has brought. */
type Schools = { readonly schools?: readonly School[] | undefined };

/** What a form knows before there is a case: the call, and what whoever applies has said so far. */
export const fileOfCall = (
  process: string,
  call: Pick<Head, "data"> & Partial<Pick<Head, "pk">>,
  { application = {}, schools }: Partial<Pick<CaseFile, "application">> & Schools = {},
): CaseFile => ({
  ref: "",
  process,
  language: "lt",
  application,
  submittedAt: "",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: { ...call.data, ...(schools ? { schools } : {}) },
  callId: idOf(call.pk ?? ""),
});

/** The application as the call asks it; what was said so far may decide what is asked of the rest. */
function formOf(process: Process, call: Head, said: unknown, known: Schools): Form | undefined {
  const { application: form, id } = process;
  if (!form) return undefined;
  const asked = formIn(form, fileOfCall(id, call, known));
  if (said === undefined) return asked;
  const application = saidSoFar(asked, said);
  return pagesFor(formIn(form, fileOfCall(id, call, { ...known, application })), application);
}

/** An application as it was asked in its case. */
export const applicationIn = ({ process, file }: Pick<LoadedCase, "process" | "file">): Form | undefined =>
  process.application && formIn(process.application, file);

/** The terms of applying to a call, for whoever has said so much of it; `undefined` when nobody can apply to it. */
export async function applicationOf(
  { table }: Pick<House, "table">,
  call: Head,
  said?: unknown,
): Promise<ApplicationTerms | undefined> {
  const read = dates.safeParse(call.data);
  if (!read.success) return undefined;
  const process = await processOf(read.data.applicationProcess);
  const form = formOf(process, call, said, { schools: await schoolsOfHead(table, call) });
  if (!form) return undefined;
  return {
    process: process.id,
    form,
    start: process.start,
    isRepeatable: process.call?.isRepeatable === true,
    identity: applicantOf(process).identity,
    nameField: applicantOf(process).fields.name,
    opensAt: read.data.opensAt,
    // A call that is over before its time takes no more applications.
    closesAt:
      call.endedAt !== undefined && call.endedAt < read.data.closesAt ? call.endedAt : read.data.closesAt,
    checkFacts: async (one, values) => [
      ...(await checkTowns(process, form, values)),
      ...(await checkCertificates(one, process, form, values)),
    ],
  };
}

async function checkTowns(
  process: Process,
  form: Form<Fields, string>,
  values: Readonly<Record<string, unknown>>,
): Promise<FieldError[]> {
  const towns = Object.entries(form.fields).filter(([, field]) => field.kind === "town");
  if (towns.length === 0) return [];
  const { municipality } = saidOfApplicant(process, values);
  const { findTown, seatOf } = await import("../../../workflows/kernel/facts/towns.ts");
  return towns.flatMap(([name]) => {
    const said = values[name];
    if (typeof said !== "string") return [];
    const isKnown = findTown("LT", said).outcome === "found" || seatOf(municipality) !== undefined;
    return isKnown ? [] : [{ field: name, problem: "unknownTown" as const }];
  });
}

/** A certificate is evidence when it is in the register, was not taken back, and says the name of whoever applies. */
async function checkCertificates(
  house: Pick<House, "table" | "clock">,
  process: Process,
  form: Form<Fields, string>,
  values: Readonly<Record<string, unknown>>,
): Promise<FieldError[]> {
  const asked = Object.entries(form.fields).filter(([, { kind }]) => kind === "certificate");
  const errors: FieldError[] = [];
  const { name } = saidOfApplicant(process, values);
  for (const [field, { register }] of asked) {
    const said = values[field];
    if (typeof said !== "string") continue;
    const [{ findCertificate }, { readNumber }] = await Promise.all([
      import("../../certificates/find.ts"),
      import("../../certificates/number.ts"),
    ]);
    const number = readNumber(said);
    if (register !== undefined) {
      if (number === undefined || !(await standsIn(house, register, { number, name })))
        errors.push({ field, problem: "notInRegister" });
      continue;
    }
    const found = number === undefined ? undefined : await findCertificate(house.table, number);
    if (!found) errors.push({ field, problem: "unknownCertificate" });
    else if (found.revoked) errors.push({ field, problem: "revokedCertificate" });
    else if (name !== "" && !isSameName(name, found.says.holder))
      errors.push({ field, problem: "othersCertificate" });
  }
  return errors;
}

/** Does this person stand in the register today? Whoever does not agree to be named there is known by the number alone. */
async function standsIn(
  house: Pick<House, "table" | "clock">,
  register: string,
  who: { readonly number: string; readonly name: string },
): Promise<boolean> {
  const { todayOf, withNumber } = await import("../../public/read.ts");
  const row = (await withNumber(house, who.number))?.row;
  if (row?.kind !== register || !isCurrent(row, todayOf(house))) return false;
  return row.says?.as !== "registration" || who.name === "" || isSameName(who.name, row.says.holder);
}

const isSameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase("lt") === b.trim().toLocaleLowerCase("lt");
