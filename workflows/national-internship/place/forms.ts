import { Temporal } from "temporal-polyfill";
import { municipality } from "../../blocks/municipality.ts";
import { date, email, longText, number, phone, text, town } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";

/** What a place is: the method that can be learned there, the days of the stay, how many interns. */
export const placeFields = {
  method: text({ max: 120 }),
  offers: longText({ max: 1500 }),
  starts: date({}),
  ends: date({}),
  capacity: number({ min: 1, max: 6 }),
} as const;

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
  fields: {
    school: text({ autocomplete: "organization" }),
    municipality: municipality({}),
    town: town({}),
    fullName: text({ autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    ...placeFields,
  },
  pages: [
    { id: "school", fields: ["school", "municipality", "town"] },
    { id: "contact", fields: ["fullName", "email", "phone"] },
    { id: "place", fields: ["method", "offers", "starts", "ends", "capacity"] },
  ],
  check: inOrder,
});

export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "returned", "refused"],
  fields: { reason: longText({ max: 2000, for: ["returned", "refused"] }) },
});

/** The school amends what it offers. */
export const amendment = defineForm({
  id: "amendment",
  outcomes: ["amended"],
  fields: placeFields,
  check: inOrder,
});
