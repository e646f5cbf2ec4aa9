import { type ListName, listOf } from "../groups/lists.ts";
import type { Member } from "../groups/members.ts";
import type { Messages } from "../reading/messages.ts";
import type { Ui } from "../reading/ui.ts";
import type { Group } from "../store/group-item.ts";
import { countryIn } from "../web/parts/facts.tsx";
import type { Composed } from "./composed.ts";
import type { DocumentWords } from "./words.ts";

interface GroupWriting {
  readonly group: Group;
  readonly members: readonly Member[];
  readonly ui: Ui;
  readonly words: DocumentWords;
  /** The words of the process that the cases are of. */
  readonly own: Messages;
}

/** The list of a group's people, or its rooming list, to take along. */
export function groupPaper(name: ListName, { group, members, ui, words, own }: GroupWriting): Composed {
  const { columns, rows } = listOf(name, group, members, ui);
  return {
    language: ui.language,
    title: words.say(`group.${name}`),
    caption: `${group.name}, ${countryIn(own, group.country)}`,
    asOf: group.changedAt,
    foot: words.say("group.foot"),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: ui.say("groups.tickets"), value: ui.say(`group.tickets.${group.tickets}`) },
          ...(group.meeting === undefined ? [] : [{ label: ui.say("groups.meeting"), value: group.meeting }]),
        ],
      },
      { kind: "table", summary: words.say(`group.${name}`), columns, rows, totals: [] },
    ],
  };
}
