import type { Language } from "../../../workflows/kernel/facts/print.ts";

/** What every report says, in Lithuanian and in English; what is of one process stands with that process. */
export interface ReportWords {
  readonly heading: string;
  readonly made: string;
  readonly figures: string;
  readonly road: string;
  readonly roadNote: string;
  readonly money: string;
  readonly people: string;
  readonly work: string;
  readonly mails: string;
  readonly days: string;
  readonly transitions: string;
  readonly items: string;
  /** Of a report whose process says nothing of its own. */
  readonly applications: string;
  readonly cases: string;
  readonly applicant: string;
  readonly statusOf: string;
  readonly kind: string;
  readonly hours: string;
  readonly peopleNote: string;
  readonly moneyNote: string;
  readonly granted: string;
  readonly paid: string;
  readonly recovered: string;
  readonly stays: string;
}

const lt: ReportWords = {
  heading: "Kvietimo repeticija",
  made: "Kas būtų, jei visi elgtųsi taip, kaip surašyta: nuo kvietimo paskelbimo iki paskutinės bylos pabaigos.",
  figures: "Svarbiausi skaičiai",
  road: "Kvietimo kelias",
  roadNote: "Kiek žmonių pasiekė kiekvieną kelio vietą ir kur likusieji iš jo išėjo.",
  money: "Pinigai",
  people: "Kas kam nutiko",
  work: "Ko tai kainavo",
  mails: "Laiškai pareiškėjų bylose",
  days: "Kvietimo trukmė dienomis",
  transitions: "Būsenų perėjimai",
  items: "Įrašai lentelėje",
  applications: "Paraiškos",
  cases: "pateikė paraišką",
  applicant: "Pareiškėjas",
  statusOf: "Baigtis",
  kind: "Rūšis",
  hours: "Akademinės valandos",
  peopleNote: "Visi eilės tvarka, kaip surašyta faile.",
  moneyNote: "Pasilieka tai, kas išmokėta ir nesusigrąžinta.",
  granted: "Skirta",
  paid: "Išmokėta",
  recovered: "Susigrąžinta",
  stays: "Pasilieka",
};

const en: ReportWords = {
  heading: "Rehearsal of a call",
  made: "What would happen if everybody did as is written: from the opening of the call to the end of the last case.",
  figures: "Headline figures",
  road: "The road of the call",
  roadNote: "How many people reached each point of the road, and where the others left it.",
  money: "Money",
  people: "What became of everyone",
  work: "What it took",
  mails: "Mails in applicants’ cases",
  days: "Length of the call in days",
  transitions: "State transitions",
  items: "Items written",
  applications: "Applications",
  cases: "applied",
  applicant: "Applicant",
  statusOf: "What became",
  kind: "Kind",
  hours: "Academic hours",
  peopleNote: "Everybody in the order of the file.",
  moneyNote: "What stays is what was paid and not recovered.",
  granted: "Granted",
  paid: "Paid",
  recovered: "Recovered",
  stays: "Stays with people",
};

/** The words of the report in one language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { lt, en };
