import { Temporal } from "temporal-polyfill";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { House } from "../../house.ts";
import { diaryItem } from "../../store/applicant-items.ts";
import { diaryKey } from "../../store/keys.ts";
import type { LoadedCase } from "../load.ts";
import { stateNow } from "../road/show-state.ts";

/** One day of a diary: its page can be written, is still to come, or can no longer be written. */
export interface DiaryDay {
  /** Local day. */
  readonly day: string;
  readonly status: "open" | "coming" | "closed";
  readonly isToday: boolean;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The days of a case's diary, in order; none for a process without one, or while no days are known. */
export function diaryOf(loaded: LoadedCase, now: string): readonly DiaryDay[] {
  const { diary } = loaded.process;
  if (!diary) return [];
  const today = localDay(Temporal.Instant.from(now)).toString();
  const isOpen = !loaded.entry?.ended && diary.during.includes(stateNow(loaded, now));
  return diary.days(loaded.file).map((day) => {
    const page = loaded.file.diary.find((written) => written.day === day);
    const status = day > today ? "coming" : isOpen ? "open" : "closed";
    return { day, status, isToday: day === today, ...(page ? { values: page.values } : {}) };
  });
}

export type Written =
  | { readonly outcome: "written" | "unchanged" }
  | { readonly outcome: "coming" | "closed" | "unknown" | "tooOften" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** More often nobody puts a page right; an item of the table has room for so many. */
const mostVersions = 60;

/**
 * Writes the page of a day. There is one page a day, so a connection that breaks and sends it again makes no second one;
 * what stood there before is kept.
 */
export async function writeDiary(
  house: Pick<House, "table" | "clock">,
  loaded: LoadedCase,
  day: string,
  raw: unknown,
): Promise<Written> {
  const { process, file, head } = loaded;
  const now = house.clock.now();
  const found = diaryOf(loaded, now).find((known) => known.day === day);
  if (!process.diary || !found) return { outcome: "unknown" };
  if (found.status !== "open") return { outcome: found.status };
  const parsed = parseAnswer(formIn(process.diary.form, file), raw);
  if (parsed.outcome === "invalid") return parsed;
  const { values } = parsed.value;
  const key = diaryKey(head.pk, day);
  for (;;) {
    const stored = await house.table.get(key);
    if (!stored) {
      const page = { ...key, day, values, at: now, changedAt: now, earlier: [], version: 1 };
      if ((await house.table.put(page, { ifAbsent: true })) === "stored") return { outcome: "written" };
      continue;
    }
    const before = diaryItem.parse(stored);
    if (isSame(before.values, values)) return { outcome: "unchanged" };
    if (before.version >= mostVersions) return { outcome: "tooOften" };
    const { outcome } = await house.table.change(key, {
      set: {
        values,
        changedAt: now,
        earlier: [...before.earlier, { values: before.values, at: before.changedAt }],
        version: before.version + 1,
      },
      when: { version: { is: before.version } },
    });
    if (outcome === "changed") return { outcome: "written" };
  }
}

const isSame = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => a[name] === b[name]);
