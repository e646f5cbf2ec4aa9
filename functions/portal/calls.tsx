import { processOf } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { publishedIn } from "../public/read.ts";
import { wordsOf } from "../reading/process-words.ts";
import { openEventsOf } from "../seats/open-events.ts";
import { idOf } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { CallPage } from "../web/parts/call-page.tsx";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { PublicationList } from "./library.tsx";

/** A call’s page: all that somebody must know before they apply, and how to begin. */
export const showCall: Work = async ({ house, request, at }) => {
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const view = await viewOf(request);
  const { ui, language } = view;
  const call = summaryOf(head, house.clock.now());
  const process = await processOf(call.process);
  const words = await wordsOf(call.process, view);
  const shared = await publishedIn(house, call.id);
  const events = process.seats ? await openEventsOf(house, call.id) : [];
  return page(view, {
    title: call.title[language],
    back: "/",
    body: (
      <>
        <CallPage process={process} data={head.data} call={call} view={view} words={words}>
          <PostForm action={paths.startDraft(call.id)}>
            <SubmitButton label={words.say("brief.start")} />
          </PostForm>
        </CallPage>
        {events.length > 0 ? (
          <section>
            <h2 class="govuk-heading-m">{ui.say("call.events")}</h2>
            <ul class="kelias-calls kelias-calls--told">
              {events.map(({ ref, title, place, startsAt, count: { capacity, taken, waiting } }) => (
                <li key={ref}>
                  <a class="govuk-link govuk-!-font-weight-bold" href={paths.seats(idOf(ref))}>
                    {title}
                  </a>
                  <span class="kelias-calls__when">
                    {printTime(startsAt, language)}, {place}.{" "}
                    {ui.say("seats.count", { free: Math.max(0, capacity - taken), waiting })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {shared.length > 0 ? (
          <section>
            <h2 class="govuk-heading-m">{ui.say("library.ofCall")}</h2>
            <PublicationList shown={shared} view={view} />
          </section>
        ) : null}
      </>
    ),
  });
};
