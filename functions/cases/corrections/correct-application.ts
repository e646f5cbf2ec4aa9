import type { Field, FieldKind } from "../../../workflows/kernel/field.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { House } from "../../house.ts";
import { type Head, headItem } from "../../store/items.ts";
import { headKey, refOfCall } from "../../store/keys.ts";
import { applicationOf } from "../applications/application-forms.ts";
import type { LoadedCase } from "../load.ts";
import { correctionForm } from "../tasks/forms.ts";

/** Kinds of answers in which a pen can slip. Addresses and accounts have ways of their own. */
const slips: readonly FieldKind[] = [
  "text",
  "longText",
  "phone",
  "number",
  "date",
  "time",
  "town",
  "choice",
  "yesNo",
];

export interface Correctable {
  readonly name: string;
  readonly field: Field<unknown>;
  /** It decides the case's place among the others, and has been weighed. */
  readonly isWeighed: boolean;
}

/** The answers of an application in which a typing error can be put right. */
export function correctableOf({
  process,
  entry,
  file,
}: Pick<LoadedCase, "process" | "entry" | "file">): readonly Correctable[] {
  const form = process.application && formIn(process.application, file);
  /** A copy without the name is the coordinator's to make, too, of what the applicant has brought. */
  const isCopy = ({ namelessOf = "" }: Field<unknown>): boolean =>
    Object.hasOwn(file.application, namelessOf);
  return Object.entries(form?.fields ?? {}).flatMap(([name, field]) =>
    (slips.includes(field.kind) && !field.confidential) || isCopy(field)
      ? [{ name, field, isWeighed: field.ranks === true && entry?.bid !== undefined }]
      : [],
  );
}

/** An answer that can still be put right. */
export const correctableAt = (
  loaded: Pick<LoadedCase, "process" | "entry" | "file">,
  name: string,
): Correctable | undefined =>
  loaded.entry?.ended ? undefined : correctableOf(loaded).find((one) => one.name === name);

export type Corrected =
  | { readonly outcome: "corrected" | "same" | "changed" | "weighed" | "unknown" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

interface Correction {
  readonly name: string;
  /** What was typed: the value and the reason. */
  readonly typed: unknown;
  readonly by: NonNullable<Head["amendments"]>[number]["by"];
  /** How many corrections there were when the page was drawn. */
  readonly after: number;
}

/**
 * Puts one answer of an application right, read by the application's own form; what stood there before, who changed it,
 * when and why is kept. Sent twice from one page it is done once.
 */
export async function correctApplication(
  house: Pick<House, "table" | "clock" | "log">,
  loaded: LoadedCase,
  { name, typed, by, after }: Correction,
): Promise<Corrected> {
  const { head, process, file } = loaded;
  const known = correctableAt(loaded, name);
  if (!known || !process.application) return { outcome: "unknown" };
  const parsed = parseAnswer(correctionForm(known.field), typed);
  if (parsed.outcome === "invalid") return parsed;
  const { value: now, reason } = parsed.value.values;
  const { amendments = [], amended = 0 } = head;
  const { [name]: was, ...rest } = file.application;
  const made = amendments.slice(after).findLast((one) => one.field === name);
  if (made?.now === now && made?.by.email === by.email) return { outcome: "corrected" };
  if (known.isWeighed) return { outcome: "weighed" };
  if (amended !== after) return { outcome: "changed" };
  if (was === now) return { outcome: "same" };
  const application = now === undefined ? rest : { ...rest, [name]: now };
  const errors = await faultsOf(house, loaded, name, application);
  if (errors.length > 0) return { outcome: "invalid", errors };
  const at = house.clock.now();
  const { outcome } = await house.table.change(headKey(head.pk), {
    set: {
      application,
      amendments: [...amendments, { field: name, was, now, at, by, reason: String(reason) }],
    },
    add: { amended: 1 },
    when: { amended: head.amended === undefined ? "absent" : { is: amended } },
  });
  if (outcome === "changed") {
    house.log("K105", { ref: head.pk, field: name });
    return { outcome: "corrected" };
  }
  const item = await house.table.get(headKey(head.pk));
  const again = headItem.parse(item).amendments?.slice(after) ?? [];
  const isMine = again.some((one) => one.field === name && one.now === now && one.by.email === by.email);
  return { outcome: isMine ? "corrected" : "changed" };
}

/** What is wrong with the value beside the other answers; faults that the application had before are nobody's now. */
async function faultsOf(
  house: Pick<House, "table" | "clock">,
  { process, file, head }: LoadedCase,
  name: string,
  application: Readonly<Record<string, unknown>>,
): Promise<readonly FieldError[]> {
  const call = await house.table.get(headKey(refOfCall(head.callId)));
  const terms = call && (await applicationOf(house, headItem.parse(call)));
  const facts = (await terms?.checkFacts(house, application)) ?? [];
  const before = process.application?.check(file.application) ?? [];
  const now = process.application?.check(application) ?? [];
  const isNew = (error: FieldError) =>
    !before.some(({ field, problem }) => field === error.field && problem === error.problem);
  const found = [...facts.filter(({ field }) => field === name), ...now.filter(isNew)];
  return found.map((error) => ({ ...error, field: "value" }));
}
