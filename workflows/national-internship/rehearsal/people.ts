import { positionColumn } from "../../blocks/position.ts";
import type { Row } from "../../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  faultsOfBehaviour,
  listOf,
  localDate,
  mailbox,
  oneOf,
  optional,
  someText,
  wholeUpTo,
} from "../../kernel/rehearsal-cells.ts";

/** How somebody behaves: a school that offers a place, and a teacher who wants to go. */
const behaviours = {
  offers: ["yes", "refused", "returned", "silent", "declines", "falls"],
  applies: [
    "done",
    "session_later",
    "no_session",
    "absent",
    "silent",
    "no_plan",
    "no_report",
    "refused",
    "ineligible",
    "withdraws",
  ],
} as const;

/** The columns of a file of schools and teachers. */
export const columns = {
  kind: oneOf("offers", "applies"),
  place: optional(someText),
  name: someText,
  email: mailbox,
  position: positionColumn,
  school: someText,
  municipality: someText,
  town: someText,
  starts: optional(localDate),
  ends: optional(localDate),
  capacity: optional(wholeUpTo(999)),
  years: optional(wholeUpTo(999)),
  order: optional(listOf("names with ; between them", someText)),
  answers: someText,
};
type PlaceCells = Cells<typeof columns>;
type Fault = CellFault<keyof PlaceCells>;

/** A school that offers a place, or a teacher who applies for some. */
export interface PlaceRow extends Row {
  readonly kind: "offers" | "applies";
  /** Of an offer: what the place is called in the file. */
  readonly place: string;
  readonly position?: PlaceCells["position"];
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  /** Of an offer: local days, both with them. */
  readonly starts: string;
  readonly ends: string;
  readonly capacity: number;
  /** Of a teacher: years of experience. */
  readonly years: number;
  /** Of a teacher the places wanted, of a school the addresses of those it would most like to have; in order. */
  readonly order: readonly string[];
  /** One of the behaviours of its kind. */
  readonly answers: string;
}

export const placeRowOf = (cells: PlaceCells, line: number): PlaceRow => ({
  ...cells,
  line,
  place: cells.place ?? "",
  starts: cells.starts ?? "",
  ends: cells.ends ?? "",
  capacity: cells.capacity ?? -1,
  years: cells.years ?? -1,
  order: cells.order ?? [],
});

/** What is needed of each kind of line, and which behaviours it has. */
export function checkPlaceRow({ line, kind, answers, order, ...row }: PlaceRow): Fault[] {
  const needs: readonly (readonly [keyof PlaceCells, boolean, string])[] =
    kind === "offers"
      ? [
          ["place", row.place !== "", "what the place is called"],
          ["starts", row.starts !== "", localDate.expected],
          ["ends", row.ends !== "", localDate.expected],
          ["capacity", row.capacity >= 0, "a whole number"],
        ]
      : [
          ["years", row.years >= 0, "a whole number"],
          ["order", order.length === 1 || order.length === 2, "one place or two such as A;B"],
        ];
  return [
    ...needs.flatMap(([column, isThere, expected]) => (isThere ? [] : [{ line, column, expected }])),
    ...faultsOfBehaviour({ line, kind, answers }, behaviours),
  ];
}

/** Teachers want places that are offered, schools would like teachers who apply; and somebody offers a place. */
export function checkOrders(rows: readonly PlaceRow[]): Fault[] {
  const places = new Set(rows.flatMap(({ kind, place }) => (kind === "offers" ? [place] : [])));
  const people = new Set(rows.flatMap(({ kind, email }) => (kind === "applies" ? [email] : [])));
  const [first] = rows;
  const unknown = rows.flatMap(({ line, kind, order }) =>
    order
      .filter((name) => !(kind === "applies" ? places : people).has(name))
      .map((name) => ({
        line,
        column: "order" as const,
        expected: `${kind === "applies" ? "places that are offered" : "addresses of those who apply"} (${name} is none)`,
      })),
  );
  return first && places.size === 0
    ? [{ line: first.line, column: "kind", expected: "offers on one line at least" }, ...unknown]
    : unknown;
}
