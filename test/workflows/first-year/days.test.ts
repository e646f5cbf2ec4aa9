import { describe, expect, it } from "vitest";
import { counts, daysOf, mentorIn, roadOf } from "../../../workflows/first-year/roads.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Entry } from "../../../workflows/kernel/entry.ts";
import { dayAfter } from "../../../workflows/kernel/facts/ends.ts";
import { seeded } from "../../infra/local/rehearse/seeded.ts";
import { madeUp } from "./made-up.ts";
import { become, type ModelCall } from "./model.ts";

type Line = Readonly<Record<string, string>>;

const words: Readonly<Record<string, string>> = {
  mentor: "mentorChanged",
  school: "schoolChanged",
  pause: "paused",
  leave: "onLeave",
  resume: "resumed",
  left: "left",
};

const byDay = (a: string, b: string): number => a.slice(0, 10).localeCompare(b.slice(0, 10));

/** What the cases of a file bring to the count, when all that is said until a day was said. */
function entryOf(line: Line, index: number, call: ModelCall, people: readonly Line[], until: string): Entry {
  const { kind, name = "", email = "", school = "" } = line;
  const emailOf = (whom: string | undefined) => people.find((one) => one.name === whom)?.email;
  const municipality = line.municipality || (call.schools[school] ?? "–");
  const ref = `case#${String(index).padStart(3, "0")}`;
  const bid =
    kind === "mentor"
      ? {
          ...{ kind, ref, name, email, school, municipality },
          years: Number(line.years),
          capacity: Number(line.capacity),
          accepts: line.accepts !== "no",
        }
      : {
          ...{ kind, name, email, school, municipality, starts: line.starts },
          ...(line.mentor ? { mentorEmail: emailOf(line.mentor) } : {}),
          words: (line.events ? line.events.split(";").toSorted(byDay) : []).flatMap((one) => {
            const [day = "", said = ""] = one.split("=");
            const [word = "", whom = ""] = said.split(":");
            if (day > until) return [];
            const more =
              word === "mentor"
                ? { mentorEmail: emailOf(whom) }
                : word === "school"
                  ? { school: whom, municipality: call.schools[whom] }
                  : {};
            return [{ day, word: words[word], ...more }];
          }),
          evaluations:
            line.evaluation === "extend" ? ["extend", line.again || "passed"] : [line.evaluation || "passed"],
        };
  return { ref, state: "underWay", ended: false, submittedAt: "2027-01-01T00:00:00Z", bid };
}

/** The call as a machine meets it, which wakes on days with words, and where the count said that something changes. */
function counted(call: ModelCall, people: readonly Line[], everyNight: boolean) {
  const isEligible = (line: Line) =>
    line.kind === "mentor" || become(call, [line]).cases[0]?.[1] !== "ineligible";
  const lines = people.filter(isEligible);
  const decisions = new Map<string, unknown>();
  const file = (until: string): CaseFile => ({
    ...{ ref: "call#x", process: "daily-call", language: "lt", application: {}, submittedAt: "" },
    ...{ answers: [], records: [], interruptions: [], diary: [], callId: "x" },
    call: { ...called, rules: rulesOf(call) },
    entries: lines.map((line, index) => {
      const entry = entryOf(line, index, call, people, until);
      return { ...entry, decision: decisions.get(entry.ref) };
    }),
  });
  let from = "2027-08-01";
  let next: string | undefined = from;
  for (let day = from; day <= call.lastDay; day = dayAfter(day)) {
    const isSaid = lines.some(({ events = "" }) => events.includes(`${day}=`));
    if (!everyNight && !isSaid && day !== next) continue;
    const closed = counts.close(file(day), { from, to: day });
    for (const { ref, decision } of closed.decisions) decisions.set(ref, decision);
    next = closed.next;
    from = dayAfter(day);
  }
  return new Map(
    lines.flatMap((line, index) => {
      const road = roadOf({ decision: decisions.get(`case#${String(index).padStart(3, "0")}`) });
      if (line.kind === "mentor") return [];
      const { status, on = "" } = road.end ?? {};
      return [[line.name, [status, mentorIn(road)?.name ?? "", on, daysOf(road, "running", on)]]];
    }),
  );
}

const contact = { name: "Rasa", email: "rasa@agentura.example", language: "lt" };
/** What the call sets, as it is stored. */
const rulesOf = ({ schools: _schools, ...call }: ModelCall) => ({ ...call, declareDays: 1 });
const called = {
  opensAt: "2027-01-01T00:00:00Z",
  closesAt: "2028-01-01T00:00:00Z",
  title: { lt: "x", en: "x" },
  staff: { coordinator: contact, agency: contact, finance: contact, leader: contact },
};
const statuses: Readonly<Record<string, string>> = { completed: "passed", uncertified: "passed" };

describe.each([
  ["each night", true],
  ["on nights on which something changes", false],
])("days that are counted %s", (_, everyNight) => {
  it.each(Array.from({ length: 5 }, (_, index) => 1000 + index))(
    "are as the specification says: %i",
    (seed) => {
      const { call, people } = madeUp(seed, seeded(seed).whole(1, 30));
      const expected = become(call, people).cases.flatMap(([name, status = "", mentor, on, days]) =>
        status === "ineligible" ? [] : [[name, [statuses[status] ?? status, mentor, on, days]] as const],
      );
      expect(Object.fromEntries(counted(call, people, everyNight))).toEqual(Object.fromEntries(expected));
    },
  );
});
