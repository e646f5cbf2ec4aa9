/** Everybody who may be asked or told. */
export const roles = [
  "applicant",
  "principal",
  "coordinator",
  "commission",
  "member",
  "reviewer",
  "host",
  "agency",
  "finance",
  "appeals",
  "supervisor",
  "trainer",
  "coach",
] as const;
export type Role = (typeof roles)[number];
