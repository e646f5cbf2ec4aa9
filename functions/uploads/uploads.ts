import type { Fields, FileType } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { UploadForm } from "../adapters/uploads.ts";
import type { House } from "../house.ts";
import { type Upload, uploadItem } from "../store/applicant-items.ts";
import { uploadedKey, uploadKey, uploadsIn, uploadsOf, uploadsOfTasks } from "../store/keys.ts";
import { ownerKey, quarantineKey, termsOf, type UploadOwner } from "./owner.ts";
import {
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
export async function latestUpload(
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

/**
 * The latest file of each place in a form that takes files. `before`: what was answered in an earlier task of the same case that
 * asked the same; the files of its rows are there as well, because who is asked again finds the rows in the form.
 */
export async function filesOf(
  house: Pick<House, "table">,
  owner: UploadOwner,
  form: Form<Fields, string>,
  before: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, Upload>>> {
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

async function filesBefore(
  { table }: Pick<House, "table">,
  pk: string,
  form: Form<Fields, string>,
  before: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, Upload>>> {
  const held = new Set(filesInRows(form.fields, before).map(({ id }) => id));
  if (held.size === 0) return {};
  const uploads = (await table.query(pk, uploadsOfTasks)).map((item) => uploadItem.parse(item));
  const known = uploads.filter(({ id, status }) => status === "released" && held.has(id));
  return Object.fromEntries(known.map((upload) => [upload.id, upload]));
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

/** Takes a file back out of the answer, and away: nobody reads it any more, by whatever link. */
export async function removeUpload(
  house: Pick<House, "table" | "clock" | "documents">,
  owner: UploadOwner,
  field: string,
): Promise<void> {
  const latest = await latestUpload(house, owner, field);
  if (latest?.status !== "released") return;
  const { pk, sk } = uploadKey(ownerKey(owner), latest.field, latest.id);
  // First what it holds: whoever is cut off in between takes it back once more.
  await house.documents.remove(uploadedKey(latest.id));
  await house.table.change(
    { pk, sk },
    { set: { status: "removed", at: house.clock.now() }, when: { status: { is: "released" } } },
  );
}
