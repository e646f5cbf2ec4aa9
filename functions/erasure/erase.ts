import { processOf } from "../../workflows/catalogue.ts";
import { addressIn } from "../../workflows/kernel/applicant.ts";
import type { Item, Key } from "../adapters/table.ts";
import { readDraft, sentDraft } from "../cases/applications/draft.ts";
import type { Config } from "../config.ts";
import type { House } from "../house.ts";
import { keepLine } from "../lines/keep.ts";
import { addressIdOf, personIdsOf } from "../links.ts";
import { countOf } from "../seats/count.ts";
import { type Draft, uploadItem } from "../store/applicant-items.ts";
import { type Erasure, erasureItem } from "../store/erasure-item.ts";
import {
  draftPrefix,
  entryKey,
  erasureKey,
  erasureRequestKey,
  headKey,
  linkedTo,
  minePrefix,
  registrationPrefix,
  tookPartIn,
  uploadedKey,
  uploadsIn,
} from "../store/keys.ts";
import { cleared, nothing } from "./cleared.ts";
import { type Identity, type Masking, maskingOf, newStandIn } from "./identity.ts";
import type { Kept } from "./kept.ts";
import { clearedItem, filesOf, textsOf } from "./own-items.ts";
import type { Person } from "./person.ts";

type Parts = Pick<House, "table" | "clock"> & { readonly config: Pick<Config, "linkSecret"> };

/** Who erases, and on what ground. */
export interface Ground {
  readonly by: string;
  readonly reason: string;
}

/** What was done: items that changed, items that went, files that went, mails that say nothing any more. */
export interface Done {
  readonly changed: number;
  readonly gone: number;
  readonly files: number;
  readonly mails: number;
}

/**
 * Erases somebody from everything that is kept. Said again it does what is left. Nothing of a person who may not be erased yet is
 * touched: whoever asks looks at the obstacles first. `leaves`: partitions whose own time is not over yet.
 */
