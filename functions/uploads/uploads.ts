import type { Fields, FileType } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { UploadForm } from "../adapters/uploads.ts";
import type { House } from "../house.ts";
import { type Upload, uploadItem } from "../store/applicant-items.ts";
import { uploadedKey, uploadKey, uploadsOf } from "../store/keys.ts";
import { ownerKey, quarantineKey, termsOf, type UploadOwner } from "./owner.ts";

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
  const items = await table.query(key.pk, uploadsOf(key, field));
  // Of two at one instant the one that can be used counts.
  const order = ({ at, status }: Upload): string => `${at} ${status === "released" ? 1 : 0}`;
  return items
    .map((item) => uploadItem.parse(item))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .at(-1);
}

/** The latest file of each field of a form that takes files. */
export async function filesOf(
  house: Pick<House, "table">,
  owner: UploadOwner,
  form: Form<Fields, string>,
): Promise<Readonly<Record<string, Upload>>> {
  const names = Object.entries(form.fields).filter(([, field]) => field.kind === "file");
  const found = await Promise.all(
    names.map(async ([name]) => [name, await latestUpload(house, owner, name)] as const),
  );
  return Object.fromEntries(found.flatMap(([name, upload]) => (upload ? [[name, upload] as const] : [])));
}

/** What an answer holds for the fields that take files: what was released last, whatever was sent. */
export const releasedIds = (files: Readonly<Record<string, Upload>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([name, { status, id }]) => (status === "released" ? [[name, id]] : [])),
  );

/** Takes a file back out of the answer, and away: nobody reads it any more, by whatever link. */
export async function removeUpload(
  house: Pick<House, "table" | "clock" | "documents">,
  owner: UploadOwner,
  field: string,
): Promise<void> {
  const latest = await latestUpload(house, owner, field);
  if (latest?.status !== "released") return;
  const { pk, sk } = uploadKey(ownerKey(owner), field, latest.id);
  // First what it holds: whoever is cut off in between takes it back once more.
  await house.documents.remove(uploadedKey(latest.id));
  await house.table.change(
    { pk, sk },
    { set: { status: "removed", at: house.clock.now() }, when: { status: { is: "released" } } },
  );
}
