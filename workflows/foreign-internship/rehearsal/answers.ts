import { admits } from "../../blocks/rehearsal/admission.ts";
import { inWords } from "../../blocks/rehearsal/people.ts";
import { decidesOnRanking, reviews } from "../../blocks/rehearsal/reviewing.ts";
import { type Answering, type Asked, dayOf, onDay, type Said, unanswered } from "../../kernel/rehearsal.ts";
import { decisionOn } from "../selection.ts";
import type { Person } from "./people.ts";

/** What somebody applies with. */
export const applicationOf = (schoolCode: string | undefined, person: Person): Said => ({
  fullName: person.name,
  email: person.email,
  schoolCode,
  experienceYears: person.experienceYears,
  principalName: "Mokyklos vadovas",
  principalEmail: `vadovas-${person.line}@mokykla.example`,
  motivation: inWords,
  sharingPlan: inWords,
  languageLevel: person.languageLevel,
  languageProof: inWords,
  countries: person.countries,
  travelledBefore: person.travelledBefore,
  iban: person.iban,
  truthful: true,
});

const before = { entryMethods: "3", entryLanguage: "3", entryCooperation: "2", entryConfidence: "3" };
const after = {
  exitMethods: "4",
  exitLanguage: "4",
  exitCooperation: "4",
  exitConfidence: "3",
  satisfaction: "5",
  recommends: "yes",
};

/** How whoever is asked answers, as the file says of the person whose road it is; a call's questions are its staff's. */
export function answersTo(asked: Asked<Person>): Answering | undefined {
  const { row: person, state } = asked;
  if (!person) return decidesOnRanking(asked);
  const next = (time: string, says: Said, days = 1): Answering => ({ says, at: onDay(asked, days, time) });
  switch (state) {
    case "endorsement":
    case "endorsementInPlace":
    case "screening":
    case "lastScreening":
    case "supplement":
      return admits(asked, person);
    case "review":
      return reviews(asked, person);
    case "offer":
      return answersOffer(asked, person);
    case "screeningAppeal":
    case "rankingAppeal":
      return next("15:30", { reason: inWords, ...asked.decides("appealed") }, 2);
    case "withdrawalCosts":
      return next("15:30", { borne: "0", reason: inWords, ...asked.decides("withdrawn") });
    case "cancellationCosts":
      return next("15:30", { borne: "0", reason: inWords, ...asked.decides("cancelled") });
    case "doubleFunding":
      return next("15:30", { outcome: "separate", reason: inWords });
    case "overBudget": {
      const gives = { outcome: "givenUp", costs: "0", reason: inWords };
      return next("15:30", { ...gives, ...asked.decides("changed") });
    }
    case "hostConfirmation":
      return next("15:00", { contactPerson: "Host contact" });
    case "plan":
      return next("18:00", { goals: inWords, activities: inWords, green: person.green ? "yes" : "no" });
    case "planAgreement":
      return next("15:00", { outcome: "agreed" });
    case "agreement":
      return next("13:00", { agreed: "yes" });
    case "advance":
    case "balance":
    case "withdrawnBalance":
    case "cancellationBalance":
      return next("13:30", { outcome: "paid", paidOn: dayOf(asked) });
    case "partialRecovery":
    case "replacementRecovery":
    case "fullRecovery":
    case "lapsedRecovery":
    case "withdrawnRecovery":
    case "cancellationRecovery":
      return next("13:30", { recoveredOn: dayOf(asked) }, 5);
    case "departure":
      return next("18:30", { insurance: "yes", healthCard: "yes", tickets: "yes", ...before });
    case "attendance":
      return next("10:30", attends(person), 0);
    case "report":
      return person.report === "never"
        ? undefined
        : next("19:00", { learned: inWords, use: inWords, ...after }, 7);
    case "reportReview":
      return next("11:30", accepts(asked, person));
    case "dissemination":
      return next("19:30", { publication: inWords, sessionOn: dayOf(asked), colleagues: "12" }, 7);
    default:
      return unanswered(asked);
  }
}

/** People answer their offers of one day in the order of the ranking. */
function answersOffer(asked: Asked, { offer }: Person): Answering | undefined {
  if (offer === "silent") return undefined;
  const { position } = decisionOn(asked.file) ?? {};
  return {
    says: { outcome: offer === "accept" ? "accepted" : "declined" },
    at: onDay(asked, 1, "12:00"),
    ...(position === undefined ? {} : { order: position }),
  };
}

const attends = ({ attendance, daysMissed }: Person): Said =>
  attendance === "partial" ? { outcome: "partial", daysMissed } : { outcome: attendance };

/** A report is returned once. */
function accepts({ file }: Asked, { report }: Person): Said {
  const wasReturned = file.answers.some(
    ({ state, outcome }) => state === "reportReview" && outcome === "returned",
  );
  if (report === "returned_once" && !wasReturned) return { outcome: "returned", reasons: inWords };
  return { outcome: "accepted" };
}
