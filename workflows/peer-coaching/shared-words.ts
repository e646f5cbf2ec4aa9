/** What a coach's road has in common with that of a school that asks for a group. */
export const shared = [
  "application.page.school",
  "application.school.",
  "application.municipality.",
  "application.town.",
  "application.fullName.",
  "application.email.",
  "application.phone.",
  "stage.",
  "state.running",
  "withdrawal.",
  "interruption.",
  "cancellation.",
  "status.",
  "mail.calledOff.",
] as const;
