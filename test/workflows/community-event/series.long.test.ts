import { expect, it } from "vitest";
import { cellsOf, played } from "../../played.ts";
import { columns } from "./made-up.ts";
import type { Line } from "./rules.ts";

const call = {
  ...{ id: "vakarai", process: "community-event", opens: "2027-01-04T09:00" },
  ...{ confirmHours: 24, promoteUntilHours: 48, bookUntilHours: 24, certificateHours: 6, materialsDays: 14 },
};
const all = [...columns, "meetings", "present", "governs", "programmes"];
const file = (lines: readonly Line[]) =>
  lines.map((line) => Object.fromEntries(all.map((column) => [column, line[column] ?? ""])));

const evenings: Line = {
  ...{
    kind: "proposes",
    event: "Tėvų vakarai",
    sort: "series",
    name: "Asta Astaitė",
    email: "asta@mokykla.example",
  },
  ...{ starts: "2027-03-08T17:30", hours: "8", capacity: "20" },
  meetings: "2027-03-15T17:30;2027-03-22T17:30;2027-04-05T17:30",
};
const parent = (name: string, also: Line = {}): Line => ({
  ...{ kind: "registers", event: "Tėvų vakarai", name, email: `${name.codePointAt(0)}@pastas.example` },
  ...{ at: "2027-03-02T08:00", ...also },
});

it("of a series whoever was at three of four meetings is certified it, says how it was, and half a year later what came of it", async () => {
  const files = {
    call,
    people: file([
      evenings,
      parent("Visada"),
      parent("Dažnai", {
        present: "4;1;2;1",
        feedback: "Ačiū lektorei",
        governs: "council",
        programmes: "clubs;events",
      }),
      parent("Retai", { present: "1;3", feedback: "no" }),
      parent("Paskutinį", { present: "4", governs: "silent" }),
      parent("Neatvyko", { attends: "no" }),
      parent("Atšaukė", { cancels_at: "2027-03-05T08:00" }),
    ]),
  };
  const ended = await played(files);
  const rows = cellsOf(ended, "cases.csv", ["name", "status", "met", "certified", "said"]);
  expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
    "Asta Astaitė held   ",
    "Visada attended 4 yes feedback;followUp",
    "Dažnai attended 3 yes feedback;followUp",
    "Retai attended 2 no followUp",
    "Paskutinį attended 1 no feedback",
    "Neatvyko noShow 0 no ",
    "Atšaukė cancelled 0 no ",
  ]);
  // Half a year after the last meeting parents are asked.
  const days = (Date.parse("2027-10-05") - Date.parse("2027-01-04")) / 86_400_000;
  expect(ended.totals.virtualDays).toBeGreaterThanOrEqual(days);
  // Whoever goes on after a kill is seen and asked no second time.
  const killed = await played(files, [12, 9, 14]);
  expect(killed.told.tables).toEqual(ended.told.tables);
});
