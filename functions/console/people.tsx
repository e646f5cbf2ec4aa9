import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { changeableCall } from "../calls/change-call.ts";
import { coordinates } from "../calls/rights.ts";
import { reviewsOf } from "../cases/people/reviewing.ts";
import { wordsLookedFor } from "../lines/collation.ts";
import { addressIdOf } from "../links.ts";
import { listsOf, type TypedPerson } from "../people/lists.ts";
import { type PersonOfCall, peopleOf } from "../people/people.ts";
import type { Ui } from "../reading/ui.ts";
import { openedQuery, sealedQuery } from "../search/sealed-words.ts";
import { callsReadBy, isCalled } from "../search/search.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { newPerson } from "./listed/person.tsx";
import { wordsOfForm } from "./making/guard.ts";
import { idOfRole, roleParts, staffRoles } from "./making/role-part.ts";
import { Pages } from "./parts/pages.tsx";
import { namesIn, PeopleTable } from "./parts/people-table.tsx";

/** So many people on a page. */
const onPage = 50;

/** Takes the beginning of a name or an address, and leads to who is called so. Changes nothing. */
const lookIn = (here: (visit: StaffVisit) => string) =>
  forStaff(async (visit) => {
    const { house, request } = visit;
    const post = readPost(request);
    if (post.outcome === "refused") return refusalPage(request, post.refusal);
    const [text = ""] = post.value.get("text") ?? [];
    const query = sealedQuery(house.config.linkSecret, String(new URLSearchParams({ text })));
    return redirect(query === "" ? here(visit) : `${here(visit)}?${query}`);
  });

export const lookForPeople = lookIn(() => paths.consolePeople());
export const lookForPeopleOfCall = lookIn(({ at }) => paths.peopleOfCall(at("id")));

/** Who of these is called as the address asks, some of them at a time. */
function peopleAsked({ house, request }: StaffVisit, all: readonly PersonOfCall[], here: string) {
  const text = openedQuery(house.config.linkSecret, request.query).get("text") ?? "";
  const words = wordsLookedFor(text);
  const people = all.filter((person) => isCalled(person, words));
  const from = fromIn(request.query);
  const sealed = request.query.get("words");
  const kept = sealed === null || text === "" ? {} : { words: sealed };
  const hrefFrom = (start: number) =>
    `${here}?${new URLSearchParams({ ...kept, ...(start > 0 ? { from: String(start) } : {}) })}`;
  return {
    text,
    count: people.length,
    shown: people.slice(from, from + onPage),
    first: from > 0 ? hrefFrom(0) : undefined,
    next: from + onPage < people.length ? hrefFrom(from + onPage) : undefined,
  };
}

/** Asks for the beginning of a name or an address; it is sent, so that it reaches no address. */
const PeopleSearch = ({
  here,
  text,
  ui,
}: {
  readonly here: string;
  readonly text: string;
  readonly ui: Ui;
}) => (
  <form method="post" action={here} class="kelias-filter">
    <div class="govuk-form-group">
      <label class="govuk-label" for="people-text">
        {ui.say("people.text")}
      </label>
      <input class="govuk-input" id="people-text" name="text" value={text} maxLength={200} />
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary">
      {ui.say("search.go")}
    </button>
  </form>
);

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

const fromIn = (query: URLSearchParams): number => {
  const said = query.get("from") ?? "";
  return /^\d{1,5}$/.test(said) ? Number(said) : 0;
};

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
            ...(mayChange ? [{ href: paths.changeCall(head.callId), label: ui.say("people.change") }] : []),
          ]}
        />
      </>
    ),
  });
});

const isOf = (one: TypedPerson, email: string): boolean =>
  (one.email ?? "").toLowerCase() === email.toLowerCase();