export async function erase(
  house: Parts,
  kept: Kept,
  person: Person,
  ground: Ground,
  { leaves = () => false }: { readonly leaves?: (pk: string) => boolean } = {},
): Promise<Done> {
  const { linkSecret } = house.config;
  const [address = ""] = person.identity.addresses;
  const erasure = await begin(house, addressIdOf(linkSecret, address), person, ground);
  const { identity, hasNamesake } = person;
  const refs = new Set(erasure.refs);
  const theirs = maskingOf(identity, erasure.standIn);
  const everywhere = maskingOf(
    { ...identity, names: hasNamesake ? [] : identity.names.filter(isTelling) },
    erasure.standIn,
    { masking: theirs, isTheirs: ({ ref }) => typeof ref === "string" && refs.has(ref) },
  );
  const own = new Map(person.own.map((one) => [one.head.pk, one.process]));
  const entries = new Set(person.own.map(({ head }) => keyed(entryKey(head.callId, head.pk))));
  const drafts = await draftsOf(house, identity);
  const serving = new Set([...partitionsOf(linkSecret, identity), ...drafts.partitions]);
  const { texts, files: given } = await takenAway(kept, person);
  const files = new Set([...given, ...drafts.files]);
  const toKeep = new Set<string>();
  let changed = 0;
  let gone = 0;

  for await (const item of kept.items()) {
    const key = { pk: String(item.pk), sk: String(item.sk) };
    // Lists and lines are made anew from the cases; the pieces of an attribute go with it; what was erased stays recorded.
    if (/^(lines|public|pieces|erasures)(#|$)/.test(key.pk) || leaves(key.pk)) continue;
    const isOwn = refs.has(key.pk) || entries.has(keyed(key)) || refs.has(String(item.ref));
    const next = await nextOf(house, item, {
      isOwn,
      serving,
      own,
      texts,
      everywhere,
      theirs,
      ground,
      at: erasure.at,
    });
    if (next === "same") continue;
    if (next === "gone") {
      await house.table.delete(key);
      gone++;
    } else {
      await store(house, item, next);
      changed++;
    }
    await kept.clearPieces(key.pk);
    if (key.pk.startsWith("case#")) toKeep.add(key.pk);
  }
  for (const id of files) await kept.documents.remove(uploadedKey(id));
  const papers = await maskDocuments(kept, everywhere);
  for (const ref of new Set([...refs, ...toKeep])) await keepLine(house, ref);
  changed += await maskLeft(house, kept, everywhere);
  const mails =
    kept.blankMails?.(
      ({ tag, text }) =>
        everywhere.finds(text) || [...refs].some((ref) => tag?.includes(ref.slice("case#".length))),
    ) ?? 0;
  await house.table.change(erasureKey(erasure.sk), { set: { doneAt: house.clock.now() } });
  await kept.wipe();
  return { changed: changed + papers, gone, files: files.size, mails };
}

/** A first name alone is anybody's; it is replaced where the person is known by something else. */
const isTelling = (name: string): boolean => /\s|\d/.test(name.trim());

const keyed = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** Kept before anything is touched, so that who goes on after a kill puts the same in the person's place. */
async function begin(
  { table, clock }: Parts,
  id: string,
  { own }: Person,
  { by, reason }: Ground,
): Promise<Erasure> {
  const known = await table.get(erasureKey(id));
  const before = known && erasureItem.parse(known);
  const refs = [...new Set([...(before?.refs ?? []), ...own.map(({ head }) => head.pk)])];
  const erasure: Erasure = {
    ...erasureKey(id),
    at: clock.now(),
    by,
    reason,
    standIn: newStandIn(),
    ...before,
    refs,
  };
  await table.put({ ...erasure });
  return erasure;
}

/** Partitions, and items of others, that hold what only serves the person: codes, sessions' ends, notes, drafts of their address. */
function partitionsOf(secret: string, { addresses, accounts }: Identity): ReadonlySet<string> {
  const ofAddress = addresses.flatMap((address) => {
    const id = addressIdOf(secret, address);
    return [`address#${id}`, minePrefix(id), draftPrefix(id), tookPartIn(id), linkedTo(id)];
  });
  const people = [
    ...addresses.flatMap((email) => personIdsOf(secret, { email })),
    ...accounts.flatMap((iban) => personIdsOf(secret, { iban })),
  ];
  const requests = addresses.map((address) => keyed(erasureRequestKey(addressIdOf(secret, address))));
  return new Set([...ofAddress, ...requests, ...people.map((id) => `person#${id}`)]);
}

/** Their drafts, and what was uploaded for those that were never sent: of the others it is the application's. */
async function draftsOf(house: Parts, { addresses }: Identity) {
  const partitions: string[] = [];
  const files: string[] = [];
  for (const address of addresses)
    for (const { sk } of await house.table.query(
      draftPrefix(addressIdOf(house.config.linkSecret, address)),
    )) {
      const draft = await readDraft(house, String(sk));
      if (!draft || addressIn(draft.values).toLowerCase() !== address) continue;
      partitions.push(draft.pk);
      if (!(await sentDraft(house, draft))) files.push(...(await uploadsOfDraft(house, draft)));
    }
  return { partitions, files };
}

const uploadsOfDraft = async ({ table }: Parts, { pk, sk }: Draft): Promise<readonly string[]> =>
  (await table.query(pk, uploadsIn({ sk }, ""))).map((item) => uploadItem.parse(item).id);

/** What their cases lose: texts that may stand elsewhere as copies, and files. */
async function takenAway(kept: Kept, { own }: Person) {
  const texts = new Set<string>();
  const files = new Set<string>();
  const persons = new Map(
    own.filter(({ process }) => process.applicant?.is !== "organisation").map((one) => [one.head.pk, one]),
  );
  for await (const item of kept.items()) {
    const one = persons.get(String(item.pk));
    if (!one) continue;
    const process = await processOf(one.head.process);
    for (const text of textsOf(process, item)) texts.add(text);
    for (const id of filesOf(process, item)) files.add(id);
  }
  return { texts, files };
}

interface Changing {
  readonly isOwn: boolean;
  readonly serving: ReadonlySet<string>;
  readonly own: ReadonlyMap<string, Person["own"][number]["process"]>;
  readonly texts: ReadonlySet<string>;
  readonly everywhere: Masking;
  readonly theirs: Masking;
  readonly ground: Ground;
  readonly at: string;
}

/** What becomes of an item. */
async function nextOf(
  house: Parts,
  item: Item,
  { isOwn, serving, own, texts, everywhere, theirs, ground, at }: Changing,
): Promise<Item | "same" | "gone"> {
  const [pk, sk] = [String(item.pk), String(item.sk)];
  if (serving.has(pk) || serving.has(keyed({ pk, sk }))) return "gone";
  const names = everywhere.finds(item);
  if (/^(session|subject|pass|exports)#/.test(pk)) return names ? "gone" : "same";
  const process = own.get(pk);
  if (isOwn) {
    const isPerson = process && process.applicant?.is !== "organisation";
    const left = isPerson ? clearedItem(process, item) : item;
    if (left === "gone") return "gone";
    const masked = theirs.value(withoutCopies(left, texts));
    return process && sk === headKey(pk).sk ? { ...masked, erased: { at, ...ground } } : masked;
  }
  if (pk.startsWith("seats#") && sk.startsWith(registrationPrefix) && names) {
    const form = (await processOfSeats(house, pk))?.seats?.form;
    const values = item.values;
    const isSaid = typeof values === "object" && values !== null;
    return theirs.value({
      ...item,
      ...(form && isSaid ? { values: cleared(form.fields, { ...values }) } : {}),
    });
  }
  return names ? everywhere.value(item) : "same";
}

async function processOfSeats(house: Parts, pk: string) {
  const count = await countOf(house, pk);
  return count && processOf(count.process);
}

/** A text that somebody wrote stands in records and decisions as it was written. */
export function withoutCopies<T>(value: T, texts: ReadonlySet<string>): T {
  const deep = (one: unknown): unknown => {
    if (typeof one === "string") return texts.has(one.trim()) ? nothing : one;
    if (Array.isArray(one)) return one.map(deep);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, said]) => [name, deep(said)]));
  };
  return deep(value) as T;
}

