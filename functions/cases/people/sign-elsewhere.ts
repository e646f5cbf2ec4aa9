import { isDeepStrictEqual } from "node:util";
import { dayAt } from "../../../workflows/kernel/facts/ends.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { House } from "../../house.ts";
import type { Task } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";
import { storeAnswer, withFiles } from "../tasks/answer.ts";
import { formOf } from "../tasks/find-task.ts";

export type SignedElsewhere =
  | { readonly outcome: "signed" }
  /** It was signed before, or nobody is asked any more. */
  | { readonly outcome: "closed" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** What a case's open task asks to be signed; `undefined` when it asks for nothing like that. */
export function signingOf({ process }: Pick<LoadedCase, "process">, task: Task) {
  return task.status === "open" ? formOf(process.states[task.state], task.part)?.signs : undefined;
}

/**
 * Answers a task that asks for a signature with one that was given on paper or by a qualified signature. Checked like any
 * other: the version must be the latest, the day neither to come nor before that version was made, and the file released.
 */
export async function signElsewhere(
  house: Pick<House, "table" | "clock" | "engine" | "log">,
  { task, loaded }: { readonly task: Task; readonly loaded: LoadedCase },
  raw: Readonly<Record<string, unknown>>,
  by: string,
): Promise<SignedElsewhere> {
  const signs = signingOf(loaded, task);
  if (!signs) return { outcome: "closed" };
  const { version: read, ...said } = raw;
  const parsed = parseAnswer(
    signs.elsewhere,
    await withFiles(house, task, signs.elsewhere, said),
    dayAt(house.clock.now()),
  );
  if (parsed.outcome === "invalid") return parsed;
  const { outcome, values } = parsed.value;
  const versions = signs.versions(loaded.file);
  const version = versions.length;
  const problem =
    Number(read) === version
      ? dayProblem(values.signedOn, loaded, versions.at(-1), house.clock.now())
      : ("outdated" as const);
  if (problem) return { outcome: "invalid", errors: [{ field: "signedOn", problem, limit: version }] };
  const stored = await storeAnswer(house, { task, loaded }, { outcome, values: { ...values, version } }, by);
  return { outcome: stored === "stored" ? "signed" : "closed" };
}

/** Has this member recorded just this signature? Whoever sends it again, because nobody told them, has recorded it. */
export async function wasSignedSo(
  house: Pick<House, "table" | "clock">,
  { task, loaded }: { readonly task: Task; readonly loaded: LoadedCase },
  raw: Readonly<Record<string, unknown>>,
  by: string,
): Promise<boolean> {
  const form = formOf(loaded.process.states[task.state], task.part)?.signs?.elsewhere;
  if (!form || task.status !== "answered" || task.by !== by) return false;
  const parsed = parseAnswer(form, await withFiles(house, task, form, raw), dayAt(house.clock.now()));
  if (parsed.outcome === "invalid" || parsed.value.outcome !== task.outcome) return false;
  const { version: _, ...values } = task.values ?? {};
  return isDeepStrictEqual({ ...parsed.value.values }, values);
}

/** Days are local days in Vilnius. */
function dayProblem(
  day: string,
  { file }: LoadedCase,
  visit: number | undefined,
  now: string,
): "beforeVersion" | undefined {
  const made = file.records.find((record) => record.visit === visit)?.at ?? now;
  return day < dayAt(made) ? "beforeVersion" : undefined;
}
