import { paths } from "../addresses/paths.ts";
import { maySay } from "../seats/own-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { drawSeatTooLate, ownRegistration } from "./registration.tsx";
import { SeatFacts } from "./seats.tsx";

/** Asks whether a registration shall end, and says what that gives up: whoever waits may have the seat a moment later. */
export const askToCancelSeat: Work = async (visit) => {
  const { house, request, at } = visit;
  const own = await ownRegistration(visit);
  if (!own) return refusalPage(request, notFound);
  const { opened, registration } = own;
  const view = await viewOf(request, registration.language);
  const { ui } = view;
  const back = paths.registration(at("seats"), at("id"), at("secret"));
  if (!maySay("cancel", { count: opened.count, registration, now: house.clock.now() }))
    return drawSeatTooLate(view, back);
  const title = ui.say("registration.cancel.title");
  const given = registration.stand === "waiting" ? "turn" : "seat";
  return page(view, {
    title,
    back,
    body: (
      <>
        <span class="govuk-caption-l">{opened.seats.title(opened.loaded.file)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SeatFacts view={view} opened={opened} />
        <p class="govuk-body">{ui.say(`registration.cancel.${given}`)}</p>
        <PostForm action={back}>
          <input type="hidden" name="word" value="cancel" />
          <div class="govuk-button-group">
            <SubmitButton label={ui.say("registration.cancel")} warning />
            <a class="govuk-link" href={back}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </PostForm>
      </>
    ),
  });
};
