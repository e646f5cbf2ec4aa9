import * as z from "zod";
import { withWords } from "../../kernel/book.ts";
import { callTexts } from "../../kernel/call-texts.ts";
import { email, longText, phone, text } from "../../kernel/field-kinds.ts";
import type { FieldError, Values } from "../../kernel/form.ts";
import { freely } from "./changes.ts";
import { callWords } from "./words.ts";

const stored = z.object(callTexts);

export const textFields = withWords(callWords, {
  /** Its name in the addresses of pages, for good. */
  callId: text({ max: 40 }),
  titleLt: text({ max: 120 }),
  titleEn: text({ max: 120 }),
  aboutLt: longText({ max: 4000, optional: true }),
  aboutEn: longText({ max: 4000, optional: true }),
  contactName: text({ max: 120, optional: true }),
  contactEmail: email({ optional: true, autocomplete: "off" }),
  contactPhone: phone({ optional: true, autocomplete: "off" }),
});
type Texts = Values<typeof textFields>;

export const textPage = {
  id: "texts",
  fields: Object.keys(textFields) as (keyof typeof textFields)[],
} as const;

export const textChanges = {
  titleLt: freely,
  titleEn: freely,
  aboutLt: freely,
  aboutEn: freely,
  contactName: freely,
  contactEmail: freely,
  contactPhone: freely,
} as const;

/** An address that a page of the console has already. */
const reserved = ["new"];

/** A text stands in both languages or in none, and whom to ask has a name and an address. */
export function checkTexts(said: Texts): FieldError[] {
  const errors: FieldError[] = [];
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(said.callId))
    errors.push({ field: "callId", problem: "notAddress" });
  if (reserved.includes(said.callId.toLowerCase())) errors.push({ field: "callId", problem: "addressTaken" });
  const together = [
    ["aboutLt", "aboutEn"],
    ["contactName", "contactEmail"],
  ] as const;
  for (const [one, other] of together) {
    if (said[one] && !said[other]) errors.push({ field: other, problem: "missing" });
    if (said[other] && !said[one]) errors.push({ field: one, problem: "missing" });
  }
  if (said.contactPhone && !said.contactName && !said.contactEmail)
    errors.push({ field: "contactEmail", problem: "missing" });
  return errors;
}

export function textsOf({ callId, titleLt, titleEn, ...said }: Texts) {
  const { aboutLt, aboutEn, contactName, contactEmail, contactPhone } = said;
  return {
    id: callId,
    title: { lt: titleLt, en: titleEn },
    ...(aboutLt && aboutEn ? { about: { lt: aboutLt, en: aboutEn } } : {}),
    ...(contactName && contactEmail
      ? {
          contact: {
            name: contactName,
            email: contactEmail,
            ...(contactPhone ? { phone: contactPhone } : {}),
          },
        }
      : {}),
  };
}

export function typedTexts(callId: string, data: unknown) {
  const { title, about, contact } = stored.parse(data);
  return {
    callId,
    titleLt: title.lt,
    titleEn: title.en,
    aboutLt: about?.lt ?? "",
    aboutEn: about?.en ?? "",
    contactName: contact?.name ?? "",
    contactEmail: contact?.email ?? "",
    contactPhone: contact?.phone ?? "",
  };
}
