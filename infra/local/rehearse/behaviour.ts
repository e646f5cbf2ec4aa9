import { Temporal } from "temporal-polyfill";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import type { Task } from "../../../functions/store/items.ts";
import { answersFor } from "../../../workflows/blocks/review/rubric.ts";
import { reviewRules } from "../../../workflows/blocks/review/rules.ts";
import { localDay, vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { decisionFor } from "./decisions.ts";
import type { EventRow } from "./events-file.ts";
import type { PersonRow } from "./people-file.ts";

/** What a person does with a task: when, and what they send; `undefined` when they stay silent. */
export interface Action {
  /** UTC instant. */
  readonly at: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

const words = "Repetuota pagal failą.";
const before = { entryMethods: "3", entryLanguage: "3", entryCooperation: "2", entryConfidence: "3" };
const after = {
  exitMethods: "4",
  exitLanguage: "4",
  exitCooperation: "4",
  exitConfidence: "3",
  satisfaction: "5",
  recommends: "yes",
};

/** So many days after the opening of a task, at a local time: people read their mail the next day. */
export const onDay = (task: Task, days: number, time: string): string => {
  const day = localDay(Temporal.Instant.from(task.openedAt)).add({ days });
  return vilniusInstant(`${day}T${time}`).toString({ smallestUnit: "millisecond" });
};

/** How somebody answers a task of a case, as the file of people says. */
export function behave(
  task: Task,
  loaded: LoadedCase,
  person: PersonRow,
  events: readonly EventRow[] = [],
): Action | undefined {
  const next = (time: string, answer: Readonly<Record<string, unknown>>, days = 1): Action => ({
    at: onDay(task, days, time),
    answer,
  });
  switch (task.state) {
    case "endorsement":
      if (person.principal === "silent") return undefined;
      return next(
        "10:00",
        person.principal === "endorse" ? { outcome: "endorsed" } : { outcome: "refused", reason: words },
      );
    case "endorsementInPlace":
      return next("11:00", { outcome: "refused", reason: words });
    case "screening":
    case "lastScreening":
      return next("11:00", screen(loaded, person));
    case "supplement":
      return person.screening === "supplement_silent" ? undefined : next("09:00", { answer: words });
    case "review":
      return next("14:00", { outcome: "scored", ...scoredBy(task, loaded, person), comment: words }, 2);
    case "offer":
      if (person.offer === "silent") return undefined;
      return next("12:00", { outcome: person.offer === "accept" ? "accepted" : "declined" });
    case "screeningAppeal":
    case "rankingAppeal":
      return next("15:30", { reason: words, ...decisionFor(person, "appealed", events) }, 2);
    case "withdrawalCosts":
      return next("15:30", { borne: "0", reason: words, ...decisionFor(person, "withdrawn", events) });
    case "cancellationCosts":
      return next("15:30", { borne: "0", reason: words, ...decisionFor(person, "cancelled", events) });
    case "doubleFunding":
      return next("15:30", { outcome: "separate", reason: words });
    case "overBudget":
      return next("15:30", {
        outcome: "givenUp",
        costs: "0",
        reason: words,
        ...decisionFor(person, "changed", events),
      });
    case "hostConfirmation":
      return next("15:00", { contactPerson: "Host contact" });
    case "plan":
      return next("18:00", { goals: words, activities: words, green: person.green ? "yes" : "no" });
    case "planAgreement":
      return next("15:00", { outcome: "agreed" });
    case "agreement":
      return next("13:00", { agreed: "yes" });
    case "advance":
    case "balance":
    case "withdrawnBalance":
    case "cancellationBalance":
      return next("13:30", { outcome: "paid", paidOn: dayOf(task) });
    case "partialRecovery":
    case "replacementRecovery":
    case "fullRecovery":
    case "lapsedRecovery":
    case "withdrawnRecovery":
    case "cancellationRecovery":
      return next("13:30", { recoveredOn: dayOf(task) }, 5);
    case "departure":
      return next("18:30", { insurance: "yes", healthCard: "yes", tickets: "yes", ...before });
    case "attendance":
      return next("10:30", attend(person), 0);
    case "report":
      return person.report === "never"
        ? undefined
        : next("19:00", { learned: words, use: words, ...after }, 7);
    case "reportReview":
      return next("11:30", reviewReport(loaded, person));
    case "dissemination":
      return next("19:30", { publication: words, sessionOn: dayOf(task), colleagues: "12" }, 7);
    default:
      throw new Error(`the rehearsal does not know how anybody answers ${task.state}`);
  }
}

/** The members declare the same day, the commission approves the next, and the director signs at once. */
export function behaveInCall(task: Task): Action {
  switch (task.state) {
    case "impartiality":
      return { at: onDay(task, 0, "15:00"), answer: { outcome: "impartial" } };
    case "order":
      return { at: onDay(task, 0, "11:00"), answer: { outcome: "signed", number: "V-1" } };
    default:
      return { at: onDay(task, 1, "11:00"), answer: { outcome: "approved", impartial: "yes" } };
  }
}

const dayOf = (task: Task): string => localDay(Temporal.Instant.from(task.openedAt)).toString();

function screen(loaded: LoadedCase, person: PersonRow): Readonly<Record<string, unknown>> {
  const asked = loaded.tasks.some((task) => task.state === "supplement");
  if (person.screening === "ineligible") return { outcome: "ineligible", reason: words };
  if (person.screening === "eligible" || asked) return { outcome: "eligible" };
  return { outcome: "supplement", request: words };
}

/** The points that the file gives, or by the call's rubric the scores that come nearest to them. */
function scoredBy(task: Task, { file }: LoadedCase, person: PersonRow): Readonly<Record<string, unknown>> {
  const score = scoreOf(task, person);
  const brought = reviewRules.pick({ rubric: true }).parse(file.call).rubric;
  return brought ? answersFor(brought, score) : { score };
}

function scoreOf(task: Task, person: PersonRow): number {
  const score = person.scores[Number(task.part?.slice(1)) - 1];
  if (score === undefined) throw new Error(`line ${person.line}: no score for review ${task.part}`);
  return score;
}

function attend(person: PersonRow): Readonly<Record<string, unknown>> {
  if (person.attendance !== "partial") return { outcome: person.attendance };
  return { outcome: "partial", daysMissed: person.daysMissed };
}

function reviewReport(loaded: LoadedCase, person: PersonRow): Readonly<Record<string, unknown>> {
  const returned = loaded.tasks.some((task) => task.state === "reportReview" && task.outcome === "returned");
  if (person.report === "returned_once" && !returned) return { outcome: "returned", reasons: words };
  return { outcome: "accepted" };
}
