import { printDay } from "../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { formIn } from "../../workflows/kernel/given.ts";
import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import { type DiaryDay, diaryOf, writeDiary } from "../cases/tasks/diary.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import type { Ui } from "../reading/ui.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { readSaying } from "../web/parts/saying.tsx";
import { TypedBack } from "../web/parts/typed-back.tsx";
import { notFound } from "../web/refusal.ts";
import type { Typed } from "../web/typed.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

interface Diary {
  readonly loaded: LoadedCase;
  readonly days: readonly DiaryDay[];
  /** The address of the list of days, and of the case. */
  readonly here: string;
  readonly pageOf: (day: string) => string;
  readonly back: string;
}

async function diaryIn(visit: Visit): Promise<Diary | undefined> {
  const { house } = visit;
  const own = [visit.at("id"), visit.at("secret")] as const;
  const loaded = await ownCase(visit);
  const days = loaded ? diaryOf(loaded, house.clock.now()) : [];
  if (!loaded || days.length === 0) return undefined;
  return {
    loaded,
    days,
    here: paths.diary(...own),
    pageOf: (day) => paths.diaryDay(...own, day),
    back: paths.ownCase(...own),
  };
}

/** The days of the stay, each with its page: written, to be written, or still to come. */
export const showDiary: Work = async (visit) => {
  const diary = await diaryIn(visit);
  if (!diary) return refusalPage(visit.request, notFound);
  const view = await viewOf(visit.request, diary.loaded.head.language);
  const { ui, language } = view;
  const saved = visit.request.query.get("saved");
  return page(view, {
    title: ui.say("diary.title"),
    back: diary.back,
    body: (
      <>
        {saved !== null && diary.days.some(({ day }) => day === saved) ? (
          <div class="kelias-panel" role="status">
            <p>{ui.say("diary.saved", { day: printDay(saved, language) })}</p>
          </div>
        ) : null}
        <span class="govuk-caption-l">{callTitle(diary.loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("diary.title")}</h1>
        <p class="govuk-body">{ui.say("diary.lead")}</p>
        <ul class="govuk-task-list">
          {diary.days.map((day) => (
            <Day key={day.day} day={day} diary={diary} ui={ui} />
          ))}
        </ul>
      </>
    ),
  });
};

function Day({ day, diary, ui }: { readonly day: DiaryDay; readonly diary: Diary; readonly ui: Ui }) {
  const text = printDay(day.day, ui.language);
  const name = day.isToday ? ui.say("diary.today", { day: text }) : text;
  const isLink = day.status === "open" || (day.status === "closed" && day.values !== undefined);
  return (
    <li class={`govuk-task-list__item${isLink ? " govuk-task-list__item--with-link" : ""}`}>
      <div class="govuk-task-list__name-and-hint">
        {isLink ? (
          <a class="govuk-link govuk-task-list__link" href={diary.pageOf(day.day)}>
            {name}
          </a>
        ) : (
          name
        )}
      </div>
      <div class="govuk-task-list__status">{ui.say(`diary.status.${statusOf(day)}`)}</div>
    </li>
  );
}

const statusOf = ({ status, values, isToday }: DiaryDay) =>
  values !== undefined
    ? "written"
    : status === "open" && isToday
      ? "now"
      : status === "open"
        ? "missing"
        : status;

/** The page of one day. */
export const showDiaryPage: Work = async (visit) => {
  const { request, at } = visit;
  const diary = await diaryIn(visit);
  const day = diary?.days.find((known) => known.day === at("day"));
  if (!diary || !day) return refusalPage(request, notFound);
  const view = await viewOf(request, diary.loaded.head.language);
  if (day.status === "coming") return drawRefused(view, diary, "coming");
  return day.status === "open" || day.values !== undefined
    ? drawPage(view, diary, day, day.values ?? {})
    : drawRefused(view, diary, "closed");
};

/** Saves the page of one day, at once. */
export const takeDiaryPage: Work = async (visit) => {
  const { house, request, at } = visit;
  const diary = await diaryIn(visit);
  const form = diary?.loaded.process.diary?.form;
  const day = diary?.days.find((known) => known.day === at("day"));
  if (!diary || !form || !day) return refusalPage(request, notFound);
  const typed = readSaying(request, form);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const view = await viewOf(request, diary.loaded.head.language);
  const written = await writeDiary(house, diary.loaded, day.day, typed.value);
  switch (written.outcome) {
    case "written":
    case "unchanged":
      return redirect(`${diary.here}?saved=${day.day}`);
    case "invalid":
      return drawPage(view, diary, day, typed.value, written.errors);
    case "coming":
    case "closed":
    case "tooOften":
      return drawRefused(view, diary, written.outcome, typed.value);
    case "unknown":
      return refusalPage(request, notFound);
  }
};

async function drawPage(
  view: View,
  { loaded, here, pageOf }: Diary,
  { day, status }: DiaryDay,
  values: Readonly<Record<string, unknown>>,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { ui, language } = view;
  const diary = loaded.process.diary;
  const form = diary && formIn(diary.form, loaded.file);
  if (!form) throw new Error(`${loaded.head.pk}: no diary`);
  const words = await caseWords(loaded, language);
  const asked: Asked = { form, words, ui, values, errors };
  return page(view, {
    title: printDay(day, language),
    back: here,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{words.say(`${form.id}.title`)}</span>
        <h1 class="govuk-heading-l">{printDay(day, language)}</h1>
        {status === "open" ? (
          <div
            data-module="kelias-keep"
            data-name={pageOf(day)}
            data-waiting={ui.say("diary.waiting")}
            data-kept={ui.say("diary.kept")}
          >
            <div class="govuk-inset-text" role="status" hidden />
            <TypedForm action={pageOf(day)}>
              <WholeForm asked={asked} />
              <SubmitButton label={words.say(`${form.id}.submit`)} />
            </TypedForm>
          </div>
        ) : (
          <>
            <p class="govuk-body">{ui.say("diary.refused.closed")}</p>
            {Object.keys(form.fields).map((name) => (
              <p class="govuk-body kelias-said" key={name}>
                {String(values[name] ?? "–")}
              </p>
            ))}
          </>
        )}
      </>
    ),
  });
}

async function drawRefused(
  view: View,
  { here, loaded }: Diary,
  why: "coming" | "closed" | "tooOften",
  values: Typed = {},
): Promise<Answer> {
  const diary = loaded.process.diary;
  const form = diary && formIn(diary.form, loaded.file);
  const words = await caseWords(loaded, view.language);
  return page(view, {
    title: view.ui.say("diary.refused"),
    back: here,
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say("diary.refused")}</h1>
        <p class="govuk-body">{view.ui.say(`diary.refused.${why}`)}</p>
        {form ? <TypedBack asked={{ form, words, ui: view.ui, values, errors: [] }} /> : null}
      </>
    ),
  });
}
