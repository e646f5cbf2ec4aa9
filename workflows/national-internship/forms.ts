import { municipality } from "../blocks/municipality.ts";
import { position } from "../blocks/position.ts";
import { notOwnPrincipal, schoolFields, schoolGiven } from "../blocks/school.ts";
import { latestAnswer } from "../kernel/answers.ts";
import {
  certificateNumber,
  choices,
  confirmation,
  date,
  email,
  longText,
  number,
  phone,
  text,
  town,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { inOrder, placeFields } from "./place/forms.ts";
import { placeOptions } from "./place.ts";

/** The application for an internship in Lithuania: at most two places, in order [call of 2014]. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (file) => {
    const { lists, facts } = schoolGiven(file);
    return { facts, lists: { ...lists, places: placeOptions(file.call.places) } };
  },
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    position: position({ optional: true }),
    phone: phone({ optional: true }),
    ...schoolFields,
    school: text({ max: 200, autocomplete: "organization", shownTo: ["host"], listed: true }),
    municipality: municipality({ ranks: true, listed: true }),
    town: town({ ranks: true, listed: true }),
    experienceYears: number({ min: 0, max: 70, shownTo: ["host"], ranks: true }),
    principalName: text({ max: 120, listed: true }),
    principalEmail: email({ autocomplete: "off", listed: true }),
    motivation: longText({ max: 3000, shownTo: ["host"] }),
    shares: text({ max: 200, shownTo: ["host"] }),
    earlierCertificate: certificateNumber({ optional: true }),
    places: choices({ max: 2, options: { from: "places" } }),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "position", "phone"] },
    { id: "school", fields: ["schoolCode", "school", "municipality", "town", "rural", "experienceYears"] },
    { id: "principal", fields: ["principalName", "principalEmail"] },
    { id: "motivation", fields: ["motivation", "shares", "earlierCertificate"] },
    { id: "places", fields: ["places"] },
    { id: "declaration", fields: ["truthful"] },
  ],
  check: notOwnPrincipal,
});

/** Days that a host proposes are as a place's. */
const daysInOrder = ({
  starts,
  ends,
}: {
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
}) => (starts === undefined || ends === undefined ? [] : inOrder({ starts, ends }));

/** The host takes the intern in, on the days of the place or on others, or cannot. */
export const hostAcceptance = defineForm({
  id: "hostAcceptance",
  outcomes: ["accepted", "otherDays", "declined"],
  fields: {
    contactPerson: text({ max: 120, for: ["accepted"] }),
    starts: date({ for: ["otherDays"] }),
    ends: date({ for: ["otherDays"] }),
    reason: why({ max: 2000, for: ["declined"] }),
  },
  check: daysInOrder,
});

/** When the host stays silent or wants other days, the coordinator settles it with both. */
export const hostFollowUp = defineForm({
  id: "hostFollowUp",
  outcomes: ["accepted", "otherDays", "askAgain", "declined"],
  given: (file) => {
    const said = latestAnswer(file, hostAcceptance);
    const { starts, ends } = said?.outcome === "otherDays" ? said.values : {};
    return starts === undefined || ends === undefined ? {} : { values: { starts, ends } };
  },
  fields: {
    starts: date({ for: ["otherDays"] }),
    ends: date({ for: ["otherDays"] }),
    reason: why({ max: 2000 }),
  },
  check: daysInOrder,
});

/** What the intern will do and learn, and the session that he or she will hold for the host's colleagues. */
export const plan = defineForm({
  id: "plan",
  outcomes: ["submitted"],
  fields: {
    goals: longText({ max: 3000 }),
    activities: longText({ max: 6000 }),
    sessionTopic: text({ max: 200 }),
    sessionOn: date({}),
  },
});

/** A day in a few lines. */
export const diaryPage = defineForm({
  id: "diary",
  outcomes: ["written"],
  fields: { done: longText({ max: 1500 }), learned: longText({ max: 1500, optional: true }) },
});

/** The host confirms the days and the session, and says how the intern worked; the session may still come. */
export const hostEvaluation = defineForm({
  id: "hostEvaluation",
  outcomes: ["evaluated", "sessionLater", "absent"],
  fields: {
    daysMissed: number({ min: 0, max: 200, for: ["evaluated"] }),
    sessionHeld: yesNo({ for: ["evaluated"] }),
    colleagues: number({ min: 0, max: 500, for: ["evaluated"], optional: true }),
    evaluation: longText({ max: 4000, for: ["evaluated"] }),
    sessionOn: date({ for: ["sessionLater"] }),
  },
});

/** How the intern's own school will take interns in: what it becomes is a place in the register. */
export const hostingPlan = defineForm({
  id: "hostingPlan",
  outcomes: ["submitted"],
  fields: { organises: longText({ max: 3000 }), ...placeFields },
  check: inOrder,
});

export const hostingPlanReview = defineForm({
  id: "hostingPlanReview",
  outcomes: ["accepted", "returned"],
  fields: { reasons: why({ max: 4000, for: ["returned"] }) },
});

/** The intern reads why. */
export const placeLost = defineForm({
  id: "placeLost",
  outcomes: ["lost"],
  fields: { reason: why({ max: 2000 }) },
});
