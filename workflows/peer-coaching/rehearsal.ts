import { groupRehearsal } from "../blocks/group/rehearsal.ts";
import { holdsMeeting, plansMeetings, rated, unlessRefused } from "../blocks/group/rehearsal-answers.ts";
import { always } from "../blocks/rehearsal/answers.ts";
import { inWords, written } from "../blocks/rehearsal/people.ts";
import { meetingPlan } from "./group/forms.ts";

/** A call of peer coaching: candidates apply and are trained, teachers join, and measure what their pupils achieve. */
export const rehearsal = groupRehearsal({
  participants: "peer-coaching-participant",
  asks: ({ group }) => ({
    principalName: "Mokyklos vadovas",
    principalEmail: "vadovas@mokykla.example",
    experienceYears: 12,
    motivation: written.motivation,
    subject: group,
    instrument: "rubric",
  }),
  joins: { openLessons: true },
  answers: {
    endorsement: unlessRefused(() => ({ outcome: "endorsed" })),
    training: always({ outcome: "attended" }),
    planning: plansMeetings(meetingPlan),
    attendance: holdsMeeting({ technology: ["quizzes"], change: inWords }),
    before: always({ pupils: "24", average: "61.5" }),
    after: always({ pupils: "24", average: "68.0" }),
    reflection: always({ changed: inWords, ...rated }),
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
