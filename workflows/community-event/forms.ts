import { position } from "../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { checkSharing, sharingFields } from "../blocks/sharing.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import {
  choice,
  confirmation,
  date,
  email,
  longText,
  money,
  number,
  phone,
  rows,
  text,
  time,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

/** What kind of event it is: teachers show each other what works, parents meet several times, the profession makes itself known. */
export const sorts = ["exchange", "consultation", "series", "campaign"] as const;

const hours = number({ min: 0, max: 1000, decimals: 2 });

/** When and where, and for how many: what the coordinator may ask to be put otherwise. */
const plan = {
  title: text({ max: 200 }),
  about: longText({ max: 4000 }),
  heldOn: date({}),
  heldFrom: time({}),
  place: text({ max: 200 }),
  hours,
  capacity: number({ min: 0, max: 100_000 }),
  registeredFrom: date({ optional: true }),
  registeredAtTime: time({ optional: true }),
};
const planned = ["title", "about", "heldOn", "heldFrom", "place", "hours"] as const;
const registering = ["capacity", "registeredFrom", "registeredAtTime"] as const;

/** Somebody proposes an event; an exchange of teachers with what it would cost. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: schoolGiven,
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({ optional: true }),
    ...schoolFields,
    sort: choice({ options: sorts }),
    ...plan,
    costs: rows({
      max: 20,
      optional: true,
      when: { field: "sort", is: ["exchange"] },
      columns: { item: text({ max: 120 }), cents: money({}) },
      sums: { of: ["cents"] },
    }),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    schoolPage,
    { id: "event", fields: ["sort", ...planned] },
    { id: "registration", fields: [...registering] },
    { id: "costs", fields: ["costs"] },
  ],
});

/** The coordinator publishes it, with what it may cost; or asks for something else, or refuses. */
export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "amendment", "refused"],
  fields: {
    grantCents: money({ optional: true, for: ["approved"] }),
    reasons: why({ max: 2000, for: ["amendment", "refused"] }),
  },
});

/** The plan as it is from now on. */
export const amendment = defineForm({ id: "amendment", outcomes: ["amended"], fields: plan });

/** Whoever registers for an event. */
export const registration = defineForm({
  id: "registration",
  outcomes: ["registered"],
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    school: text({ max: 200, optional: true, autocomplete: "organization" }),
    teacher: yesNo({ optional: true }),
    truthful: confirmation({}),
  },
});

/** Everybody who was there is checked in. */
export const attendance = defineForm({ id: "attendance", outcomes: ["held"], fields: {} });

/** What came of the event and may be used by others; and where the grant goes. */
export const materials = defineForm({
  id: "materials",
  outcomes: ["given"],
  fields: {
    summary: longText({ max: 4000 }),
    ...sharingFields,
    iban: bankAccount({ optional: true, identifying: true }),
  },
  check: checkSharing,
});
