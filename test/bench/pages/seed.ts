import * as z from "zod";
import type { Table } from "../../../functions/adapters/table.ts";
import { entryOf, loadCase } from "../../../functions/cases/load.ts";
import type { House } from "../../../functions/house.ts";
import { countFigures } from "../../../functions/lines/figures.ts";
import { type EntryItem, entryItem } from "../../../functions/store/items.ts";
import { documentKey, refOfCall } from "../../../functions/store/keys.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import type { CaseDecision } from "../../../workflows/kernel/case-decision.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Entry } from "../../../workflows/kernel/entry.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { Decision } from "../../../workflows/kernel/selection/decision.ts";
import { copier, type Stored, type Wanted } from "./copies.ts";
import { linesPlayed, storedLine } from "./lines.ts";
import type { MomentName, Roads } from "./roads.ts";

export type Store = (items: Iterable<Stored>) => Promise<void>;

type Parts = Pick<House, "table" | "documents" | "clock">;

/**
 * A call as it is at a moment, with so many copies of everybody, their lines in the lists of the call, and its figures. Where it has been ranked, the order of the copies is worked
 * out by the call's own steps and put in the place of what was played, so that ranking, places and documents agree.
 */
export async function seedCall(
  parts: Parts & { readonly table: Table },
  store: Store,
  roads: Roads,
  name: MomentName,
  wanted: Wanted,
): Promise<void> {
  const copies = copier(roads, roads.moments[name], wanted);
  await store(copies.call());
  const order = await orderOf(parts, roads, wanted);
  await store(withOrder(copies.cases(), order));
  await store(linesAmong(copies.others(await linesPlayed(roads.moments[name])), order));
  await countFigures(parts, wanted.callId);
}

/** The call at a moment with the places of so many copies in it, and nothing else of them. */
export async function seedEntries(
  parts: Parts & { readonly table: Table },
  store: Store,
  roads: Roads,
  name: MomentName,
  wanted: Wanted,
): Promise<void> {
  const copies = copier(roads, roads.moments[name], wanted);
  await store(copies.call());
  await store(entriesAmong(withOrder(copies.cases(), await orderOf(parts, roads, wanted))));
}

function* entriesAmong(items: Iterable<Stored>): Generator<Stored> {
  for (const item of items) if (item.sk.startsWith("entry#")) yield item;
}

function* linesAmong(copied: Iterable<unknown>, order: Order | undefined): Generator<Stored> {
  for (const one of copied) yield* storedLine(one, order?.made);
}

interface Order {
  readonly before: ReadonlyMap<string, Decision>;
  readonly made: ReadonlyMap<string, Decision>;
}

/** What the call's own steps decide about the copies, and by what was played. */
async function orderOf(parts: Parts, roads: Roads, wanted: Wanted): Promise<Order | undefined> {
  const call = await loadCase(parts, refOfCall(wanted.callId));
  if (!call) throw new Error(`${wanted.callId} was not stored`);
  const records = call.file.records;
  const ranked = records.find(({ outcome }) => outcome === "ranked");
  if (!ranked) return undefined;
  const atRanking = [...copier(roads, roads.moments.ranked, wanted).cases()].flatMap(({ sk, ...item }) =>
    sk.startsWith("entry#") ? [entryItem.parse({ ...item, sk })] : [],
  );
  const before = decisionsIn(atRanking);
  const file = {
    ...call.file,
    entries: atRanking.map((entry) => ({ ...entryOf(entry), decision: undefined })),
  };
  const proposed = decided(file, run(call.process, "ranking", file, ranked.at));
  const published = records.find(({ outcome }) => outcome === "published");
  if (!published) return { before, made: decisionsOf(proposed.entries) };
  const known = { ...proposed, records: records.filter(({ visit }) => visit < published.visit) };
  const result = run(call.process, published.state, known, published.at);
  if (result.document)
    await parts.documents.keep(
      documentKey(call.head.pk, result.document.name),
      JSON.stringify(result.document.data),
      "application/json",
    );
  return { before, made: decisionsOf(decided(known, result).entries) };
}

function run({ states }: Process, state: string, file: CaseFile, at: string) {
  const definition = states[state];
  if (definition?.kind !== "step") throw new Error(`${state} is no step`);
  return definition.run(file, at);
}

function decided(
  file: CaseFile & { readonly entries: readonly Entry[] },
  result: { readonly decisions?: readonly CaseDecision[] },
) {
  const made = new Map(result.decisions?.map((one) => [one.ref, one.decision]));
  return {
    ...file,
    entries: file.entries.map((entry) => ({ ...entry, decision: made.get(entry.ref) ?? entry.decision })),
  };
}

const decisionsIn = (entries: readonly EntryItem[]) => decisionsOf(entries.map(entryOf));
const decisionsOf = (entries: readonly Entry[]): ReadonlyMap<string, Decision> =>
  new Map(
    entries.flatMap((entry) => {
      const made = selection.decisionIn(entry.decision);
      return made ? [[entry.ref, made]] : [];
    }),
  );

/** The copies with their own places. Throws where the ranking of the copies is not that of those who were copied. */
function* withOrder(items: Iterable<Stored>, order: Order | undefined): Generator<Stored> {
  for (const item of items) {
    if (!order || !item.sk.startsWith("entry#") || item.decision === undefined) {
      yield item;
      continue;
    }
    const entry = entryItem.parse(item);
    const [played, own] = [order.before.get(entry.ref), order.made.get(entry.ref)];
    if (played?.kind !== own?.kind || played?.share !== own?.share)
      throw new Error(
        `${entry.ref} was "${played?.kind} ${played?.share}" and is "${own?.kind} ${own?.share}" among its copies`,
      );
    const { reserveTold: _told, ...was } = z.record(z.string(), z.unknown()).parse(entry.decision);
    const { position, decidedBy, why } = own ?? {};
    yield { ...item, decision: JSON.parse(JSON.stringify({ ...was, position, decidedBy, why })) };
  }
}
