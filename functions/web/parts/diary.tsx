import { printDay } from "../../../workflows/kernel/facts/print.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { type DiaryDay, diaryOf } from "../../cases/tasks/diary.ts";
import type { Telling } from "./facts.tsx";
import { answerRows, SummaryList } from "./summary.tsx";

/** The pages of a diary that were written, for those who may read the case. */
export function DiaryPages({
  loaded,
  telling,
  now,
}: {
  readonly loaded: LoadedCase;
  readonly telling: Telling;
  readonly now: string;
}) {
  const form = loaded.process.diary?.form;
  const written = diaryOf(loaded, now).filter(({ values }) => values !== undefined);
  if (!form || written.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{telling.ui.say("diary.title")}</h2>
      {written.map(({ day, values = {} }) => (
        <section key={day}>
          <h3 class="govuk-heading-s">{printDay(day, telling.ui.language)}</h3>
          <SummaryList rows={answerRows({ ...telling, form }, Object.keys(form.fields), values)} />
        </section>
      ))}
    </>
  );
}

/** How many pages there are of those whose day has come. */
export const countPages = (days: readonly DiaryDay[]) => ({
  written: days.filter(({ values }) => values !== undefined).length,
  begun: days.filter(({ status }) => status !== "coming").length,
});
