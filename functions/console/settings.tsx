import { processOf } from "../../workflows/catalogue.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { coordinatesSome } from "../calls/rights.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { mayShow } from "../lines/keeping.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm } from "../web/parts/form.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import { forStaff } from "./guard.ts";
import { changesOf } from "./making/changes.tsx";

/** What of the console is one's own, and what is seldom needed. */
export const showSettings = forStaff(async ({ house, view, member }) => {
  const { ui } = view;
  const { timeControl } = house.config;
  const mayMake = await coordinatesSome(house, member);
  return page(view, {
    title: ui.say("menu.settings"),
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("console.welcome", { name: member.name })}</span>
        <h1 class="govuk-heading-l">{ui.say("menu.settings")}</h1>
        <LinkList
          links={[
            { href: paths.absences(), label: ui.say("absence.title") },
            { href: paths.stuck(), label: ui.say("stuck.title") },
            ...(mayMake
              ? [
                  { href: paths.newCall(), label: ui.say("newCall.title") },
                  { href: paths.erasures(), label: ui.say("erasures.title") },
                ]
              : []),
            ...(timeControl ? [{ href: timeControl, label: ui.say("console.time") }] : []),
          ]}
        />
        <PostForm action={paths.signOut()}>
          <button type="submit" class="govuk-button govuk-button--secondary">
            {ui.say("my.signOut")}
          </button>
        </PostForm>
      </>
    ),
  });
});

/** What can be set in a call, and what was. */
export const showSettingsOfCall = forStaff(async (visit) => {
  const { house, request, view, at, member } = visit;
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const { id, title } = summaryOf(head, house.clock.now());
  const change = await changesOf(visit, head);
  const isCoordinator = rolesIn(head, member).has("coordinator");
  return page(view, {
    title: ui.say("menu.settings"),
    back: paths.consoleCall(id),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("menu.settings")}</h1>
        <SummaryList rows={change.rows} />
        <LinkList
          links={[
            ...change.links,
            ...(mayShow(await processOf(head.process))
              ? [{ href: paths.publicOfCall(id), label: ui.say("public.ofCall") }]
              : []),
            ...(isCoordinator
              ? [
                  { href: paths.mailTexts(id), label: ui.say("texts.title") },
                  { href: paths.clients(id), label: ui.say("clients.title") },
                ]
              : []),
          ]}
        />
        {change.changes}
      </>
    ),
  });
});
