import { readFileSync } from "node:fs";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { casePath } from "../../../functions/links.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { answer } from "../documents/signed-case.ts";

const coaching = JSON.parse(readFileSync("test/data/rehearsal/peer-coaching/call.json", "utf8"));

/** A coach who was at the training on 19 March 2027, a Friday, and the link of the own page. */
export async function withCoach(
  house: DemoHouse,
  name: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<{ readonly ref: string; readonly own: string }> {
  await publishCall(house, coaching);
  house.at("2027-02-10T08:00:00.000Z");
  const raw = {
    fullName: name,
    email: `${name.replace(/\W/g, "").toLowerCase()}@mokykla.example`,
    school: "Molėtų gimnazija",
    municipality: "Molėtų rajono savivaldybė",
    town: "Molėtai",
    principalName: "Jonas Petraitis",
    principalEmail: "vadovas@mokykla.example",
    experienceYears: "12",
    motivation: "Noriu padėti kolegoms.",
    subject: "Matematika",
    instrument: "test",
    ...typed,
  };
  const submitted = await submitApplication(house, {
    callId: coaching.id,
    language: "lt",
    raw,
    draftId: `draft-${name}`,
  });
  if (submitted.outcome !== "stored") throw new Error(JSON.stringify(submitted));
  const { ref } = submitted;
  await answer(house, ref, {
    state: "training",
    visit: 4,
    form: "training",
    outcome: "attended",
    role: "coordinator",
    values: {},
    at: "2027-03-19T10:00:00.000Z",
  });
  house.at("2027-04-01T08:00:00.000Z");
  await house.keepLines();
  return { ref, own: casePath(house.config.linkSecret, ref) };
}

const article = {
  publication: "Švietimo naujienos, 2027, Nr. 9",
  sessionOn: "2027-06-10",
  colleagues: 12,
  shared: true,
  sharedTitle: "Reiškinių mokymas Tamperėje",
  sharedSummary: "Kaip mokiniai tyrinėja reiškinius.",
  sharedLink: "https://svietimonaujienos.example/reiskiniai",
  sharedTopics: ["knowingPupils"],
  sharedLicence: "CC-BY-4.0",
};

/** Somebody who was abroad and wrote about it, and what of it they gave to the library. */
export async function withArticle(given: Readonly<Record<string, unknown>> = {}) {
  const house = demoHouse();
  await publishCall(house, demoCall);
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: demoApplication,
    draftId: "d",
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const { ref } = submitted;
  await answer(house, ref, {
    state: "dissemination",
    visit: 30,
    form: "dissemination",
    outcome: "shared",
    role: "applicant",
    values: { ...article, ...given },
    at: "2027-06-20T08:00:00.000Z",
  });
  house.at("2027-07-01T08:00:00.000Z");
  await house.keepLines();
  return { house, ref, own: casePath(house.config.linkSecret, ref) };
}

export { demoHouse };
