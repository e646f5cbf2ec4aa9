import type { Row } from "../../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  cell,
  faultsOfBehaviour,
  listOf,
  mailbox,
  oneOf,
  optional,
  someText,
} from "../../kernel/rehearsal-cells.ts";
import { positionColumn } from "../position.ts";

/** How somebody behaves: who asks for a group, and who joins one. */
const behaviours = {
  asks: ["yes", "refused", "withdraws"],
  joins: ["done", "partly", "not_yet", "silent", "leaves"],
} as const;

const number = cell("a number", (said) => (/^\d+$/.test(said) ? Number(said) : undefined));

/** The columns of a file of those who ask for groups and those who join them. */
export const columns = {
  kind: oneOf("asks", "joins"),
  group: someText,
  name: someText,
  email: mailbox,
  position: positionColumn,
  school: someText,
  municipality: optional(someText),
  town: optional(someText),
  absent: optional(listOf("numbers of meetings such as 2;5, or nothing", number)),
  answers: someText,
};
type MemberCells = Cells<typeof columns>;
type Fault = CellFault<keyof MemberCells>;

/** Who asks for a group (a school, or a candidate coach), or joins the group of that name. */
export interface Member extends Row {
  readonly kind: "asks" | "joins";
  readonly group: string;
  readonly position?: MemberCells["position"];
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  /** The numbers of the meetings at which somebody is missed. */
  readonly absent: readonly number[];
  /** One of the behaviours of its kind. */
  readonly answers: string;
}

export const memberOf = (cells: MemberCells, line: number): Member => ({
  ...cells,
  line,
  municipality: cells.municipality ?? "",
  town: cells.town ?? "",
  absent: cells.absent ?? [],
});

/** What stands in one column hangs on another. */
export function checkMember({ line, kind, town, answers }: Member): Fault[] {
  return [
    ...(kind === "asks" && town === ""
      ? [{ line, column: "town", expected: "the town of the school" } as const]
      : []),
    ...faultsOfBehaviour({ line, kind, answers }, behaviours),
  ];
}

/** Whoever joins a group joins one that somebody asks for. */
export function checkGroups(rows: readonly Member[]): Fault[] {
  const asked = new Set(rows.flatMap(({ kind, group }) => (kind === "asks" ? [group] : [])));
  return rows
    .filter(({ kind, group }) => kind === "joins" && !asked.has(group))
    .map(({ line }) => ({ line, column: "group", expected: "a group that somebody asks for" }));
}
