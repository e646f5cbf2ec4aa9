import type { application as lt } from "./application.lt.ts";

/** The questions of the application, in English. ICU messages. */
export const application: Readonly<Record<keyof typeof lt, string>> = {
  "application.title": "Application for an internship abroad",
  "application.page.motivation": "Why you want an internship",
  "application.page.language": "Language",
  "application.page.countries": "Countries and time",
  "application.page.account": "Account for the grant",
  "application.town.hint": "The distance of the journey is counted from here.",
  "application.rural.label": "Is your school in a rural area?",
  "application.rural.hint": "Where scores are equal, teachers of rural schools go first.",
  "application.motivation.hint":
    "Do not give your name or school: reviewers do not know whose application they read.",
  "application.sharingPlan.label": "How will you share what you learn with colleagues?",
  "application.languageLevel.label": "How well do you know the language of the internship?",
  "application.languageLevel.A1": "A1 – beginner",
  "application.languageLevel.A2": "A2 – basics",
  "application.languageLevel.B1": "B1 – I manage in everyday situations",
  "application.languageLevel.B2": "B2 – I speak and write independently",
  "application.languageLevel.C1": "C1 – I speak fluently",
  "application.languageLevel.C2": "C2 – like a native speaker",
  "application.languageProof.label": "What shows it?",
  "application.languageProof.hint": "For example, an exam, a course, or work in that language.",
  "application.countries.label": "Where would you like to go?",
  "application.countries.hint": "You can choose one or two countries. Put first the one you want most.",
  "application.availableFrom.label": "From when could you travel?",
  "application.availableTo.label": "Until when could you travel?",
  "application.travelledBefore.label": "Have you been on an internship of this programme before?",
  "application.travelledBefore.hint": "Where scores are equal, those who have not go first.",
  "application.iban.label": "Bank account number (IBAN)",
  "application.iban.hint":
    "If you get a place, the grant is paid here. For example, LT12 1000 0111 0100 1000.",
  "application.languageProofFile.label": "Certificate of the language level",
};
