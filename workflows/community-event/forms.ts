import * as z from "zod";
import { position } from "../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { checkSharing, sharingFields } from "../blocks/sharing.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { When } from "../kernel/field.ts";
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
  several,
  text,
  time,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

/** What kind of event it is: teachers show each other what works, parents meet several times, the profession makes itself known. */
export const sorts = ["exchange", "consultation", "series", "campaign"] as const;

/** When those of a series meet again, after the first time. */
const meetings = <const W extends { readonly when?: When }>(asked: W) =>
  rows({
    max: 30,
    optional: true,
    ...asked,
    columns: { heldOn: date({}), heldFrom: time({}) },
  });

/** When and where, and for how many: what the coordinator may ask to be put otherwise. */
const planFields = <const W extends { readonly when?: When }>(asked: W) => ({
  title: text({ max: 200, ...asked }),
  about: longText({ max: 4000, ...asked }),
  heldOn: date({ ...asked }),
  heldFrom: time({ ...asked }),
  meetings: meetings(asked),
  place: text({ max: 200, ...asked }),
  hours: number({ min: 0, max: 1000, decimals: 2, ...asked }),
  capacity: number({ min: 0, max: 100_000, ...asked }),
  registeredFrom: date({ optional: true, ...asked }),
  registeredAtTime: time({ optional: true, ...asked }),
});
const ofEvents = { when: { field: "purpose", is: ["event"] } } as const;
const ofConsultations = { when: { field: "purpose", is: ["consultation"] } } as const;
const planned = ["title", "about", "heldOn", "heldFrom", "place", "hours"] as const;
const registering = ["capacity", "registeredFrom", "registeredAtTime"] as const;

const timed = z.object({ heldOn: z.string(), heldFrom: z.string() });
const series = z.object({ ...timed.shape, meetings: z.array(timed).optional() });

/** Each meeting of a series comes after the one before. */
function checkMeetings(said: unknown): readonly FieldError[] {
  const { meetings: later = [], ...first } = series.safeParse(said).data ?? { heldOn: "", heldFrom: "" };
  const begins = [first, ...later].map(({ heldOn, heldFrom }) => `${heldOn}T${heldFrom}`);
  return begins
    .slice(1)
    .flatMap((at, index) =>
      at > (begins[index] ?? "")
        ? []
        : [{ field: "meetings", problem: "outOfOrder", at: { row: index + 1, column: "heldOn" } }],
    );
}

/** An hour from which on people register is one of a day, and from the beginning of the event on nobody can any more. */
function checkOpening(said: Opening): readonly FieldError[] {
  const { heldOn, heldFrom, registeredFrom, registeredAtTime } = said;
  if (registeredFrom === undefined)
    return registeredAtTime === undefined ? [] : [{ field: "registeredFrom", problem: "missing" }];
  if (heldOn === undefined || heldFrom === undefined) return [];
  const opens = `${registeredFrom}T${registeredAtTime ?? "00:00"}`;
  return opens < `${heldOn}T${heldFrom}` ? [] : [{ field: "registeredFrom", problem: "own.opensTooLate" }];
}

type Opening = Readonly<
  Partial<Record<"heldOn" | "heldFrom" | "registeredFrom" | "registeredAtTime", string | undefined>>
>;

/** Somebody proposes an event, an exchange of teachers with what it would cost; or books a consultation. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  problems: ["opensTooLate"],
  given: schoolGiven,
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({ optional: true }),
    ...schoolFields,
    purpose: choice({ options: ["event", "consultation"] }),
    sort: choice({ options: sorts, ...ofEvents }),
    ...planFields(ofEvents),
    meetings: meetings({ when: { field: "sort", is: ["series"] } }),
    costs: rows({
      max: 20,
      optional: true,
      when: { field: "sort", is: ["exchange"] },
      columns: { item: text({ max: 120 }), cents: money({}) },
      sums: { of: ["cents"] },
    }),
    wants: text({ max: 120, optional: true, ...ofConsultations }),
    notBefore: date({ optional: true, ...ofConsultations }),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    schoolPage,
    { id: "purpose", fields: ["purpose"] },
    { id: "event", fields: ["sort", ...planned] },
    { id: "meetings", fields: ["meetings"] },
    { id: "registration", fields: [...registering] },
    { id: "costs", fields: ["costs"] },
    { id: "consultation", fields: ["wants", "notBefore"] },
  ],
  check: (said) => [...checkMeetings(said), ...checkOpening(said)],
});

/** What an exchange of teachers would cost: a grant is at most that, and nothing else has one. */
const asked = z.object({ costs: z.array(z.object({ cents: z.number() })).optional() });
const reasonsAlone = { reasons: why({ max: 2000, for: ["amendment", "refused"] }) };

/** The coordinator publishes it, with what it may cost; or asks for something else, or refuses. */
export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "amendment", "refused"],
  given: ({ application }) => {
    const { costs = [] } = asked.safeParse(application).data ?? {};
    const max = costs.reduce((sum, { cents }) => sum + cents, 0);
    return max > 0 ? { limits: { grantCents: { max } } } : { fields: reasonsAlone };
  },
  fields: { grantCents: money({ optional: true, for: ["approved"] }), ...reasonsAlone },
});

const amended = planFields({});
const { meetings: _, ...once } = amended;

/** The plan as it is from now on; only those of a series meet again. */
export const amendment = defineForm({
  id: "amendment",
  outcomes: ["amended"],
  problems: ["opensTooLate"],
  asksAnew: true,
  given: ({ application: { sort } }) => (sort === "series" ? {} : { fields: once }),
  fields: amended,
  check: (said) => [...checkMeetings(said), ...checkOpening(said)],
});

/** Whoever booked a consultation wants it on another day, once. */
export const moving = defineForm({
  id: "moving",
  outcomes: ["moved"],
  fields: { notBefore: date({ optional: true }) },
});

const ofSort = z.object({ sort: z.enum(sorts) });

const comer = {
  fullName: text({ max: 120, autocomplete: "name" }),
  email: email({}),
  school: text({ max: 200, optional: true, autocomplete: "organization" }),
  teacher: yesNo({ optional: true }),
};
const agreed = { truthful: confirmation({}) };

/** Whoever registers for an event; visitors of a campaign, and nobody else, may want to be told of calls. */
export const registration = defineForm({
  id: "registration",
  outcomes: ["registered"],
  given: ({ application }) =>
    ofSort.safeParse(application).data?.sort === "campaign" ? {} : { fields: { ...comer, ...agreed } },
  fields: { ...comer, toldOfCalls: yesNo({ optional: true }), ...agreed },
});

/** How it was, by those who were there. */
export const feedback = defineForm({
  id: "feedback",
  outcomes: ["given"],
  fields: {
    expected: choice({ options: ["fully", "mostly", "little"] }),
    organised: choice({ options: ["well", "fairly", "badly"] }),
    otherwise: longText({ max: 500, optional: true }),
  },
});

export const governing = ["council", "committee", "both", "none"] as const;
export const programmes = ["learning", "clubs", "events", "career", "safety", "other"] as const;

/** Half a year after a series: where parents have a say in the school, and in which of its programmes they take part. */
export const followUp = defineForm({
  id: "followUp",
  outcomes: ["given"],
  fields: {
    governs: choice({ options: governing }),
    programmes: several({ optional: true, options: programmes }),
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
