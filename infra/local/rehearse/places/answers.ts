import { Temporal } from "temporal-polyfill";
import type { LoadedCase } from "../../../../functions/cases/load.ts";
import type { Task } from "../../../../functions/store/items.ts";
import { localDay } from "../../../../workflows/kernel/facts/calendar.ts";
import { amongApplicants } from "../../../../workflows/national-internship/matching/rules.ts";
import type { Said } from "../answering.ts";
import type { PlaceRow } from "./rows-file.ts";

/** Who a task is about, and who belongs to whom. */
export interface Knowing {
  readonly now: string;
  /** Of the case that the task belongs to; of the call itself nobody. */
  readonly row: PlaceRow | undefined;
  /** The school that has published a place. */
  readonly hostOf: (place: string | undefined) => PlaceRow | undefined;
  readonly refOf: (email: string) => string | undefined;
}

const words = "Repetuota pagal failą.";

/** What somebody answers; `undefined` for who stays silent. Throws for a question that nobody here knows. */
export function answerFor(task: Task, loaded: LoadedCase, knowing: Knowing): Said | undefined {
  const { row, hostOf } = knowing;
  switch (task.state) {
    case "approval":
      return row ? offered(row, loaded) : { outcome: "approved" };
    case "hostOrders":
      return order(task, loaded, knowing);
    case "hostAcceptance": {
      const host = hostOf(placeIn(loaded));
      if (host?.answers === "silent") return undefined;
      return host?.answers === "declines"
        ? { outcome: "declined", reason: words }
        : { outcome: "accepted", contactPerson: host?.name ?? "" };
    }
    case "hostFollowUp":
      return { outcome: "accepted", reason: words };
    case "planAgreement":
      return { outcome: "agreed" };
    case "silentPlan":
    case "silentHostingPlan":
    case "silentReport":
      return { outcome: "released", reason: words };
    case "hostingPlanReview":
    case "reportReview":
      return { outcome: "accepted" };
    default:
      if (!row) throw new Error(`${task.pk}: nobody stands behind it`);
      return internSays(task.state, row, loaded, knowing.now);
  }
}

/** A place that is returned is amended once. */
function offered({ answers }: PlaceRow, { file }: LoadedCase): Said {
  if (answers === "refused") return { outcome: "refused", reason: words };
  const isAmended = file.answers.some(({ form }) => form === "amendment");
  return answers === "returned" && !isAmended
    ? { outcome: "returned", reason: words }
    : { outcome: "approved" };
}

/** Those whom the host would most like to have, as far as they are there to be had. */
function order({ part }: Task, { file }: LoadedCase, { hostOf, refOf }: Knowing): Said | undefined {
  const host = hostOf(part);
  if (!host || host.answers === "silent") return undefined;
  const there = amongApplicants(file, part).lists.applicants.map(({ value }) => value);
  const liked = host.order.map(refOf).filter((ref) => ref !== undefined);
  return { first: liked.filter((ref) => there.includes(ref)) };
}

const placeIn = ({ file }: LoadedCase): string | undefined => {
  const { decision } = file.entry ?? {};
  return typeof decision === "object" && decision !== null && "place" in decision
    ? String(decision.place)
    : undefined;
};

const inDays = (now: string, days: number): string =>
  localDay(Temporal.Instant.from(now)).add({ days }).toString();

function internSays(state: string, row: PlaceRow, { file }: LoadedCase, now: string): Said | undefined {
  const { answers } = row;
  switch (state) {
    case "endorsement":
      return answers === "refused" ? { outcome: "refused", reason: words } : { outcome: "endorsed" };
    case "screening":
      return answers === "ineligible" ? { outcome: "ineligible", reason: words } : { outcome: "eligible" };
    case "amendment":
      return { method: words, offers: words, starts: row.starts, ends: row.ends, capacity: row.capacity };
    case "plan":
      return answers === "silent"
        ? undefined
        : { goals: words, activities: words, sessionTopic: words, sessionOn: inDays(now, 30) };
    case "evaluation":
      return evaluated(
        answers,
        file.answers.some(({ outcome }) => outcome === "sessionLater"),
        now,
      );
    case "hostingPlan": {
      const [starts, ends] = [inDays(now, 180), inDays(now, 184)];
      const place = { method: words, offers: words, starts, ends, capacity: 1 };
      return answers === "no_plan" ? undefined : { organises: words, ...place };
    }
    case "report":
      return answers === "no_report" ? undefined : { learned: words, use: words };
    default:
      throw new Error(`the rehearsal does not know how anybody answers ${state}`);
  }
}

function evaluated(answers: string, wasLater: boolean, now: string): Said {
  if (answers === "absent") return { outcome: "absent" };
  if (answers === "session_later" && !wasLater) return { outcome: "sessionLater", sessionOn: inDays(now, 7) };
  const sessionHeld = answers === "no_session" ? "no" : "yes";
  return { outcome: "evaluated", daysMissed: 0, sessionHeld, evaluation: words };
}
