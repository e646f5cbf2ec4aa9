import { type LoadedCase, loadCase } from "../cases/load.ts";
import { forStaff } from "../console/guard.tsx";
import { eventsFor } from "../mails/calendar.ts";
import { caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { isPublished } from "../reading/facts.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { languageOf } from "../web/request.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** The dates of the own case as a calendar file. */
export const showOwnCalendar: Work = async (visit) => {
  const loaded = await ownCase(visit);
  return download(visit, loaded && isPublished(loaded) ? loaded : undefined);
};

/** The same by the pass of the console. */
export const showConsoleCalendar: Work = forStaff(async (visit) =>
  download(visit, await loadCase(visit.house, refOfCase(visit.at("id")))),
);

async function download({ house, request }: Visit, loaded: LoadedCase | undefined): Promise<Answer> {
  const reader = loaded?.process.people("applicant", loaded.file)?.email;
  const events = !loaded || loaded.entry?.ended ? [] : eventsFor(loaded, reader);
  if (!loaded || events.length === 0) return refusalPage(request, notFound);
  const { calendarFile } = await import("../mails/calendar-file.ts");
  const language = languageOf(request, loaded.head.language);
  const latest = loaded.tasks
    .map(({ openedAt }) => openedAt)
    .toSorted()
    .at(-1);
  const { portalUrl, mailFrom } = house.config;
  const file = {
    method: "publish",
    events,
    caseId: idOf(loaded.head.pk),
    at: latest ?? loaded.file.submittedAt,
    host: new URL(portalUrl).hostname,
    organizer: mailFrom.replace(/^.*<|>$/g, ""),
  } as const;
  return {
    statusCode: 200,
    headers: {
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": `attachment; filename="kelias-${codeOf(loaded.head.pk)}.ics"`,
    },
    body: calendarFile(file, await caseWords(loaded, language)),
  };
}
