import type { Language } from "../../../workflows/kernel/facts/print.ts";

/** What the report says, in Lithuanian and in English. Statuses that are not here are shown by their own name. */
export interface ReportWords {
  readonly heading: string;
  readonly made: string;
  readonly figures: string;
  readonly road: string;
  readonly roadNote: string;
  readonly places: string;
  readonly placesTable: string;
  readonly money: string;
  readonly moneyNote: string;
  readonly people: string;
  readonly peopleNote: string;
  readonly status: Readonly<Record<string, string>>;
  readonly stage: Readonly<Record<Stage, string>>;
  readonly label: Readonly<Record<Label, string>>;
  readonly yes: string;
  readonly work: string;
}

/** How far somebody came, in the order of the road. */
export const stages = [
  "came",
  "taken",
  "endorsed",
  "eligible",
  "ranked",
  "offered",
  "accepted",
  "completed",
] as const;
export type Stage = (typeof stages)[number];

type Label =
  | "applications"
  | "places"
  | "accepted"
  | "completed"
  | "paid"
  | "mails"
  | "days"
  | "transitions"
  | "items"
  | "country"
  | "offered"
  | "promoted"
  | "declined"
  | "expired"
  | "recovered"
  | "unfilled"
  | "all"
  | "order"
  | "applicant"
  | "statusOf"
  | "score"
  | "grant"
  | "advance"
  | "balance"
  | "returned"
  | "granted"
  | "advanced";

const lt: ReportWords = {
  heading: "Kvietimo repeticija",
  made: "Kas būtų, jei visi elgtųsi taip, kaip surašyta: nuo kvietimo paskelbimo iki paskutinės bylos pabaigos.",
  figures: "Svarbiausi skaičiai",
  road: "Kvietimo kelias",
  roadNote: "Kiek žmonių pasiekė kiekvieną kelio vietą ir kur likusieji iš jo išėjo.",
  places: "Vietos pagal šalį",
  placesTable: "Kas nutiko su kiekvienos šalies vietomis",
  money: "Pinigai",
  moneyNote: "Išmokėta iš viso yra avansai ir galutiniai mokėjimai, atėmus susigrąžintas lėšas.",
  people: "Kas kam nutiko",
  peopleNote: "Pirmiausia pirmumo eilė, po jos visi kiti pagal tai, kaip toli nuėjo.",
  status: {
    late: "Pavėlavo",
    duplicate: "Pakartotinė paraiška",
    refused: "Vadovas nepritarė",
    ineligible: "Neatitiko reikalavimų",
    incomplete: "Nepapildė paraiškos",
    rejected: "Per mažas balas",
    reserve: "Liko rezerve",
    declined: "Atsisakė vietos",
    expired: "Neatsakė į pasiūlymą",
    recovered: "Lėšos susigrąžintos",
    completed: "Baigė",
  },
  stage: {
    came: "pateikė paraišką",
    taken: "paraiška priimta",
    endorsed: "vadovas pritarė",
    eligible: "atitiko reikalavimus",
    ranked: "pateko į pirmumo eilę",
    offered: "gavo vietos pasiūlymą",
    accepted: "priėmė pasiūlymą",
    completed: "baigė",
  },
  label: {
    applications: "Paraiškos",
    places: "Vietos",
    accepted: "Priėmė vietą",
    completed: "Baigė",
    paid: "Išmokėta iš viso",
    mails: "Laiškai pareiškėjų bylose",
    days: "Kvietimo trukmė dienomis",
    transitions: "Būsenų perėjimai",
    items: "Įrašai lentelėje",
    country: "Šalis",
    offered: "Pasiūlyta",
    promoted: "Iš rezervo",
    declined: "Atsisakė",
    expired: "Neatsakė",
    recovered: "Susigrąžinta",
    unfilled: "Neužimta",
    all: "Iš viso",
    order: "Eilė",
    applicant: "Pareiškėjas",
    statusOf: "Baigtis",
    score: "Balas",
    grant: "Dotacija",
    advance: "Avansas",
    balance: "Galutinis mokėjimas",
    returned: "Susigrąžinta",
    granted: "Skirta dotacijų",
    advanced: "Avansai",
  },
  yes: "taip",
  work: "Ko tai kainavo",
};

const en: ReportWords = {
  heading: "Rehearsal of a call",
  made: "What would happen if everybody did as is written: from the opening of the call to the end of the last case.",
  figures: "Headline figures",
  road: "The road of the call",
  roadNote: "How many people reached each point of the road, and where the others left it.",
  places: "Places by country",
  placesTable: "What became of each country’s places",
  money: "Money",
  moneyNote: "Paid in all is advances and balances less what was recovered.",
  people: "What became of everyone",
  peopleNote: "The ranking first, then everybody else by how far they came.",
  status: {
    late: "Too late",
    duplicate: "Applied twice",
    refused: "Not endorsed",
    ineligible: "Ineligible",
    incomplete: "No supplement sent",
    rejected: "Score too low",
    reserve: "Stayed on reserve",
    declined: "Declined the place",
    expired: "Never answered",
    recovered: "Money recovered",
    completed: "Completed",
  },
  stage: {
    came: "applied",
    taken: "applications taken",
    endorsed: "endorsed",
    eligible: "eligible",
    ranked: "in the ranking",
    offered: "offered a place",
    accepted: "accepted",
    completed: "completed",
  },
  label: {
    applications: "Applications",
    places: "Places",
    accepted: "Accepted a place",
    completed: "Completed",
    paid: "Paid in all",
    mails: "Mails in applicants’ cases",
    days: "Length of the call in days",
    transitions: "State transitions",
    items: "Items written",
    country: "Country",
    offered: "Offered",
    promoted: "From reserve",
    declined: "Declined",
    expired: "Expired",
    recovered: "Recovered",
    unfilled: "Unfilled",
    all: "All",
    order: "Rank",
    applicant: "Applicant",
    statusOf: "What became",
    score: "Score",
    grant: "Grant",
    advance: "Advance",
    balance: "Balance",
    returned: "Recovered",
    granted: "Granted",
    advanced: "Advanced",
  },
  yes: "yes",
  work: "What it took",
};

/** The words of the report in one language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { lt, en };
