import { applicantOf } from "../../workflows/kernel/applicant.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { optionsOf } from "./asked.ts";
import type { Messages } from "./messages.ts";
import type { Ui } from "./ui.ts";

/** As what applicants work (pareigos), each as it is asked, in the order of the form; nothing where a process does not ask. */
export function postsOf(
  { applicant, application }: Pick<Process, "applicant" | "application">,
  words: Messages,
  ui: Ui,
): ReadonlyMap<string, string> {
  const { post } = applicantOf(applicant ? { applicant } : {}).fields;
  const field = application?.fields[post];
  const options = application && field ? optionsOf({ form: application, words, ui }, post, field) : [];
  return new Map(options.map(({ value, label }) => [value, label]));
}

/** What somebody works as, in words; an answer of another form stands as it was given. */
export const postIn = (posts: ReadonlyMap<string, string>, post: string): string => posts.get(post) ?? post;
