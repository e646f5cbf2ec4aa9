import { everyProcess } from "../../../workflows/catalogue.ts";
import { paths } from "../../addresses/paths.ts";
import type { CallSummary } from "../../calls/calls.ts";
import { type InboxFilter, kindOf } from "../../cases/tasks/inbox.ts";
import type { View } from "../../web/view.ts";
import { Filter } from "./filter.tsx";

const dues = ["overdue", "today"] as const;
const whose = ["mine", "theirs"] as const;

/** A kind of task that there is in the inbox, with its title. */
export interface Kind {
  readonly kind: string;
  readonly title: string;
}

/** Reads the filter from an address, where it stands so that it can be kept and sent on. What is not known filters nothing. */
export async function filterIn(query: URLSearchParams, calls: readonly CallSummary[]): Promise<InboxFilter> {
  const due = dues.find((known) => known === query.get("due"));
  const call = calls.find(({ id }) => id === query.get("call"))?.id;
  const one = whose.find((known) => known === query.get("whose"));
  const asked = query.get("kind");
  const kind = (await everyProcess()).some(({ id, states }) =>
    Object.keys(states).some((state) => kindOf({ process: id, state }) === asked),
  )
    ? asked
    : null;
  return {
    ...(due ? { due } : {}),
    ...(call === undefined ? {} : { call }),
    ...(one ? { whose: one } : {}),
    ...(kind === null ? {} : { kind }),
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
    kind: kinds.map(({ kind, title }) => ({ value: kind, label: title })),
    call: calls.map(({ id, title }) => ({ value: id, label: title[language] })),
  };
  const lists = (["due", "whose", "kind", "call"] as const).map((name) => ({
    name,
    label: ui.say(`console.filter.${name}`),
    chosen: filter[name],
    all: ui.say(`console.filter.all.${name}`),
    options: options[name],
  }));
  return <Filter action={paths.console()} lists={lists} view={view} />;
}
