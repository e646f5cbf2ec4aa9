/**
 * What people do in a process, told in one word: they travel to others, meet among colleagues, study, grow into a role, make
 * something of their own, or answer. Lists of calls and kinds show it beside the name; pictures of it belong to the pages.
 */
export const families = ["travel", "together", "study", "growth", "making", "asking"] as const;

export type Family = (typeof families)[number];
