import type { CallSummary } from "../../calls/calls.ts";
import type { View } from "../view.ts";
import { Filter } from "./filter.tsx";

const dues = ["overdue", "today"] as const;
const whose = ["mine", "theirs"] as const;

/** A kind of task that there is in the inbox, with its title. */
export interface Kind {
  readonly state: string;
  readonly title: string;
}

/** What of the inbox is shown; it stands in the address, so that it can be kept and sent on. */
export interface InboxFilter {
  readonly due?: (typeof dues)[number];
  /** The identifier of a call. */
  readonly call?: string;
  /** Own tasks, or those of colleagues who are away. */
  readonly whose?: (typeof whose)[number];
  /** What is asked: the state of the tasks. */
  readonly kind?: string;
}

/** Reads the filter from an address. What is not known there filters nothing. */
export function filterIn(
  query: URLSearchParams,
  calls: readonly CallSummary[],
  kinds: readonly Kind[],
): InboxFilter {
  const due = dues.find((known) => known === query.get("due"));
  const call = calls.find(({ id }) => id === query.get("call"))?.id;
  const one = whose.find((known) => known === query.get("whose"));
  const kind = kinds.find(({ state }) => state === query.get("kind"))?.state;
  return {
    ...(due ? { due } : {}),
    ...(call === undefined ? {} : { call }),
    ...(one ? { whose: one } : {}),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** The filter of the inbox: by when, whose, what and of which call. */
export function FilterForm({
  filter,
  calls,
  kinds,
  view,
}: {
  readonly filter: InboxFilter;
  readonly calls: readonly CallSummary[];
  readonly kinds: readonly Kind[];
  readonly view: View;
}) {
  const { ui, language } = view;
  const options = {
    due: dues.map((due) => ({ value: due, label: ui.say(`console.${due}`) })),
    whose: whose.map((one) => ({ value: one, label: ui.say(`console.filter.${one}`) })),
    kind: kinds.map(({ state, title }) => ({ value: state, label: title })),
    call: calls.map(({ id, title }) => ({ value: id, label: title[language] })),
  };
  const lists = (["due", "whose", "kind", "call"] as const).map((name) => ({
    name,
    label: ui.say(`console.filter.${name}`),
    chosen: filter[name],
    all: ui.say(`console.filter.all.${name}`),
    options: options[name],
  }));
  return <Filter action="/console" lists={lists} view={view} />;
}
