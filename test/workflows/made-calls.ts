import type { CallForm } from "../../workflows/kernel/call-form.ts";

/** What coordinators type to make a call of any process, as the pages send it. */
const texts = {
  callId: "pavasaris-2027",
  titleLt: "Pavasario kvietimas",
  titleEn: "Call of spring",
  aboutLt: "Kviečiame mokytojus.",
  aboutEn: "We invite teachers.",
  contactName: "Rasa Jankauskienė",
  contactEmail: "rasa@agentura.example",
  contactPhone: "+370 600 00000",
};
const dates = { opensOn: "2027-01-04", opensAt: "9:00", closesOn: "2027-01-31" };
const staffOf = (role: string) => ({
  [`${role}Name`]: `${role} Vardaitė`,
  [`${role}Email`]: `${role}@agency.example`,
  [`${role}Language`]: "lt",
});
const staff = { ...staffOf("coordinator"), ...staffOf("agency"), ...staffOf("finance") };
const money = { budget: "35000,50", payerName: "Agentūra", payerIban: "LT12 1000 0111 0100 1000" };
const group = { ...texts, ...dates, ...staff, ...money, hourEuros: "25", joinDays: "14" };
const ireland = {
  country: "IE",
  places: "4",
  dailyEuros: "140",
  institution: "Dublin West Education Centre",
  town: "Dublin",
  starts: "2027-04-05",
  ends: "2027-04-09",
  contactName: "Aoife Byrne",
  contactEmail: "aoife@host.example",
  contactLanguage: "en",
};

/** The same of processes that ask for something that no template can have in it. */
export const made: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "foreign-internship": {
    ...texts,
    ...dates,
    ...staff,
    ...money,
    lastOfferDate: "2027-03-20",
    countries: [ireland, { ...ireland, country: "FI", town: "Tampere", institution: "Tampereen koulu" }],
    advancePercent: "80",
    rubric: [
      {
        titleLt: "Poreikis",
        titleEn: "Need",
        weight: "60",
        anchorsLt: "nepagrįstas\nbendri žodžiai\naiškus",
        anchorsEn: "not shown\ngeneral words\nclear",
      },
      {
        titleLt: "Sklaida",
        titleEn: "Sharing",
        weight: "40",
        anchorsLt: "plano nėra\nplanas yra",
        anchorsEn: "no plan\na plan",
      },
    ],
    conflicts: ["school", "household"],
    relations: [
      { reviewer: "antra@ekspertai.example", kind: "taught", whom: "Ona Onaitė" },
      { reviewer: "antra@ekspertai.example", kind: "declared", whom: "ona@m.example" },
    ],
    seed: "2027",
    reviewers: [
      "Pirma Ekspertė; pirma@ekspertai.example; lt; Utenos gimnazija; Utenos r.; lt; 40",
      "Antra Ekspertė; antra@ekspertai.example",
      "Trečia Ekspertė; trecia@ekspertai.example; en",
    ].join("\n"),
    commission: "Vytautas Petrauskas; vytautas@agentura.example\nGenė Kazlauskienė; gene@komisija.example",
    appealDays: "5",
    appeals: "Vida Teisutienė; vida@skundai.example",
    minimumScore: "60",
    scoreGap: "20",
    offerDays: "7",
    reportDays: "30",
    travelDays: "2",
  },
  supervision: {
    ...group,
    supervisors: "Ona Vadovė; ona@vadovai.example; lt; Kaunas; 2; Kauno gimnazija, Jonavos gimnazija",
    capacity: "12",
    minimum: "6",
    hours: "5",
    checkWeeks: "4",
  },
  "mini-training": {
    ...group,
    trainers: "Ona Vadovė; ona@vadovai.example; lt; Kaunas; 2",
    capacity: "25",
    minimum: "8",
    hours: "4",
    presencePercent: "80",
  },
  "peer-coaching": { ...group, trainingEnds: "2027-03-01", capacity: "8", minimum: "3", hours: "3" },
  "national-internship-place": {
    ...texts,
    ...dates,
    ...staffOf("coordinator"),
    ...staffOf("agency"),
    minimumYears: "8",
    hoursPerDay: "8",
    sameMunicipalityIsConflict: "no",
    reportDays: "30",
  },
};

/** What is typed for a call of a process: what its template has, and what every coordinator knows. */
export function madeBy(id: string, { form, template }: CallForm): Readonly<Record<string, unknown>> {
  const maker = { name: "Rasa Jankauskienė", email: "rasa@agentura.example", language: "lt" } as const;
  const typed = { ...template(maker, "2026-12-28"), ...texts, ...dates, ...staff, ...money, ...made[id] };
  return Object.fromEntries(Object.entries(typed).filter(([name]) => Object.hasOwn(form.fields, name)));
}
