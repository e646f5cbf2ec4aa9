import { position } from "../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { email, longText, number, phone, text, yesNo } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { supervisionCall } from "./call.ts";
import { wantedThemes } from "./themes.ts";

/** A group of fewer teachers is none, unless the call has smaller ones [stage I, 2011]. */
const fewest = 4;

/** A school asks for a group. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (file) => {
    const { capacity } = supervisionCall.parse(file.call);
    return { ...schoolGiven(file), limits: { size: { min: Math.min(fewest, capacity), max: capacity } } };
  },
  fields: {
    ...schoolFields,
    fullName: text({ autocomplete: "name" }),
    email: email({}),
    position: position({ optional: true }),
    phone: phone({ optional: true }),
    ...wantedThemes,
    size: number({ min: 2, max: 12 }),
    open: yesNo({}),
    remarks: longText({ max: 2000, optional: true }),
  },
  pages: [
    schoolPage,
    { id: "contact", fields: ["fullName", "email", "position", "phone"] },
    { id: "group", fields: ["themes", "size", "open", "remarks"] },
  ],
});

export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "refused"],
  fields: { reason: why({ max: 2000, for: ["refused"] }) },
});
