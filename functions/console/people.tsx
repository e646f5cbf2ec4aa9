import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { coordinates } from "../calls/rights.ts";
import { reviewsOf } from "../cases/people/reviewing.ts";
import { wordsLookedFor } from "../lines/collation.ts";
import { type PersonOfCall, peopleOf } from "../people/people.ts";
import { openedQuery, sealedQuery } from "../search/sealed-words.ts";
import { callsReadBy, isCalled } from "../search/search.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff } from "./guard.ts";
import { Pages } from "./parts/pages.tsx";
import { namesIn, PeopleTable } from "./parts/people-table.tsx";

/** So many people on a page. */
const onPage = 50;

/** Takes the beginning of a name or an address, and leads to who is called so. Changes nothing. */
export const lookForPeople = forStaff(async ({ house, request }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const [text = ""] = post.value.get("text") ?? [];
  const query = sealedQuery(house.config.linkSecret, String(new URLSearchParams({ text })));
  return redirect(query === "" ? paths.consolePeople() : `${paths.consolePeople()}?${query}`);
});

/** Everybody who works for any of the calls that one of the staff may read. */
export const showPeople = forStaff(async ({ house, request, view, member }) => {
  const { ui } = view;
  const calls = await callsReadBy(house, member);
  const text = openedQuery(house.config.linkSecret, request.query).get("text") ?? "";
  const words = wordsLookedFor(text);
  const people = inAlphabet(
    peopleOf(calls).filter((person) => isCalled(person, words)),
    view,
  );
  const from = fromIn(request.query);
  const shown = people.slice(from, from + onPage);
  const wanted = new Set(shown.flatMap(({ works }) => works.map(({ callId }) => callId)));
  const sealed = request.query.get("words");
  const kept = sealed === null || text === "" ? {} : { words: sealed };
  const hrefFrom = (start: number) =>
    `${paths.consolePeople()}?${new URLSearchParams({ ...kept, ...(start > 0 ? { from: String(start) } : {}) })}`;
  return page(view, {
    title: ui.say("menu.people"),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("menu.people")}</h1>
        <form method="post" action={paths.consolePeople()} class="kelias-filter">
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
        <p class="govuk-body-l">{ui.say("people.count", { count: people.length })}</p>
        {shown.length > 0 ? (
          <PeopleTable
            people={shown}
            names={
              await namesIn(
                calls.filter(({ callId }) => wanted.has(callId)),
                view,
              )
            }
            view={view}
          />
        ) : null}
        <Pages
          first={from > 0 ? hrefFrom(0) : undefined}
          next={from + onPage < people.length ? hrefFrom(from + onPage) : undefined}
          ui={ui}
        />
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
export const showPeopleOfCall = forStaff(async ({ house, request, view, at, member }) => {
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const people = peopleOf([head]);
  const from = fromIn(request.query);
  const here = paths.peopleOfCall(head.callId);
  return page(view, {
    title: ui.say("menu.people"),
    back: paths.consoleCall(head.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(head, house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("menu.people")}</h1>
        <PeopleTable
          people={people.slice(from, from + onPage)}
          names={await namesIn([head], view)}
          isOneCall
          view={view}
        />
        <Pages
          first={from > 0 ? here : undefined}
          next={from + onPage < people.length ? `${here}?from=${from + onPage}` : undefined}
          ui={ui}
        />
        <LinkList
          links={[
            ...((await reviewsOf(head))
              ? [{ href: paths.reviewers(head.callId), label: ui.say("people.work") }]
              : []),
            ...(head.endedAt === undefined && coordinates(head, member)
              ? [{ href: paths.changeCall(head.callId), label: ui.say("people.change") }]
              : []),
          ]}
        />
      </>
    ),
  });
});
