import type { Language } from "../../kernel/case-file.ts";

/** What the report says, in Lithuanian and in English. Statuses that are not here are shown by their own name. */
export interface ReportWords {
  readonly places: string;
  readonly placesTable: string;
  readonly moneyNote: string;
  readonly peopleNote: string;
  readonly status: Readonly<Record<string, string>>;
  readonly stage: Readonly<Record<Stage, string>>;
  readonly label: Readonly<Record<Label, string>>;
  readonly yes: string;
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
  places: "Vietos pagal šalį",
  placesTable: "Kas nutiko su kiekvienos šalies vietomis",
  moneyNote: "Išmokėta iš viso yra avansai ir galutiniai mokėjimai, atėmus susigrąžintas lėšas.",
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
};

const en: ReportWords = {
  places: "Places by country",
  placesTable: "What became of each country’s places",
  moneyNote: "Paid in all is advances and balances less what was recovered.",
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
};

/** The words of the report in one language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { lt, en };
