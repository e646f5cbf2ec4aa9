import { Temporal } from "temporal-polyfill";
import { position } from "../../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../../blocks/school.ts";
import { type Book, withWords } from "../../kernel/book.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import { date, email, longText, number, phone, text } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";
import { hostPlace } from "../place.ts";

/** Said alike of a place that is offered, amended, or planned by an intern for the own school. */
const words: Book = {
  lt: () => import("./fields/words/lt.json", { with: { type: "json" } }),
  en: () => import("./fields/words/en.json", { with: { type: "json" } }),
};

/** What a place is: the method that can be learned there, the days of the stay, how many interns. */
export const placeFields = withWords(words, {
  method: text({ max: 120 }),
  offers: longText({ max: 1500 }),
  starts: date({}),
  ends: date({}),
  capacity: number({ min: 1, max: 6 }),
});

/** The longest strand lasts half a year [call of 2014]. Days. */
const longest = 190;

/** The last day does not come before the first, nor after half a year. */
export const inOrder = ({ starts, ends }: { readonly starts: string; readonly ends: string }) =>
  ends < starts || ends > Temporal.PlainDate.from(starts).add({ days: longest }).toString()
    ? [{ field: "ends", problem: "outOfOrder" as const }]
    : [];

/** A school offers to take interns in. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: schoolGiven,
  fields: {
    ...schoolFields,
    fullName: text({ autocomplete: "name" }),
    email: email({}),
    position: position({ optional: true }),
    phone: phone({ optional: true }),
    ...placeFields,
  },
  pages: [
    schoolPage,
    { id: "contact", fields: ["fullName", "email", "position", "phone"] },
    { id: "place", fields: ["method", "offers", "starts", "ends", "capacity"] },
  ],
  check: inOrder,
});

export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "returned", "refused"],
  fields: { reason: why({ max: 2000, for: ["returned", "refused"] }) },
});

const offered = hostPlace.pick({ method: true, offers: true, starts: true, ends: true, capacity: true });

const amendmentId = "amendment";

/** The place as its school described it last. */
export const offeredIn = ({ application, answers }: Pick<CaseFile, "application" | "answers">) =>
  offered.parse({ ...application, ...answers.findLast(({ form }) => form === amendmentId)?.values });

/** The school amends what it offers, from what it said last. */
export const amendment = defineForm({
  id: amendmentId,
  outcomes: ["amended"],
  asksAnew: true,
  given: (file) => ({ values: offeredIn(file) }),
  fields: placeFields,
  check: inOrder,
});
