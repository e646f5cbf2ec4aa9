import * as z from "zod";
import { knownContact } from "../../kernel/contact.ts";
import { number } from "../../kernel/field-kinds.ts";
import type { FieldError, Values } from "../../kernel/form.ts";
import { onlyAdded, untilApplied } from "./changes.ts";
import { checkDates, dateChanges, dateFields, datesCalled, datesOf, typedDates } from "./dates.ts";
import { budgetChanges, checkBudget, feeCalled, feeFields, feeOf, typedFee } from "./money.ts";
import { asLines, people, personNames, personOf, staffChanges, typedPerson } from "./people.ts";
import { checkTexts, textChanges, textFields, textPage, textsOf, typedTexts } from "./texts.ts";

/** What every call asks that leads to groups: its texts, dates, fee, staff, and how large and long a group is. */
const staffFields = { ...people.coordinator, ...people.agency, ...people.finance } as const;
const commonFields = { ...textFields, ...dateFields, ...feeFields, ...staffFields } as const;

/** How large a group is and how long others can join it; of how many people at most it may be, the process says. */
const groupFields = (least: number, most: number) =>
  ({
    capacity: number({ min: least, max: most }),
    minimum: number({ min: least, max: most }),
    hours: number({ min: 1, max: 10 }),
    joinDays: number({ min: 1, max: 60 }),
  }) as const;

export const groupCallFields = (least: number, most: number) => ({
  ...commonFields,
  ...groupFields(least, most),
});
type GroupCall = Values<ReturnType<typeof groupCallFields>>;

export const sizeNames = ["capacity", "minimum", "hours", "joinDays"] as const;

export const groupCallPages = {
  texts: textPage,
  dates: { id: "dates", fields: ["opensOn", "opensAt", "closesOn", "followUpMonths"] },
  budget: { id: "budget", fields: ["hourEuros", "budget", "payerName", "payerIban"] },
  staff: { id: "staff", fields: personNames("coordinator", "agency", "finance") },
} as const;

/** A group cannot need more people than it has room for. */
export const checkGroupCall = (said: GroupCall): FieldError[] => [
  ...checkTexts(said),
  ...checkDates(said),
  ...checkBudget(said),
  ...(said.minimum > said.capacity
    ? [{ field: "minimum", problem: "tooLarge" as const, limit: said.capacity }]
    : []),
];

/** Of a call's rules nothing changes: groups were opened by them. */
export const groupCallChanges = {
  ...textChanges,
  ...dateChanges,
  ...staffChanges("coordinator", "agency", "finance"),
  hourEuros: untilApplied,
  ...budgetChanges,
} as const;
export const delivererChanges = onlyAdded;
export const groupCallCalled = { ...datesCalled, ...feeCalled } as const;

export const groupCallOf = (said: GroupCall) => ({
  ...textsOf(said),
  ...datesOf(said),
  ...feeOf(said),
  capacity: said.capacity,
  minimum: said.minimum,
  hours: said.hours,
  joinDays: said.joinDays,
  staff: {
    coordinator: personOf(said, "coordinator"),
    agency: personOf(said, "agency"),
    finance: personOf(said, "finance"),
  },
});

const stored = z.object({
  capacity: z.number(),
  minimum: z.number(),
  hours: z.number(),
  joinDays: z.number(),
  staff: z.object({ coordinator: knownContact, agency: knownContact, finance: knownContact }),
});

export function typedGroupCall(id: string, data: unknown) {
  const { capacity, minimum, hours, joinDays, staff } = stored.parse(data);
  return {
    ...typedTexts(id, data),
    ...typedDates(data),
    ...typedFee(data),
    capacity: String(capacity),
    minimum: String(minimum),
    hours: String(hours),
    joinDays: String(joinDays),
    ...typedPerson("coordinator", staff.coordinator),
    ...typedPerson("agency", staff.agency),
    ...typedPerson("finance", staff.finance),
  };
}

/** Those who deliver as lines of text, in the order of their field. */
export const typedDeliverers = (deliverers: readonly Readonly<Record<string, unknown>>[]): string =>
  asLines(deliverers, "name", "email", "language", "town", "groups", "conflicts");
