import type { Words } from "../../kernel/case-file.ts";

/** What the forms of all calls ask alike, in English. ICU messages. */
export const callWords: Words = {
  "callForm.title": "Call for applications",
  "callForm.submit": "Publish",
  "callForm.page.texts": "Title and texts",
  "callForm.callId.label": "Address of the call",
  "callForm.callId.hint":
    "Letters a to z, digits and hyphens, for example internships-2027. It cannot be changed after publishing.",
  "callForm.titleLt.label": "Title in Lithuanian",
  "callForm.titleEn.label": "Title in English",
  "callForm.aboutLt.label": "About the call in Lithuanian",
  "callForm.aboutLt.hint":
    "Whom it is for, what a participant gets and what is expected. It stands on the page of the call.",
  "callForm.aboutEn.label": "About the call in English",
  "callForm.contactName.label": "Whom to ask: full name",
  "callForm.contactName.hint": "Shown to everybody on the page of the call.",
  "callForm.contactEmail.label": "Whom to ask: e-mail",
  "callForm.contactPhone.label": "Whom to ask: telephone",
  "callForm.page.dates": "Dates",
  "callForm.opensOn.label": "First day for applications",
  "callForm.opensAt.label": "From what time are applications taken?",
  "callForm.opensAt.hint": "Vilnius time, for example 9:00.",
  "callForm.closesOn.label": "Last day for applications",
  "callForm.closesOn.hint":
    "Applications are taken until the end of this day. After publishing it can only be moved to a later day.",
  "callForm.page.staff": "Staff",
  "callForm.page.rules": "Rules",
};

export const budgetWords: Words = {
  "callForm.page.budget": "Budget",
  "callForm.budget.label": "Budget of the call in euros",
  "callForm.budget.hint": "Leave it empty if there is no limit. After publishing it can only be raised.",
  "callForm.payerName.label": "Payer",
  "callForm.payerName.hint": "Whose account the payments come from. Without it there are no payment files.",
  "callForm.payerIban.label": "Account of the payer (IBAN)",
};

export const feeWords: Words = {
  ...budgetWords,
  "callForm.hourEuros.label": "Rate of an academic hour in euros",
  "callForm.hourEuros.hint": "Leave it empty if nobody is paid for leading a group.",
};

/** One person of the staff; `who` is the role with a capital letter. */
export const personWords = (role: string, who: string): Words => ({
  [`callForm.${role}Name.label`]: `${who}: full name`,
  [`callForm.${role}Email.label`]: `${who}: e-mail`,
  [`callForm.${role}Language.label`]: `${who}: language of mails`,
  [`callForm.${role}Language.lt`]: "Lithuanian",
  [`callForm.${role}Language.en`]: "English",
});

/** The columns of a list of people. */
export const peopleColumns = (field: string): Words => ({
  [`callForm.${field}.name.label`]: "full name",
  [`callForm.${field}.email.label`]: "e-mail",
  [`callForm.${field}.language.label`]: "language (lt or en)",
  [`callForm.${field}.language.lt`]: "Lithuanian",
  [`callForm.${field}.language.en`]: "English",
});

/** Those who deliver groups. */
export const delivererWords = (field: string): Words => ({
  ...peopleColumns(field),
  [`callForm.${field}.town.label`]: "home town",
  [`callForm.${field}.groups.label`]: "groups at one time",
  [`callForm.${field}.conflicts.label`]: "schools not to lead at (between commas)",
});

export const staffWords: Words = {
  ...personWords("coordinator", "Coordinator"),
  ...personWords("agency", "Agency"),
};

/** How large a group is. */
export const sizeWords: Words = {
  ...staffWords,
  ...personWords("finance", "Finance"),
  "callForm.capacity.label": "How many people at most are in a group?",
  "callForm.minimum.label": "How many people does a group need to begin?",
  "callForm.joinDays.label": "For how many days can others join a group that was announced?",
};
