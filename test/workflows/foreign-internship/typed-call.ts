/** What a coordinator types to make a call for internships abroad, as the pages send it. */
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

export const typedInternshipCall: Readonly<Record<string, unknown>> = {
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
};
