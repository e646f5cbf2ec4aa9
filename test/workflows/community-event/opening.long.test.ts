import { expect, it } from "vitest";
import { played } from "../../played.ts";
import { columns } from "./made-up.ts";
import { cellsOf, expectedOf, filesOf } from "./play.ts";
import { become, type Line } from "./rules.ts";

const call = {
  ...{ id: "renginiai", process: "community-event", opens: "2027-01-04T09:00" },
  ...{ confirmHours: 24, promoteUntilHours: 48, bookUntilHours: 24, certificateHours: 6, materialsDays: 14 },
};
const line = (said: Line): Line => Object.fromEntries(columns.map((column) => [column, said[column] ?? ""]));

it.each([
  ["2027-03-08T17:30", "late"],
  ["2027-05-01T10:00", "early"],
])(
  "of a file in which people can register from %s on, for an event that has begun by then, whoever comes in between is %s, and nobody has a seat",
  async (registration_opens, between) => {
    const event = "Tėvų vakaras";
    const people = [
      line({
        ...{ kind: "proposes", event, sort: "campaign", name: "Asta Astaitė", email: "asta@mokykla.example" },
        ...{ starts: "2027-03-08T17:30", hours: "8", capacity: "20", registration_opens },
      }),
      ...["2027-03-02T08:00", "2027-03-08T17:00", "2027-03-08T17:30", "2027-05-02T08:00"].map((at, index) =>
        line({ kind: "registers", event, name: "Ona", email: `ona-${index}@pastas.example`, at }),
      ),
    ];
    const expected = expectedOf(call, people);
    expect(become(call, people).map(({ status }) => status)).toEqual([
      "held",
      "early",
      "early",
      between,
      "late",
    ]);
    expect(cellsOf(await played(filesOf(call, people)))).toEqual(expected);
  },
);
