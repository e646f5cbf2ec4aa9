import type { Application } from "../../workflows/foreign-internship/ranking.ts";

/** The keys of the order as numbers and texts, read once from an application. */
export interface Prepared {
  readonly application: Application;
  readonly score: number;
  readonly travelledBefore: number;
  readonly rural: number;
  readonly submitted: number;
  readonly applicant: string;
  readonly id: string;
}

export const prepare = (application: Application): Prepared => ({
  application,
  score: application.score,
  travelledBefore: Number(application.travelledBefore),
  rural: Number(application.rural),
  submitted: Date.parse(application.submittedAt),
  applicant: application.applicant,
  id: application.id,
});

/** The order as one would write it down first. Its texts compare by UTF-16, which is no different for these names. */
export const compare = (a: Prepared, b: Prepared): number =>
  b.score - a.score ||
  a.travelledBefore - b.travelledBefore ||
  b.rural - a.rural ||
  a.submitted - b.submitted ||
  (a.applicant < b.applicant ? -1 : a.applicant > b.applicant ? 1 : 0) ||
  (a.id < b.id ? -1 : 1);
