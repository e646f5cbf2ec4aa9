import { afterEach, describe, expect, it } from "vitest";
import { checkIn, inductionPlan } from "../../../workflows/first-year/forms.ts";
import { longText, text, yesNo } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { until } from "../../../workflows/kernel/states.ts";
import { readExample } from "../../examples.ts";
import { withStates } from "../../versions/changed.ts";
import { playedOver } from "../../versions/played-over.ts";
import { putBack } from "../../versions/release.ts";
import { cellsOf, expectedOf, filesOf } from "./play.ts";

const years = [2027, 2028, 2029, 2030, 2031];
const call = {
  id: "five-years",
  process: "first-year",
  days: 300,
  checkInDays: 60,
  minimumCheckIns: 4,
  maxPauseDays: 60,
  extensionDays: 60,
  declareDays: 14,
  mentorWaitDays: 30,
  lastDay: "2032-06-30",
  mentorCents: 60_000,
  terms: years.flatMap((year) => [
    { id: `${year}-autumn`, from: `${year}-09-01`, to: `${year}-12-31` },
    { id: `${year + 1}-spring`, from: `${year + 1}-01-10`, to: `${year + 1}-06-15` },
  ]),
  schools: { "Molėtų gimnazija": "Molėtų r.", "Utenos mokykla": "Utenos r." },
};
const declared = call.terms.map(({ id }, index) => `${id}:${index % 2 ? "mentor" : "both"}`).join(";");

const mentor = (name: string, school: string, capacity: number) => ({
  ...{ kind: "mentor", name, school, email: `${name.toLowerCase()}@mokykla.example` },
  ...{ capacity: String(capacity), years: "9", accepts: "yes" },
});
const novice = (
  name: string,
  starts: string,
  events: string,
  more: Readonly<Record<string, string>> = {},
) => ({
  ...{ kind: "novice", name, starts, events, declared, email: `${name.toLowerCase()}@mokykla.example` },
  ...{ school: "Molėtų gimnazija", qualified: "yes", months_before: "0", years_away: "0", checkins: "5" },
  ...{ evaluation: "passed", ...more },
});
const people = [
  mentor("Aldona", "Molėtų gimnazija", 1),
  mentor("Bronius", "Utenos mokykla", 2),
  novice("Ona", "2027-09-01", "2028-02-01=leave;2031-02-01=resume;2031-03-01=mentor:Bronius"),
  novice("Jonas", "2028-09-01", "2029-02-01=school:Utenos mokykla;2029-03-01=pause;2029-03-20=resume"),
  novice("Rasa", "2029-09-01", "2030-01-05=pause;2030-02-05=resume", {
    evaluation: "extend",
    again: "passed",
  }),
  novice("Petras", "2030-09-01", "2031-01-15=left", { mentor: "Bronius" }),
  novice("Ieva", "2031-10-01", ""),
];

/** Whoever gets a mentor has a day to meet them before the agreement is sent to be signed. */
const meetingBefore = (process: Process): Process => {
  const changed = withStates(process, (states) => ({
    ...states,
    ...(states.drawing?.kind === "step" ? { drawing: { ...states.drawing, on: { drawn: "meeting" } } } : {}),
    meeting: until((_, now) => new Date(Date.parse(now) + 86_400_000).toISOString(), "signing"),
  }));
  const heard = Object.entries(process.interruptions).map(([name, word]) => [
    name,
    { ...word, during: word.during.includes("signing") ? [...word.during, "meeting"] : word.during },
  ]);
  return { ...changed, interruptions: Object.fromEntries(heard) };
};

/** The plan does not need goals any more and asks of visits, and whoever meets says whether they met far away. */
const formsBehind = (process: Process): Process => {
  const plan = defineForm({
    id: inductionPlan.id,
    outcomes: ["submitted"],
    fields: {
      ...inductionPlan.fields,
      goals: longText({ max: 3000, optional: true }),
      visits: text({ optional: true }),
    },
  });
  const meeting = defineForm({
    id: checkIn.id,
    outcomes: ["held", "missed"],
    fields: { online: yesNo({ optional: true }) },
  });
  const asked = {
    "inductionPlan.visits.label": "Kieno pamokas stebėsite?",
    "checkIn.online.label": "Ar susitikote nuotoliu?",
  };
  return {
    ...withStates(process, ({ plan: planned, checkIn: met, ...states }) => ({
      ...states,
      ...(planned?.kind === "ask" ? { plan: { ...planned, form: plan } } : {}),
      ...(met?.kind === "all"
        ? {
            checkIn: {
              ...met,
              parts: Object.fromEntries(
                Object.entries(met.parts).map(([part, asking]) => [part, { ...asking, form: meeting }]),
              ),
            },
          }
        : {}),
    })),
    words: {
      lt: async () => ({ ...(await process.words.lt()), ...asked }),
      en: async () => ({ ...(await process.words.en()), ...asked }),
    },
  };
};

afterEach(putBack);

describe("first years of five years over two releases", () => {
  it("end as they would have, and every mentor is paid what they would have been", async () => {
    const { part } = await readExample(filesOf(call, people));
    const { ended, came } = await playedOver(part, [
      { on: "2028-06-01", process: "first-year", change: meetingBefore },
      { on: "2030-06-01", process: "first-year", change: formsBehind },
    ]);
    expect(came).toBe(2);
    expect(cellsOf(ended)).toEqual(expectedOf(call, people));
    // 153 days, three years of leave, and the other 147.
    expect(cellsOf(ended)["cases.csv"]).toContain("Ona,completed,Bronius,2031-06-27,300,5,119945");
  });
});
