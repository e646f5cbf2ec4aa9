import type { Fields, FileType } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { UploadForm } from "../adapters/uploads.ts";
import type { House } from "../house.ts";
import { type Upload, uploadItem } from "../store/applicant-items.ts";
import { uploadedKey, uploadKey, uploadsIn, uploadsOf, uploadsOfTasks } from "../store/keys.ts";
import { ownerKey, quarantineKey, termsOf, type UploadOwner } from "./owner.ts";
import {
  type Brought,
  columnOf,
  fileColumnsOf,
  filesInRows,
  inOrder,
  isInRow,
  isOfCell,
  latestOf,
  placeInRow,
  withRowFiles,
} from "./places.ts";

/** A form can be used for so long: people look for their file, or take it with a phone first. */
const formMinutes = 60;

/** A form for one file for a field; `undefined` when the field takes none, or none any more. */
export async function uploadFormFor(
  house: Pick<House, "table" | "clock" | "uploads">,
  owner: UploadOwner,
  field: string,
  after: string,
): Promise<(UploadForm & { readonly maxBytes: number; readonly types: readonly FileType[] }) | undefined> {
  const terms = await termsOf(house, owner, field);
  if (!terms) return undefined;
  const now = house.clock.now();
  const soon = new Date(Date.parse(now) + formMinutes * 60_000).toISOString();
  const { maxBytes, types } = terms;
  const form = await house.uploads.form({
    key: quarantineKey(owner, field),
    until: [soon, terms.until].toSorted()[0] ?? soon,
    now,
    after,
  });
  return { ...form, maxBytes, types };
}

/** The last thing that happened to a field's files: released, refused or removed; `undefined` while there is none. */
async function latestUpload(
  { table }: Pick<House, "table">,
  owner: UploadOwner,
  field: string,
): Promise<Upload | undefined> {
  const key = ownerKey(owner);
  const items = await table.query(
    key.pk,
    isInRow(field) ? uploadsIn(key, columnOf(field)) : uploadsOf(key, field),
  );
  return inOrder(items.map((item) => uploadItem.parse(item)))
    .filter((upload) => isOfCell(upload, field))
    .at(-1);
}

/** What was answered in an earlier task of the same case that asked the same. */
type Before = Readonly<Record<string, unknown>>;

/**
 * The latest file of each place in a form that takes files. What an earlier task brought is there as well, until something happens to
 * it here: who is asked again finds in the form what they have sent.
 */
export async function filesOf(
  house: Pick<House, "table">,
  owner: UploadOwner,
  form: Form<Fields, string>,
  before: Before = {},
): Promise<Readonly<Record<string, Brought>>> {
  const key = ownerKey(owner);
  const names = Object.entries(form.fields).filter(([, field]) => field.kind === "file");
  const columns = new Set(fileColumnsOf(form.fields).map(([name, column]) => placeInRow(name, column, "")));
  const [plain, inRows] = await Promise.all([
    Promise.all(names.map(async ([name]) => (await latestUpload(house, owner, name)) ?? [])),
    Promise.all([...columns].map((column) => house.table.query(key.pk, uploadsIn(key, column)))),
  ]);
  return {
    ...(await filesBefore(house, key.pk, form, before)),
    ...latestOf([...plain.flat(), ...inRows.flat().map((item) => uploadItem.parse(item))]),
  };
}

/** Those of rows by what their cells hold, those of fields by the names of these. */
async function filesBefore(
  { table }: Pick<House, "table">,
  pk: string,
  { fields }: Form<Fields, string>,
  before: Before,
): Promise<Readonly<Record<string, Brought>>> {
  const inRows = filesInRows(fields, before).map(({ id }) => id);
  const ofFields = Object.entries(fields).flatMap(([name, { kind }]) => {
    const id = before[name];
    return kind === "file" && typeof id === "string" && id !== "" ? [[name, id] as const] : [];
  });
  if (inRows.length + ofFields.length === 0) return {};
  const uploads = (await table.query(pk, uploadsOfTasks)).map((item) => uploadItem.parse(item));
  const known = new Map(
    uploads.flatMap((one) => (one.status === "released" ? [[one.id, one] as const] : [])),
  );
  const brought: Record<string, Brought> = {};
  for (const id of inRows) {
    const upload = known.get(id);
    if (upload) brought[id] = upload;
  }
  for (const [name, id] of ofFields) {
    const upload = known.get(id);
    if (upload) brought[name] = { ...upload, isKept: true };
  }
  return brought;
}

/** What there is for one field: what happened to its files last, or what an earlier task brought. */
export async function fileFor(
  house: Pick<House, "table">,
  owner: UploadOwner,
  form: Form<Fields, string>,
  { field, before = {} }: { readonly field: string; readonly before?: Before | undefined },
): Promise<Brought | undefined> {
  const latest = await latestUpload(house, owner, field);
  return latest ?? (await filesBefore(house, ownerKey(owner).pk, form, before))[field];
}

/** What was said, with what was released last for each place that takes a file, whatever was sent in its stead. */
export const withReleased = (
  { fields }: Form<Fields, string>,
  said: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, Upload>>,
): Readonly<Record<string, unknown>> => ({
  ...withRowFiles(fields, said, files),
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind }]) =>
      kind === "file" ? [[name, files[name]?.status === "released" ? files[name].id : ""]] : [],
    ),
  ),
});

/**
 * Takes a file back out of the answer, and away: nobody reads it any more, by whatever link. What an earlier answer holds stays there,
 * and is only not brought into this one.
 */
export async function removeUpload(
  house: Pick<House, "table" | "clock" | "documents">,
  owner: UploadOwner,
  form: Form<Fields, string>,
  asked: { readonly field: string; readonly before?: Before | undefined },
): Promise<void> {
  const latest = await fileFor(house, owner, form, asked);
  // What was sent holds its files for good.
  if (latest?.status !== "released" || !(await termsOf(house, owner, asked.field))) return;
  const { isKept, ...upload } = latest;
  const { pk, sk } = uploadKey(ownerKey(owner), upload.field, upload.id);
  if (isKept) {
    await house.table.put({ ...upload, pk, sk, status: "removed", at: house.clock.now() });
    return;
  }
  // First what it holds: whoever is cut off in between takes it back once more.
  await house.documents.remove(uploadedKey(latest.id));
  await house.table.change(
    { pk, sk },
    { set: { status: "removed", at: house.clock.now() }, when: { status: { is: "released" } } },
  );
}