/** Writes what changed of an item; one whose key names the person gets another key. */
export async function store({ table }: Parts, before: Item, next: Item): Promise<void> {
  const [was, now] = [before, next].map((item) => ({ pk: String(item.pk), sk: String(item.sk) }));
  if (!was || !now) return;
  if (keyed(was) !== keyed(now)) {
    await table.put({ ...next, ...now });
    await table.delete(was);
    return;
  }
  const changes = Object.entries(next).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  const remove = Object.keys(before).filter((name) => !Object.hasOwn(next, name));
  if (changes.length + remove.length === 0) return;
  await table.change(was, { set: Object.fromEntries(changes), remove });
}

/** Rankings and other documents of calls and cases: JSON, in which nothing but the person's stand-in changes. */
async function maskDocuments({ documents }: Kept, masking: Masking): Promise<number> {
  let changed = 0;
  for (const key of await documents.keys()) {
    const body = key.endsWith(".json") ? await documents.read(key) : undefined;
    if (!body) continue;
    const data: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    if (!masking.finds(data)) continue;
    await documents.rewrite(key, Buffer.from(JSON.stringify(masking.value(data))));
    changed++;
  }
  return changed;
}

/** What was made anew names nobody; an entry of a list that no line knows any more would. */
async function maskLeft(house: Parts, kept: Kept, masking: Masking): Promise<number> {
  let changed = 0;
  for await (const item of kept.items()) {
    const key = { pk: String(item.pk), sk: String(item.sk) };
    if (!/^(lines|public)#/.test(key.pk) || !masking.finds(item)) continue;
    await house.table.delete(key);
    changed++;
  }
  return changed;
}
