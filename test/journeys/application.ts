import type { Typed } from "./browser.ts";

/** An application for an internship abroad, page by page, as a teacher types it. */
export const application: Readonly<Record<string, Typed>> = {
  person: { fullName: "Žydrūnė Šiaučiūnienė", email: "zydrune@mokykla.example", phone: "+370 612 34567" },
  school: {
    school: "Molėtų gimnazija",
    municipality: "Molėtų rajono savivaldybė",
    town: "Molėtai",
    experienceYears: "17",
  },
  principal: { principalName: "Petras Žukas", principalEmail: "vadovas@mokykla.example" },
  motivation: {
    motivation: "Noriu išmokti projektų metodo <b>iš arti</b> ir jį perkelti į savo pamokas.",
    sharingPlan: "Surengsiu du susitikimus su kolegomis.",
  },
  language: { languageLevel: "B2", languageProof: "Anglų kalbos egzaminas" },
  countries: { countries: "FI;IE", travelledBefore: "no" },
  account: { iban: "LT12 1000 0111 0100 1000" },
  declaration: { truthful: "yes" },
};
