import { expect, it } from "vitest";
import {
  added,
  type CellFault,
  cellsOf,
  listOf,
  localDate,
  mailbox,
  oneOf,
  optional,
  points,
  someText,
  wholeUpTo,
  yesNo,
} from "../../../workflows/kernel/rehearsal-cells.ts";

/** A file of visits: who came when, how often, and, since a later year, with whom. */
const columns = {
  name: someText,
  email: mailbox,
  came: localDate,
  times: wholeUpTo(9),
  liked: optional(points),
  again: yesNo,
  way: oneOf("train", "bus", "foot"),
  rooms: optional(listOf("rooms with ; between them", someText)),
  friend: added(someText),
};

const plain = {
  name: "Ona",
  email: "ona@mokykla.example",
  came: "2027-05-03",
  times: "2",
  liked: "87,5",
  again: "yes",
  way: "bus",
  rooms: "A; B",
  friend: "",
};

function read(cells: Partial<typeof plain>) {
  const faults: CellFault[] = [];
  const all: Record<string, string> = { ...plain, ...cells };
  return { cells: cellsOf(columns, { line: 2, cell: (column) => all[column] ?? "" }, faults), faults };
}

it("cells are read as what their columns say", () => {
  expect(read({}).cells).toEqual({
    ...{ name: "Ona", email: "ona@mokykla.example", came: "2027-05-03", times: 2, liked: 87.5 },
    ...{ again: true, way: "bus", rooms: ["A", "B"] },
  });
});

it("a cell may be empty where its column allows it, and only there", () => {
  expect(read({ liked: "", rooms: "" }).faults).toEqual([]);
  expect(read({ name: "", again: "" }).faults).toEqual([
    { line: 2, column: "name", expected: "some text" },
    { line: 2, column: "again", expected: "yes or no" },
  ]);
});

it.each([
  [{ email: "ona" }, "email", "an e-mail address"],
  [{ came: "2027-02-30" }, "came", "a day such as 2027-05-03"],
  [{ times: "10" }, "times", "a whole number from 0 to 9"],
  [{ liked: "100.01" }, "liked", "a number from 0 to 100 with at most two decimals"],
  [{ way: "car" }, "way", "train, bus or foot"],
])("%j is refused by its column and what is expected there", (cells, column, expected) => {
  expect(read(cells)).toEqual({ cells: undefined, faults: [{ line: 2, column, expected }] });
});
