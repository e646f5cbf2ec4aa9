const kinds = ["task", "reminder", "overdue", "code", "extended"] as const;
type TaskMail = (typeof kinds)[number];

/** Of mails that ask how a form was, without a name. */
export const comparedTemplate = "compared";

/** What a mail's template says: a mail about a task and its state, or one that only tells something. */
export function readTemplate(
  template: string,
): { readonly kind: TaskMail; readonly state: string } | { readonly kind: "tell" } {
  const dot = template.lastIndexOf(".");
  const kind = kinds.find((candidate) => candidate === template.slice(dot + 1));
  return dot > 0 && kind ? { kind, state: template.slice(0, dot) } : { kind: "tell" };
}
