import { wordsLookedFor } from "../../lines/collation.ts";
import type { Ui } from "../../reading/ui.ts";
import { openedQuery, sealedQuery } from "../../search/sealed-words.ts";
import { isCalled, type Named } from "../../search/search.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { readPost } from "../../web/posts.ts";
import type { StaffVisit } from "../guard.ts";

/** So many people on a page. */
const onPage = 50;

/** Takes the beginning of a name or an address, and leads to who is called so. Changes nothing. */
export const lookIn =
  <V extends StaffVisit>(here: (visit: V) => string) =>
  async (visit: V): Promise<Answer> => {
    const { house, request } = visit;
    const post = readPost(request);
    if (post.outcome === "refused") return refusalPage(request, post.refusal);
    const [text = ""] = post.value.get("text") ?? [];
    const query = sealedQuery(house.config.linkSecret, String(new URLSearchParams({ text })));
    return redirect(query === "" ? here(visit) : `${here(visit)}?${query}`);
  };

/** Who of these is called as the address asks, some of them at a time. */
export function peopleAsked<P extends Named>(
  { house, request }: StaffVisit,
  all: readonly P[],
  here: string,
) {
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
export const PeopleSearch = ({
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

const fromIn = (query: URLSearchParams): number => {
  const said = query.get("from") ?? "";
  return /^\d{1,5}$/.test(said) ? Number(said) : 0;
};
