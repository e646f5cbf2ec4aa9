import * as z from "zod";
import { itemFaults, itemOfForm } from "../blocks/instrument.ts";
import { position } from "../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { confirmation, email, longText, number, phone, rows, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

/** An item: what is asked, on which scale, and from where on somebody agrees. */
const items = rows({
  max: 200,
  columns: {
    id: text({ max: 40 }),
    lt: text({ max: 300 }),
    en: text({ max: 300 }),
    from: number({ min: -100, max: 100 }),
    to: number({ min: -100, max: 100 }),
    agree: number({ min: -100, max: 100 }),
  },
});

export const itemsIn = z.object({ items: z.array(itemOfForm.loose()) });

const checkItems = ({ items: said }: { readonly items: unknown }) => itemFaults(said);

/** A draft of a version of an instrument. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: schoolGiven,
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({}),
    ...schoolFields,
    instrument: text({ max: 40 }),
    version: number({ min: 1, max: 999 }),
    purpose: longText({ max: 3000 }),
    items,
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    schoolPage,
    { id: "instrument", fields: ["instrument", "version", "purpose", "items"] },
    { id: "declaration", fields: ["truthful"] },
  ],
  check: checkItems,
});

const reasons = why({ max: 4000, for: ["returned", "refused"] });

/** Whether the items can be understood, in both languages. */
export const languageCheck = defineForm({
  id: "languageCheck",
  outcomes: ["passed", "returned"],
  fields: { reasons: why({ max: 4000, for: ["returned"] }) },
});

/** The draft as it is after remarks. */
export const redraft = defineForm({
  id: "redraft",
  outcomes: ["submitted"],
  asksAnew: true,
  fields: { items },
  check: checkItems,
});

/** What a pilot campaign was called; what it has shown is typed only where it was held elsewhere. */
export const pilot = defineForm({
  id: "pilot",
  outcomes: ["tried"],
  fields: {
    campaign: text({ max: 60 }),
    alpha: number({ min: -1, max: 1, decimals: 2, optional: true }),
    complete: number({ min: 0, max: 400_000, optional: true }),
    blankPercent: number({ min: 0, max: 100, optional: true }),
  },
});

/** What the commission has decided, as its minutes say. */
export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "returned", "refused"],
  fields: { minutes: text({ max: 120 }), reasons },
});
