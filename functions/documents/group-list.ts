import type { GroupFile, GroupList } from "../../workflows/kernel/groups.ts";
import type { Messages } from "../reading/messages.ts";
import { rowsUnder, tell, tellerWithoutCase } from "../reading/tell.ts";
import type { Composed } from "./composed.ts";
import { tableIn } from "./told-table.ts";
import type { DocumentWords } from "./words.ts";

interface Listed {
  /** The name that the process gives to the list. */
  readonly name: string;
  readonly list: GroupList;
  readonly group: GroupFile;
  /** The words of the process that the cases are of. */
  readonly own: Messages;
}

/** A list of a group's people as a table: its columns and rows in the language of the words. */
export const groupTable = ({ name, list, group, own }: Listed) =>
  tableIn(`groups.${name}`, list.columns, list.rows(group), tellerWithoutCase(own));

/** The same list on paper, to take along, as it was at an instant (UTC). */
export function groupPaper(listed: Listed, asOf: string, words: DocumentWords): Composed {
  const { name, list, group, own } = listed;
  const teller = tellerWithoutCase(own);
  const title = own.say(`groups.${name}.title`);
  return {
    language: words.language,
    title,
    caption: tell(list.caption(group), teller),
    asOf,
    foot: own.say(`groups.${name}.foot`),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      {
        kind: "facts",
        rows: rowsUnder(`groups.${name}`, list.facts, group).map(({ label, value }) => ({
          label: tell(label, teller),
          value: tell(value, teller),
        })),
      },
      { kind: "table", summary: title, ...groupTable(listed), totals: [] },
    ],
  };
}
