import { Temporal } from "temporal-polyfill";
import { inWords, written } from "../../blocks/rehearsal/people.ts";
import { localDay } from "../../kernel/facts/calendar.ts";
import { type Asked, type Known, type Said, unanswered } from "../../kernel/rehearsal.ts";
import { amongApplicants } from "../matching/rules.ts";
import type { PlaceRow } from "./people.ts";

/** What a school offers. */
export const offerOf = (row: PlaceRow): Said => ({
  ...contactOf(row),
  method: row.place,
  offers: written.offers,
  starts: row.starts,
  ends: row.ends,
  capacity: row.capacity,
});

/** What a teacher applies with, for the places of the schools named, as far as there are such. */
export const applicationOf = (row: PlaceRow, { rows, refOf }: Known<PlaceRow>): Said => ({
  ...contactOf(row),
  experienceYears: row.years,
  principalName: "Mokyklos vadovas",
  principalEmail: "vadovas@mokykla.example",
  motivation: written.motivation,
  shares: written.use,
  places: row.order.flatMap((name) =>
    rows
      .filter(({ kind, place }) => kind === "offers" && place === name)
      .slice(0, 1)
      .flatMap((host) => refOf(host) ?? []),
  ),
  truthful: "yes",
});

const contactOf = ({ name: fullName, email, position, school, municipality, town }: PlaceRow) => ({
  fullName,
  email,
  position,
  school,
  municipality,
  town,
});

/** What somebody answers; `undefined` for who stays silent. */
export function answersTo(asked: Asked<PlaceRow>, known: Known<PlaceRow>): Said | undefined {
  const { row, file, state } = asked;
  switch (state) {
    case "approval":
      return row ? approves(row, asked) : { outcome: "approved" };
    case "hostOrders":
      return orders(asked, known);
    case "hostAcceptance": {
      const host = known.rowOf(placeIn(file.entry?.decision) ?? "");
      if (host?.answers === "silent") return undefined;
      return host?.answers === "declines"
        ? { outcome: "declined", reason: written.refused }
        : { outcome: "accepted", contactPerson: host?.name ?? "" };
    }
    case "hostFollowUp":
      return { outcome: "accepted", reason: inWords };
    case "planAgreement":
      return { outcome: "agreed" };
    case "silentPlan":
    case "silentHostingPlan":
    case "silentReport":
      return { outcome: "released", reason: inWords };
    case "hostingPlanReview":
    case "reportReview":
      return { outcome: "accepted" };
    default:
      if (!row) throw new Error(`${state}: nobody stands behind it`);
      return internSays(asked, row, known.now());
  }
}

/** A place that is returned is amended once. */
function approves({ answers }: PlaceRow, { file }: Asked): Said {
  if (answers === "refused") return { outcome: "refused", reason: written.refused };
  const isAmended = file.answers.some(({ form }) => form === "amendment");
  return answers === "returned" && !isAmended
    ? { outcome: "returned", reason: written.returned }
    : { outcome: "approved" };
}

/** Those whom the host would most like to have, as far as they are there to be had. */
function orders({ part, file }: Asked, { rows, rowOf, refOf }: Known<PlaceRow>): Said | undefined {
  const host = rowOf(part ?? "");
  if (!host || host.answers === "silent") return undefined;
  const there = amongApplicants(file, part).lists.applicants.map(({ value }) => value);
  const liked = host.order.flatMap((email) =>
    rows
      .filter((row) => row.kind === "applies" && row.email === email)
      .slice(0, 1)
      .flatMap((row) => refOf(row) ?? []),
  );
  return { first: liked.filter((ref) => there.includes(ref)) };
}

/** The place that somebody was matched with. */
export const placeIn = (decision: unknown): string | undefined =>
  typeof decision === "object" && decision !== null && "place" in decision
    ? String(decision.place)
    : undefined;

const inDays = (now: string, days: number): string =>
  localDay(Temporal.Instant.from(now)).add({ days }).toString();

function internSays(asked: Asked, row: PlaceRow, now: string): Said | undefined {
  const { answers } = row;
  switch (asked.state) {
    case "endorsement":
      return answers === "refused"
        ? { outcome: "refused", reason: written.refused }
        : { outcome: "endorsed" };
    case "screening":
      return answers === "ineligible"
        ? { outcome: "ineligible", reason: written.refused }
        : { outcome: "eligible" };
    case "amendment":
      return {
        method: written.method,
        offers: written.offers,
        starts: row.starts,
        ends: row.ends,
        capacity: row.capacity,
      };
    case "plan":
      return answers === "silent"
        ? undefined
        : {
            goals: written.goals,
            activities: written.activities,
            sessionTopic: inWords,
            sessionOn: inDays(now, 30),
          };
    case "evaluation":
      return evaluates(asked, answers, now);
    case "hostingPlan": {
      const [starts, ends] = [inDays(now, 180), inDays(now, 184)];
      const place = { method: written.method, offers: written.offers, starts, ends, capacity: 1 };
      return answers === "no_plan" ? undefined : { organises: inWords, ...place };
    }
    case "report":
      return answers === "no_report" ? undefined : { learned: written.learned, use: written.use };
    default:
      return unanswered(asked);
  }
}

function evaluates({ file }: Asked, answers: string, now: string): Said {
  const wasLater = file.answers.some(({ outcome }) => outcome === "sessionLater");
  if (answers === "absent") return { outcome: "absent" };
  if (answers === "session_later" && !wasLater) return { outcome: "sessionLater", sessionOn: inDays(now, 7) };
  const sessionHeld = answers === "no_session" ? "no" : "yes";
  return { outcome: "evaluated", daysMissed: 0, sessionHeld, evaluation: inWords };
}
