import { opensDesk } from "../links.ts";
import { openedSeats } from "../seats/opened.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { SeatFacts } from "./seats.tsx";

/** Where whoever holds an event checks people in. */
export const showDesk: Work = async (visit) => {
  const { house, at } = visit;
  const opened = await openedSeats(visit.house, at("id"));
  if (!opened || !opensDesk(at("secret"), house.config.linkSecret, opened.count.pk))
    return refusalPage(visit.request, notFound);
  const view = await viewOf(visit.request, opened.loaded.head.language);
  const title = view.ui.say("desk.title");
  return page(view, {
    title,
    body: (
      <>
        <span class="govuk-caption-l">{opened.seats.title(opened.loaded.file)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SeatFacts view={view} opened={opened} />
      </>
    ),
  });
};
