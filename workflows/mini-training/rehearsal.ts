import { groupRehearsal } from "../blocks/group/rehearsal.ts";
import { holdsMeeting, plansMeetings, unlessRefused } from "../blocks/group/rehearsal-answers.ts";
import { always } from "../blocks/rehearsal/answers.ts";
import { inWords, written } from "../blocks/rehearsal/people.ts";
import { meetingPlan } from "./group/forms.ts";

/** A call of mini-trainings: schools ask, teachers join, meet, and try out what they learned with their pupils. */
export const rehearsal = groupRehearsal({
  participants: "mini-training-participant",
  asks: (_, capacity) => ({ need: inWords, size: Math.min(20, capacity) }),
  joins: { tasks: true },
  answers: {
    topic: unlessRefused(({ row }) => ({ outcome: "agreed", topic: row?.group })),
    programme: always({ content: inWords, task: inWords }),
    programmeAgreement: always({ outcome: "agreed" }),
    planning: plansMeetings(meetingPlan),
    attendance: holdsMeeting(),
    practicalTask: ({ row }) =>
      row?.answers === "not_yet" ? undefined : { tried: inWords, pupils: inWords },
    taskReview: always({ outcome: "accepted" }),
    trainerReport: always({ done: written.activities, advice: inWords }),
    reportReview: always({ outcome: "accepted" }),
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
