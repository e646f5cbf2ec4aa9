import { groupRehearsal } from "../blocks/group/rehearsal.ts";
import { holdsMeeting, plansMeetings, unlessRefused } from "../blocks/group/rehearsal-answers.ts";
import { always } from "../blocks/rehearsal/answers.ts";
import { meetingPlan } from "./group/forms.ts";

const progress: Readonly<Record<string, string>> = { done: "done", partly: "partly" };

/** A call of supervisions: schools ask, teachers join, meet, and carry out a solution. */
export const rehearsal = groupRehearsal({
  participants: "supervision-participant",
  asks: (_, capacity) => ({ themes: ["cooperation"], size: Math.min(12, capacity), open: false }),
  joins: { allMeetings: true },
  answers: {
    approval: unlessRefused(() => ({ outcome: "approved" })),
    planning: plansMeetings(meetingPlan),
    attendance: holdsMeeting({ themes: ["cooperation"] }),
    closing: always({ goals: "4", madeUp: [] }),
    confidentiality: always({ outcome: "agreed" }),
    solution: always({ outcome: "chosen", problem: "klausimas", solution: "žingsnis" }),
    implementation: ({ row }) => ({ outcome: progress[row?.answers ?? ""] ?? "notYet" }),
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
