import { processIds } from "../../workflows/catalogue.ts";
import { allCalls } from "../calls/calls.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { writeNote } from "../cases/tasks/notes.ts";
import { holdBack } from "../payments/holds.ts";
import { entryItem } from "../store/items.ts";
import { keepSent } from "./keep-sent.ts";
import { type Lost, lostOf } from "./lost.ts";
import { reconciler, startAnew } from "./mend.ts";
import { type Misfit, misfitOf, type Parts } from "./standing.ts";
import { type Stray, strayOf } from "./strays.ts";
import type { Told } from "./told.ts";

export interface Reconciling {
  /** What mails, documents and log lines tell. */
  readonly told: readonly Told[];
  /** Mends what is found; without it nothing is changed. */
  readonly apply: boolean;
  /** Resolves when what a machine was just doing is done: what is found is looked at once more after it. */
  readonly pause: () => Promise<void>;
  /** Hears of each case and call that was looked at. */
  readonly onLooked: () => void;
}

export interface Reconciled {
  /** How many cases and calls were looked at. */
  readonly looked: number;
  readonly misfits: readonly { readonly ref: string; readonly misfit: Misfit }[];
  readonly strays: readonly Stray[];
  readonly lost: readonly Lost[];
  /** What cannot be read, or not be taken up: a person has to look. */
  readonly failed: readonly { readonly ref: string; readonly why: string }[];
  /** Mails that went and of which the table knew nothing. */
  readonly mailsKept: number;
}

/**
 * Compares what the table says with the machines and with what is told beside it, after one of them was set back (docs/runbook.md). With
 * `apply` machines that drive nothing are stopped, and every road is taken up again whose machine does not stand where the table says.
 * It may be broken off and said again.
 */
export async function reconcile(parts: Parts, options: Reconciling): Promise<Reconciled> {
  const strays = await findStrays(parts, options);
  const told = Map.groupBy(options.told, ({ ref }) => ref);
  const known = new Set<string>();
  const findings: Findings = { misfits: [], lost: lostWith(strays, told), failed: [], mailsKept: 0 };
  for await (const refs of refsOf(parts))
    await Promise.all(
      refs.map(async (ref) => {
        known.add(ref);
        await look(parts, options, ref, told.get(ref) ?? [], findings);
      }),
    );
  const others = [...told.keys()].filter(
    (ref) => !known.has(ref) && !findings.lost.some((one) => one.ref === ref),
  );
  for (const ref of others) await look(parts, options, ref, told.get(ref) ?? [], findings);
  await mendAll(parts, options, findings);
  return { looked: known.size, strays, ...findings };
}

interface Findings {
  misfits: { readonly ref: string; readonly misfit: Misfit }[];
  readonly lost: Lost[];
  readonly failed: { readonly ref: string; readonly why: string }[];
  mailsKept: number;
}

/** Stops at once what it finds: what drives nothing must not go on while the rest is looked at. */
async function findStrays(parts: Parts, { apply }: Reconciling): Promise<readonly Stray[]> {
  const strays: Stray[] = [];
  for (const process of processIds)
    for await (const name of parts.machines.running(process)) {
      const stray = await strayOf(parts, process, name);
      if (!stray) continue;
      strays.push(stray);
      if (apply) await parts.machines.stop(process, name);
    }
  return strays;
}

/** A machine without its case tells of a case that is lost. */
const lostWith = (strays: readonly Stray[], told: ReadonlyMap<string, readonly Told[]>): Lost[] => {
  const refs = new Set(strays.filter(({ why }) => why === "noCase").map(({ ref }) => ref));
  return [...refs].flatMap((ref) => lostOf(ref, undefined, told.get(ref) ?? [machineTold(ref)]));
};
const machineTold = (ref: string): Told => ({ ref, of: { kind: "application" } });

const atOnce = 25;

/** All calls and then their cases, some at a time. */
async function* refsOf({ table }: Parts): AsyncIterable<readonly string[]> {
  const calls = await allCalls({ table });
  for (const { pk } of calls) {
    yield [pk];
    let after: string | undefined;
    do {
      const { items, next } = await table.page(pk, { prefix: "entry#", limit: atOnce, after });
      yield items.map((item) => entryItem.parse(item).ref);
      after = next;
    } while (after !== undefined);
  }
}

async function look(
  parts: Parts,
  { apply, onLooked }: Reconciling,
  ref: string,
  told: readonly Told[],
  findings: Findings,
): Promise<void> {
  try {
    const loaded = await loadCase(parts, ref);
    const lost = lostOf(ref, loaded, told);
    findings.lost.push(...lost);
    if (!loaded) return;
    // Whatever is wrong with its road: what was paid must not be paid again.
    if (apply) await note(parts, loaded, told, lost, findings);
    const misfit = await misfitOf(parts, loaded);
    if (misfit) findings.misfits.push({ ref, misfit });
  } catch (error) {
    findings.failed.push({ ref, why: error instanceof Error ? error.message : String(error) });
  }
  onLooked();
}

async function note(
  parts: Parts,
  loaded: LoadedCase,
  told: readonly Told[],
  lost: readonly Lost[],
  findings: Findings,
): Promise<void> {
  for (const one of told) findings.mailsKept += await keepSent(parts, loaded, one);
  for (const { kind, what, at } of lost) {
    if (kind !== "payment") continue;
    const isLogged = lost.some((other) => other.kind === "answer" && other.what === what);
    const source = isLogged ? "log" : "mail";
    const when = at === undefined ? {} : { happenedAt: at };
    await holdBack(parts, loaded, what, { by: reconciler, source, ...when });
    await warnOfPayment(parts, loaded.head.pk, what);
  }
}

/** Finance reads on the case that it may have been paid before the table was set back. */
async function warnOfPayment(parts: Parts, ref: string, state: string): Promise<void> {
  const text =
    `Duomenys grąžinti į ankstesnę būseną. Iš laiškų matyti, kad šis mokėjimas (${state}) galėjo būti atliktas: prieš mokėdami patikrinkite banke. / ` +
    `The data were set back. Mails tell that this payment (${state}) may have been made: look at the bank before paying.`;
  await writeNote(parts, ref, { text, by: reconciler, after: 0 });
}

/** What was found is looked at again before it is mended: it may have been on its way. */
async function mendAll(parts: Parts, { apply, pause }: Reconciling, findings: Findings): Promise<void> {
  if (findings.misfits.length === 0) return;
  await pause();
  const found = findings.misfits;
  findings.misfits = [];
  for (const { ref } of found) {
    try {
      const loaded = await loadCase(parts, ref);
      const misfit = loaded && (await misfitOf(parts, loaded));
      if (!loaded || !misfit) continue;
      findings.misfits.push({ ref, misfit });
      if (apply) await startAnew(parts, loaded);
    } catch (error) {
      findings.failed.push({ ref, why: error instanceof Error ? error.message : String(error) });
    }
  }
}
