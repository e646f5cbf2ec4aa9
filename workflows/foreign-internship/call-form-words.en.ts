import {
  budgetWords,
  callWords,
  peopleColumns,
  personWords,
  staffWords,
} from "../blocks/call-form/words.en.ts";
import { countryWords } from "../facts/countries.ts";
import type { Words } from "../kernel/process.ts";

/** The words of the form that makes a call for internships abroad, in English. ICU messages. */
export const en: Words = {
  ...countryWords("en"),
  ...callWords,
  ...budgetWords,
  ...staffWords,
  ...personWords("finance", "Finance"),
  "callForm.lastOfferDate.label": "Last day on which places are offered",
  "callForm.lastOfferDate.hint":
    "After it the reserve list stands still. Leave it empty if only the beginning of the journeys decides.",
  "callForm.page.places": "Countries and places",
  "callForm.countries.label": "Countries and places",
  "callForm.countries.hint": "One host institution for each country.",
  "callForm.countries.row": "Country {row, number}",
  "callForm.countries.country.label": "Country",
  "callForm.countries.places.label": "Number of places",
  "callForm.countries.places.hint": "After publishing it can only be raised.",
  "callForm.countries.dailyEuros.label": "Daily amount in euros",
  "callForm.countries.institution.label": "Host institution",
  "callForm.countries.town.label": "Town",
  "callForm.countries.starts.label": "First day of the internship",
  "callForm.countries.ends.label": "Last day of the internship",
  "callForm.countries.contactName.label": "Who answers at the host: full name",
  "callForm.countries.contactEmail.label": "Who answers at the host: e-mail",
  "callForm.countries.contactLanguage.label": "Who answers at the host: language of mails",
  "callForm.countries.contactLanguage.lt": "Lithuanian",
  "callForm.countries.contactLanguage.en": "English",
  "callForm.advancePercent.label": "How many per cent of a grant are paid in advance?",
  "callForm.page.reviewers": "Reviewers",
  "callForm.reviewers.label": "Reviewers",
  "callForm.reviewers.hint":
    "At least three. Nobody reviews applications of the own school or the own municipality. After publishing, more can be added.",
  ...peopleColumns("reviewers"),
  "callForm.reviewers.school.label": "school",
  "callForm.reviewers.municipality.label": "municipality",
  "callForm.page.commission": "Commission and appeals",
  "callForm.commission.label": "Selection commission",
  "callForm.commission.hint":
    "The first one chairs it. Nobody of the commission coordinates the call or reviews its applications.",
  ...peopleColumns("commission"),
  "callForm.appealDays.label": "Within how many working days can people appeal?",
  "callForm.appealDays.hint": "Leave it empty if there are no appeals.",
  "callForm.appeals.label": "Who decides on appeals",
  "callForm.appeals.hint":
    "An appeal goes to the first of the list who has decided nothing about the application before.",
  ...peopleColumns("appeals"),
  "callForm.minimumScore.label": "Lowest score with which a place can be had",
  "callForm.scoreGap.label": "How many points may two reviewers be apart before a third is asked?",
  "callForm.offerDays.label": "For how many days does an offered place stand?",
  "callForm.reportDays.label": "Within how many days after the internship is the report due?",
  "callForm.travelDays.label": "How many days of travel are paid?",
};
