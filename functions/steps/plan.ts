import { randomUUID } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { StepResult } from "../../workflows/kernel/step-result.ts";
import type { House } from "../house.ts";
import { planKey } from "../store/keys.ts";
import { type Plan, pieceItem, plan, planItem } from "../store/plan-item.ts";

type Parts = Pick<House, "table">;

/** The step of which case or call, at which of its visits. */
export interface StepAt {
  readonly ref: string;
  readonly visit: number;
  readonly state: string;
}

/** What is kept of a step: pure data, as it is after it went through JSON. */
interface Found extends Pick<Plan, "now" | "saidBy" | "clocks"> {
  readonly looked: number | undefined;
  readonly result: StepResult<string>;
}

/** In characters: what the table takes as one item (`adapters/in-pieces.ts`), whatever the size of the call. */
const mostText = 30_000;
const mostPiece = 30_000;

/** What an earlier try of the step has found, if there was one. */
export async function keptPlan({ table }: Parts, at: StepAt): Promise<Plan | undefined> {
  const item = await table.get(keyOf(at));
  if (!item) return undefined;
  const { text, pieces } = planItem.parse(item);
  if (pieces === undefined) return planIn(text ?? "");
  const found = await Promise.all(
    Array.from({ length: pieces.count }, (_, number) => table.get(pieceKey(at, pieces.of, number))),
  );
  const packed = found.map((piece) => pieceItem.parse(piece).text).join("");
  return planIn(gunzipSync(Buffer.from(packed, "base64")).toString("utf8"));
}

/**
 * Keeps what a step has found before anything of it is done, so that whoever repeats the step does the same and finds nothing
 * anew on what is half done. Returns the plan that holds: of two tries at once, the one that was kept first.
 */
export async function keepPlan(house: Parts, at: StepAt, found: Found): Promise<Plan> {
  const { table } = house;
  const text = JSON.stringify(found);
  const first =
    text.length <= mostText
      ? { ...keyOf(at), text }
      : { ...keyOf(at), pieces: await storePieces(house, at, text) };
  if ((await table.put(first, { ifAbsent: true })) === "stored") return planIn(text);
  const kept = await keptPlan(house, at);
  if (!kept) throw new Error(`${at.ref}: the plan of ${at.state} is gone`);
  return kept;
}

/** A plan of what needs none: where nothing but the record is written, there is nothing half done. */
export const planOf = (found: Found): Plan => planIn(JSON.stringify(found));

/** Forgets a plan of which all is done and recorded. */
export async function dropPlan({ table }: Parts, at: StepAt): Promise<void> {
  const { pk, sk } = keyOf(at);
  const items = await table.query(pk, sk);
  // The first goes last: without it nobody would find the others.
  for (const item of items.toReversed()) await table.delete({ pk, sk: String(item.sk) });
}

async function storePieces({ table }: Parts, at: StepAt, text: string) {
  const packed = gzipSync(text).toString("base64");
  const of = randomUUID();
  const count = Math.ceil(packed.length / mostPiece);
  for (let number = 0; number < count; number += 1) {
    const piece = packed.slice(number * mostPiece, (number + 1) * mostPiece);
    await table.put({ ...pieceKey(at, of, number), text: piece });
  }
  return { of, count };
}

const planIn = (text: string): Plan => plan.parse(JSON.parse(text));

const keyOf = ({ ref, visit, state }: StepAt) => planKey(ref, visit, state);
const pieceKey = ({ ref, visit, state }: StepAt, of: string, number: number) =>
  planKey(ref, visit, state, `${of}#${number}`);
