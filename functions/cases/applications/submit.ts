import { isDeepStrictEqual } from "node:util";
import { processOf } from "../../../workflows/catalogue.ts";
import { addressIn, applicantOf } from "../../../workflows/kernel/applicant.ts";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { Fields } from "../../../workflows/kernel/field.ts";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import { type Parsed, type ParsedAnswer, parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { House } from "../../house.ts";
import { linksOf, noteTaken } from "../../linked/linked.ts";
import { caseIdOf } from "../../links.ts";
import { type Head, headItem } from "../../store/items.ts";
import { entryKey, headKey, pendingSince, refOfCall, refOfCase } from "../../store/keys.ts";
import { filesInRows, withRowFiles } from "../../uploads/places.ts";
import { noteMine } from "../people/mine.ts";
import { type ApplicationTerms, applicationOf } from "./application-forms.ts";
import { closeDraft, reopenDraft, type WrittenDraft } from "./draft.ts";

export interface Submission {
  readonly callId: string;
  readonly language: Language;
  /** Flat by field name, as a page or a program sent it. */
  readonly raw: unknown;
  /** The same draft sent twice is one application. */
  readonly draftId: string;
  /** It was written page by page in the portal, where files can be uploaded: how often a page was kept when it was read. */
  readonly draft?: Pick<WrittenDraft, "version" | "files">;
}

export type Submitted =
  | { readonly outcome: "stored"; readonly ref: string; readonly submittedAt: string }
  | Known
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly outcome: "late"; readonly closedAt: string }
  | { readonly outcome: "early"; readonly opensAt: string }
  | { readonly outcome: "unknownCall" }
  /** A page of the draft was kept after it was read: it has to be read again. */
  | { readonly outcome: "changed" };

/** An application that is stored already; `isSame`: it says what was sent this time (left out and sent empty are the same). */
interface Known {
  readonly outcome: "resubmitted";
  readonly ref: string;
  readonly submittedAt: string;
  readonly isSame: boolean;
}

/**
 * Stores an application, and only then says so. What follows from it (its machine, the acknowledgement) is pending
 * until the sweeper has done it, so submitting never waits for other services, nor depends on their being up.
 */
export async function submitApplication(
  house: Pick<House, "table" | "clock" | "config" | "log">,
  submission: Submission,
): Promise<Submitted> {
  const { callId, language, draftId } = submission;
  const callItem = await house.table.get(headKey(refOfCall(callId)));
  if (!callItem) return { outcome: "unknownCall" };
  const call = headItem.parse(callItem);
  const now = house.clock.now();
  const terms = await applicationOf(house, call, submission.raw);
  if (!terms) return { outcome: "unknownCall" };
  const raw = withDraftFiles(submission, terms.form);
  const parsed = withoutUploads(submission, terms.form) ?? parseAnswer(terms.form, raw);
  const { known, ref } = await placeOf(house, submission, parsed, terms);
  if (known) return known;
  if (now < terms.opensAt) return { outcome: "early", opensAt: terms.opensAt };
  if (isOver(terms.closesAt, now)) return { outcome: "late", closedAt: terms.closesAt };
  if (parsed.outcome === "invalid") return parsed;
  const { values } = parsed.value;
  const errors = await terms.checkFacts(house, values);
  if (errors.length > 0) return { outcome: "invalid", errors };
  const links = await linksOf(house, terms.process, values);
  const facts = Object.keys(terms.form.facts ?? {});
  const head: Head = {
    ...headKey(ref),
    sk: "head",
    process: terms.process,
    callId,
    language,
    submittedAt: now,
    application: values,
    ...(facts.length > 0 ? { listed: facts } : {}),
    ...(links.length > 0 ? { links: [...links] } : {}),
    draftId,
    generation: 1,
    interruptions: [],
    interrupted: 0,
    heard: 0,
    toStart: { from: terms.start, visit: 1 },
    ...pendingSince(ref, now),
  };
  const { draft } = submission;
  if (draft && (await closeDraft(house, draftId, { ref, version: draft.version })) === "changed")
    return { outcome: "changed" };
  if ((await house.table.put(head, { ifAbsent: true })) === "exists") {
    // Another took its place at the same moment: the same one, or one that leaves it its own place.
    if (draft) await reopenDraft(house, draftId, ref);
    return submitApplication(house, submission);
  }
  await Promise.all([enterSelection(house, head), noteIfHidden(house, head), noteTaken(house, head)]);
  house.log("K101", { ref });
  return { outcome: "stored", ref, submittedAt: now };
}

