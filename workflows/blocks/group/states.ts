import { withWords } from "../../kernel/book.ts";
import type { Fields } from "../../kernel/field.ts";
import type { Form } from "../../kernel/form.ts";
import { knowing } from "../../kernel/given.ts";
import type { Role } from "../../kernel/roles.ts";
import { ask, awaiting, end, step, until } from "../../kernel/states.ts";
import { leads, participant, staff } from "../asking.ts";
import { ending } from "../ending.ts";
import { callCloses, countEnded, endsAll } from "../standing.ts";
import { callingOff, meetingMove, presence, tooFew } from "./forms.ts";
import { arrive, noteMissed, weighAttendance } from "./participant.ts";
import {
  callOff,
  countMeeting,
  finishMeetings,
  formAnyway,
  formGroup,
  moveAhead,
  moveMeeting,
  nextMeetingEnds,
  planMeetings,
  reseat,
} from "./rules.ts";
import { amongParticipants } from "./terms.ts";
import { groupWords, participantWords } from "./words.ts";

/**
 * How a group forms and meets: teachers join, places are given, the leader plans the meetings and says after each who was
 * there. When the last was held it goes on at `held`, and from `finishing` everybody's own road goes on; when the last of
 * them is over, at `over`.
 */
export const meetingStates = <
  const Leader extends string,
  const Held extends string,
  const Over extends string,
>(
  leader: Leader,
  {
    plan,
    attendance,
    held,
    over,
  }: {
    readonly plan: Form<Fields, "planned">;
    readonly attendance: Form<Fields, "held" | "moved">;
    readonly held: Held;
    readonly over: Over;
  },
) =>
  withWords(groupWords, {
    joining: until(callCloses, "forming"),
    forming: step(formGroup, { formed: "planning", tooFew: "tooFew" }),
    tooFew: ask("coordinator", tooFew, {
      ...staff,
      on: { goOn: "formingAnyway", givenUp: "callingOff", expired: "tooFew" },
    }),
    formingAnyway: step(formAnyway, { formed: "planning" }),
    planning: ask(leader, plan, { ...leads, on: { planned: "inviting", expired: "planning" } }),
    inviting: step(planMeetings, { planned: "awaitingMeeting" }),
    awaitingMeeting: awaiting({ nudged: "reseating", expired: "attendance" }, { instant: nextMeetingEnds }),
    reseating: step(reseat, { unchanged: "awaitingMeeting" }),
    attendance: ask(leader, knowing(attendance, amongParticipants), {
      ...leads,
      on: { held: "counting", moved: "moving", expired: "attendance" },
    }),
    moving: step(moveMeeting, { moved: "awaitingMeeting" }),
    movingAhead: step(moveAhead, { moved: "awaitingMeeting" }),
    counting: step(countMeeting, { next: "awaitingMeeting", last: held }),
    finishing: step(finishMeetings, { finished: "counted" }),
    counted: step(countEnded, { going: "awaitingParticipants", over }),
    awaitingParticipants: awaiting({ nudged: "counted" }),
    callingOff: step(callOff, { told: "calledOff" }),
    calledOff: end("calledOff"),
  });

/** Its leader and the coordinator may move the next meeting; the coordinator may call a group off as long as it forms and meets. */
export const groupInterruptions = (leader: Role) =>
  ({
    meetingMoved: {
      by: "coordinator",
      alsoBy: leader,
      form: meetingMove,
      to: "movingAhead",
      during: ["awaitingMeeting"],
    },
    calledOff: {
      by: "coordinator",
      form: callingOff,
      ends: endsAll,
      to: "callingOff",
      during: ["joining", "planning", "awaitingMeeting", "attendance"],
    },
  }) as const;

/**
 * A participant's way into a group and through its meetings: a place at once or from the waiting list (on at `seated`),
 * each meeting confirmed, and after the last on at `took` for whoever was at one at least.
 */
export const attendanceStates = <const Seated extends string, const Took extends string>({
  seated,
  took,
}: {
  readonly seated: Seated;
  readonly took: Took;
}) =>
  withWords(participantWords, {
    arrival: step(arrive, { arrived: "waiting" }),
    waiting: awaiting({ joined: seated, waiting: "onWaitingList", closed: "noPlace" }),
    onWaitingList: awaiting(
      { joined: seated, closed: "noPlace" },
      { tell: [{ role: "applicant", template: "onWaitingList" }] },
    ),
    awaitingMeetings: awaiting({ met: "presence", missed: "missed", over: "weighing" }),
    presence: ask("applicant", presence, {
      ...participant,
      on: { there: "awaitingMeetings", notThere: "awaitingMeetings", expired: "awaitingMeetings" },
    }),
    missed: step(noteMissed, { noted: "awaitingMeetings" }, { tells: ["missedMeeting"] }),
    weighing: step(weighAttendance, { took, absent: "absent" }),
    absent: ending("absent"),
    noPlace: ending("noPlace"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  });
