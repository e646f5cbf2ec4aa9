import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { dayAt, isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { sayersOf } from "../../../workflows/kernel/process.ts";
import type { Role } from "../../../workflows/kernel/roles.ts";
import { schoolsOfHead } from "../../calls/schools.ts";
import type { House } from "../../house.ts";
import { askedWithSlots, claimChosen, slotErrors } from "../../slots/asking.ts";
import { type Head, headItem } from "../../store/items.ts";
import { headKey, isCall, pendingSince, refOfCall, refOfCase } from "../../store/keys.ts";
import { entriesIn, type LoadedCase, loadOwnCase } from "../load.ts";
import { deliverInterruption } from "./deliver.ts";
import { stateNow } from "./show-state.ts";

export type Interrupted =
  | { readonly outcome: "accepted" }
  | { readonly outcome: "tooLate" | "unknown" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** May this word break in on the case now? */
export function mayInterrupt(loaded: LoadedCase, name: string, now: string): boolean {
  const { head, file, process } = loaded;
  const interruption = process.interruptions[name];
  if (!interruption || hasEnded(loaded) || isBreakingIn(loaded)) return false;
  if (interruption.once && head.interruptions.some((said) => said.name === name)) return false;
  if (interruption.when?.(file) === false) return false;
  if (interruption.until && isOver(interruption.until(file, now), now)) return false;
  const state = stateNow(loaded, now);
  return interruption.during.includes(state === "submitted" ? process.start : state);
}

/** Is its road over? */
export const hasEnded = ({ head, entry }: LoadedCase): boolean =>
  isCall(head.pk) ? head.endedAt !== undefined : (entry?.ended ?? true);

/** Has something broken in that has not led anywhere yet? Until then nothing else may be said. */
export const isBreakingIn = ({ head, tasks }: Pick<LoadedCase, "head" | "tasks">): boolean => {
  const latest = head.interruptions.at(-1);
  return latest !== undefined && tasks.every(({ visit }) => visit <= latest.visit);
};

/** The words of a role that may break in on the case now. */
export const wordsNow = (loaded: LoadedCase, by: Role, now: string): readonly string[] =>
  Object.entries(loaded.process.interruptions)
    .filter(([name, word]) => sayersOf(word).includes(by) && mayInterrupt(loaded, name, now))
    .map(([name]) => name);

type Parts = Pick<House, "table" | "config" | "clock" | "engine" | "log">;

/** The applicant's word by the link of the own page. */
export async function interrupt(
  house: Parts,
  address: { readonly id: string; readonly secret: string; readonly name: string },
  raw: unknown,
): Promise<Interrupted> {
  const ref = refOfCase(address.id);
  const loaded = await loadOwnCase(house, ref, address.secret);
  if (loaded?.process.interruptions[address.name]?.by !== "applicant") return { outcome: "unknown" };
  const applicant = loaded.process.people("applicant", loaded.file);
  return breakIn(house, loaded, { name: address.name, by: applicant?.email ?? "" }, raw);
}

interface Word {
  readonly name: string;
  readonly by: string;
  /** The step that says it, where a step does: it says it once. */
  readonly step?: string;
}

/** Stores a word that breaks in on the case, then passes it on where the machine waits. Whoever calls it knows by whom. */
export async function breakIn(
  house: Parts,
  loaded: LoadedCase,
  word: Word,
  raw: unknown,
): Promise<Interrupted> {
  const noted = await noteInterruption(house, loaded, word, raw);
  const ref = loaded.head.pk;
  if (noted.outcome === "tooLate") {
    const item = await house.table.get(headKey(ref));
    const said = item ? headItem.parse(item).interruptions.slice(-1) : [];
    return isAmong(said, await seenByWord(house, loaded, word.name), word, raw)
      ? { outcome: "accepted" }
      : noted;
  }
  if (noted.outcome !== "noted") return noted;
  try {
    await deliverInterruption(house, noted.head);
  } catch (error) {
    house.log("K303", { ref, what: "interruption", error: error instanceof Error ? error.name : "unknown" });
  }
  return { outcome: "accepted" };
}

/** A case with all that the form of a word chooses from: slots, and where it says so the cases and the schools of its call. */
export async function seenByWord(
  house: Pick<House, "table" | "clock">,
  known: LoadedCase,
  name: string,
): Promise<LoadedCase> {
  const loaded = await askedWithSlots(house, known, known.process.interruptions[name]?.form);
  const { file, process } = loaded;
  if (process.interruptions[name]?.sees !== "call" || file.entries) return loaded;
  const [entries, schools] = await Promise.all([
    entriesIn(house.table, refOfCall(file.callId), process),
    schoolsOfHead(house.table, { data: file.call, callId: file.callId }),
  ]);
  return { ...loaded, file: { ...file, entries, ...(schools ? { call: { ...file.call, schools } } : {}) } };
}

/** What is said with a word that breaks in on a case; `undefined` where its process knows no such word. */
export function wordForm(
  { process, file }: Pick<LoadedCase, "process" | "file">,
  name: string,
  raw?: unknown,
): Form | undefined {
  const form = process.interruptions[name]?.form;
  return form && formIn(form, file, undefined, saidWith.safeParse(raw).data);
}

const saidWith = z.record(z.string(), z.unknown());

/**
 * Is this word among those that were said? Whoever says it again, because nobody told them that it was heard, is not too late but
 * has said it.
 */
export function isAmong(
  said: Head["interruptions"],
  loaded: Pick<LoadedCase, "process" | "file">,
  { name, by }: Pick<Word, "name" | "by">,
  raw: unknown,
): boolean {
  const form = wordForm(loaded, name, raw);
  if (!form) return false;
  return said.some((one) => {
    if (one.name !== name || one.by !== by) return false;
    const parsed = parseAnswer(form, raw, dayAt(one.at));
    return parsed.outcome === "valid" && isDeepStrictEqual({ ...one.values }, { ...parsed.value.values });
  });
}

/** Stores a word that breaks in on the case; it is pending until somebody passes it on. */
export async function noteInterruption(
  house: Pick<House, "table" | "clock" | "log">,
  known: LoadedCase,
  { name, by, step }: Word,
  raw: unknown,
): Promise<
  Exclude<Interrupted, { outcome: "accepted" }> | { readonly outcome: "noted"; readonly head: Head }
> {
  const loaded = await seenByWord(house, known, name);
  const { head, tasks } = loaded;
  const ref = head.pk;
  const now = house.clock.now();
  const form = wordForm(loaded, name, raw);
  if (!form) return { outcome: "unknown" };
  if (step !== undefined && head.interruptions.some((said) => said.step === step))
    return { outcome: "tooLate" };
  if (!mayInterrupt(loaded, name, now)) return { outcome: "tooLate" };
  const parsed = parseAnswer(form, raw, dayAt(now));
  if (parsed.outcome === "invalid")
    return { outcome: "invalid", errors: slotErrors(loaded, form, raw, parsed.errors) };
  const { values } = parsed.value;
  const taken = await claimChosen(house, loaded, form, values);
  if (taken) return { outcome: "invalid", errors: [taken] };
  const visit = Math.max(-1, ...tasks.map((task) => task.visit));
  const said: Head["interruptions"][number] = {
    name,
    at: now,
    by,
    state: stateNow(loaded, now),
    visit,
    values,
    ...(step === undefined ? {} : { step }),
  };
  const stored = await house.table.change(headKey(ref), {
    set: {
      interruptions: [...head.interruptions, said],
      interrupted: head.interrupted + 1,
      ...pendingSince(ref, now),
    },
    when: { interrupted: { is: head.interrupted } },
  });
  if (stored.outcome === "refused") return { outcome: "tooLate" };
  house.log("K102", { ref, state: name });
  return { outcome: "noted", head: headItem.parse(stored.item) };
}