/** Of a draft each row has the file that was released for it. */
const withDraftFiles = ({ raw, draft }: Submission, { fields }: Form): unknown =>
  draft && typeof raw === "object" && raw !== null ? withRowFiles(fields, { ...raw }, draft.files) : raw;

/** Only a draft has files of its own: whoever names another's gets none. */
function withoutUploads({ raw, draft }: Submission, form: Form): Parsed<never> | undefined {
  if (draft || typeof raw !== "object" || raw === null) return undefined;
  const named = Object.keys(raw).filter((name) => form.fields[name]?.kind === "file");
  const errors: FieldError[] = [
    ...named.map((field) => ({ field, problem: "unknownField" as const })),
    ...filesInRows(form.fields, { ...raw }).map(({ name, column, row }) => ({
      field: name,
      problem: "unknownField" as const,
      at: { row, column },
    })),
  ];
  return errors.length > 0 ? { outcome: "invalid", errors } : undefined;
}

/** The case's place in its call's list, from which the call knows that it must wait for it. */
export async function enterSelection(house: Pick<House, "table">, head: Head): Promise<void> {
  const entry = { ...entryKey(head.callId, head.pk), ref: head.pk, state: "submitted", ended: false };
  await house.table.put({ ...entry, submittedAt: head.submittedAt }, { ifAbsent: true });
}

const firstPlace = (secret: string, callId: string, identity: string): string =>
  refOfCase(caseIdOf(secret, callId, identity));
const ownPlace = (secret: string, callId: string, identity: string, draftId: string): string =>
  refOfCase(caseIdOf(secret, callId, `${identity} ${draftId}`));

/** Notes a case by its address, and by its identity, that is not in the place where it would be looked for by it. */
export async function noteIfHidden(
  house: Pick<House, "table" | "config">,
  { callId, pk, application = {}, process }: Head,
): Promise<void> {
  const { identity } = applicantOf(await processOf(process));
  for (const known of new Set([addressIn(application), identity(application)]))
    if (pk !== firstPlace(house.config.linkSecret, callId, known)) await noteMine(house, known, pk);
}

/**
 * Where an application is stored: in the first place of its identity, or in one of its own where that is taken or the call takes
 * several of one person. Both are looked at whatever is there, so that nobody learns from an answer's time who has applied.
 */
async function placeOf(
  house: Pick<House, "table" | "config">,
  { callId, raw, draftId }: Submission,
  parsed: Parsed<ParsedAnswer<Fields, string>>,
  { isRepeatable, identity }: Pick<ApplicationTerms, "isRepeatable" | "identity">,
): Promise<{ readonly ref: string; readonly known?: Known }> {
  const values = parsed.outcome === "valid" ? parsed.value.values : raw;
  const whose = identity(typeof values === "object" && values !== null ? { ...values } : {});
  const { linkSecret } = house.config;
  const own = ownPlace(linkSecret, callId, whose, draftId);
  const first = isRepeatable ? own : firstPlace(linkSecret, callId, whose);
  const [inFirst, inOwn] = await Promise.all([first, own].map((ref) => house.table.get(headKey(ref))));
  for (const item of [inFirst, inOwn]) {
    if (!item) continue;
    const { pk, submittedAt, application, ...head } = headItem.parse(item);
    if (head.draftId !== draftId) continue;
    const isSame =
      parsed.outcome === "valid" && isDeepStrictEqual({ ...parsed.value.values }, { ...application });
    return { ref: pk, known: { outcome: "resubmitted", ref: pk, submittedAt, isSame } };
  }
  return { ref: inFirst ? own : first };
}
