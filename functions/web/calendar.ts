import type { Role } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { eventsFor } from "../mails/calendar.ts";
import { caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { idOf } from "../store/keys.ts";
import type { Answer } from "./answers.ts";
import { refusalPage } from "./faults.tsx";
import { notFound } from "./refusal.ts";
import { languageOf } from "./request.ts";
import type { Visit } from "./visit.ts";

/** The dates of a case as a calendar file, for one of its roles. */
export async function handCalendar(
  { house, request }: Visit,
  loaded: LoadedCase | undefined,
  role: Role = "applicant",
): Promise<Answer> {
  const reader = loaded?.process.people(role, loaded.file)?.email;
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
