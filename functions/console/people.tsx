import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { changeableCall } from "../calls/change-call.ts";
import { coordinates } from "../calls/rights.ts";
import { reviewsOf } from "../cases/people/reviewing.ts";
import { addressIdOf } from "../links.ts";
import { listsOf, type TypedPerson } from "../people/lists.ts";
import { type PersonOfCall, peopleOf } from "../people/people.ts";
import { callsReadBy } from "../search/search.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff } from "./guard.ts";
import { newPerson } from "./listed/person.tsx";
import { wordsOfForm } from "./making/guard.ts";
import { idOfRole, roleParts, staffRoles } from "./making/role-part.ts";
import { Pages } from "./parts/pages.tsx";
import { lookIn, PeopleSearch, peopleAsked } from "./parts/people-search.tsx";
import { namesIn, PeopleTable } from "./parts/people-table.tsx";

export const lookForPeople = forStaff(lookIn(() => paths.consolePeople()));
export const lookForPeopleOfCall = forStaff(lookIn(({ at }) => paths.peopleOfCall(at("id"))));

/** Everybody who works for any of the calls that one of the staff may read. */
export const showPeople = forStaff(async (visit) => {
  const { house, view, member } = visit;
  const { ui } = view;
  const calls = await callsReadBy(house, member);
  const here = paths.consolePeople();
  const { text, count, shown, first, next } = peopleAsked(visit, inAlphabet(peopleOf(calls), view), here);
  const wanted = new Set(shown.flatMap(({ works }) => works.map(({ callId }) => callId)));
  const named = calls.filter(({ callId }) => wanted.has(callId));
  return page(view, {
    title: ui.say("menu.people"),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("menu.people")}</h1>
        <PeopleSearch here={here} text={text} ui={ui} />
        <p class="govuk-body-l">{ui.say("people.count", { count })}</p>
        {shown.length > 0 ? (
          <PeopleTable people={shown} names={await namesIn(named, view)} view={view} />
        ) : null}
        <Pages first={first} next={next} ui={ui} />
        <LinkList links={[{ href: paths.absences(), label: ui.say("absence.title") }]} />
      </>
    ),
  });
});

const inAlphabet = (people: readonly PersonOfCall[], { language }: View): readonly PersonOfCall[] => {
  const collator = new Intl.Collator(language);
  return people.toSorted((a, b) => collator.compare(a.name, b.name));
};

/** Everybody who works for one call: its staff, and whoever stands in its lists of people. */
export const showPeopleOfCall = forStaff(async (visit) => {
  const { house, request, view, at, member } = visit;
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const here = paths.peopleOfCall(head.callId);
  const { text, count, shown, first, next } = peopleAsked(visit, peopleOf([head]), here);
  const mayChange = head.endedAt === undefined && coordinates(head, member);
  const call = mayChange ? await changeableCall(house, head) : undefined;
  const lists = call ? listsOf(call).filter((list) => list.mayChange) : [];
  const roles = new Set(call ? roleParts(call.callForm).map(({ role }) => role) : []);
  const names = await namesIn([head], view);
  const asked = call && (await wordsOfForm(call.callForm, view));
  return page(view, {
    title: ui.say("menu.people"),
    back: paths.consoleCall(head.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(head, house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("menu.people")}</h1>
        <PeopleSearch here={here} text={text} ui={ui} />
        <p class="govuk-body-l">{ui.say("people.count", { count })}</p>
        {shown.length === 0 ? null : (
          <PeopleTable
            people={shown}
            names={names}
            isOneCall
            view={view}
            hrefOf={(email, role) =>
              roles.has(role)
                ? paths.changeCallPage(head.callId, idOfRole(role))
                : lists.some(({ name, people }) => name === role && people.some((one) => isOf(one, email)))
                  ? paths.listedPerson(head.callId, role, addressIdOf(house.config.linkSecret, email))
                  : undefined
            }
          />
        )}
        <Pages first={first} next={next} ui={ui} />
        {call && staffRoles(call.callForm).length > 0 ? (
          <section aria-labelledby="staff">
            <h2 class="govuk-heading-m" id="staff">
              {ui.say("staffImport.title")}
            </h2>
            <LinkList links={[{ href: paths.importStaff(head.callId), label: ui.say("staffImport.link") }]} />
          </section>
        ) : null}
        {lists.map(({ name, people, max }) => (
          <section aria-labelledby={name} key={name}>
            <h2 class="govuk-heading-m" id={name}>
              {asked?.say(`callForm.${name}.label`)}
            </h2>
            <p class="govuk-body">{ui.say("listed.count", { count: people.length, most: max })}</p>
            <LinkList
              links={[
                { href: paths.listedPerson(head.callId, name, newPerson), label: ui.say("listed.add") },
                { href: paths.importPeople(head.callId, name), label: ui.say("listed.import") },
              ]}
            />
          </section>
        ))}
        <LinkList
          links={[
            ...((await reviewsOf(head))
              ? [{ href: paths.reviewers(head.callId), label: ui.say("people.work") }]
              : []),
          ]}
        />
      </>
    ),
  });
});

const isOf = (one: TypedPerson, email: string): boolean =>
  (one.email ?? "").toLowerCase() === email.toLowerCase();
