import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { type Role, roleIn } from "../../workflows/kernel/roles.ts";
import type { Decision } from "../../workflows/kernel/selection/decision.ts";
import { whyAnswered } from "../../workflows/kernel/why.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { Task } from "../store/items.ts";
import type { Mail } from "../store/mail-items.ts";
import { givenBy, isPublished } from "./facts.ts";

/** One thing that happened to a case, as its applicant is told it. */
export type Happening = { readonly at: string } & (
  | { readonly what: "submitted" }
  | {
      readonly what: "answered";
      readonly role: Role;
      readonly form: string;
      /** The way it ended, where there are several. */
      readonly outcome?: string;
      /** Why it ended so, in the words of whoever decided. */
      readonly reason?: string;
    }
  | { readonly what: "mailed"; readonly mail: Mail }
  | { readonly what: "offered"; readonly made: Decision }
  | { readonly what: "said"; readonly name: string }
  | { readonly what: "handedOver"; readonly from: string; readonly to: string }
);

/** What happened to a case, oldest first, without what its applicant is not told. */
export function historyOf(loaded: LoadedCase): readonly Happening[] {
  const happened: Happening[] = [
    { what: "submitted", at: loaded.file.submittedAt },
    ...answers(loaded),
    ...offers(loaded),
    ...loaded.mails.flatMap((mail): Happening[] =>
      mail.role === "applicant" && mail.sentAt !== undefined
        ? [{ what: "mailed", mail, at: mail.sentAt }]
        : [],
    ),
    ...said(loaded),
    ...handovers(loaded),
  ];
  return happened.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Who represented the applicant before and after, by address: whoever reads it may know neither by name. */
const handovers = ({ head }: LoadedCase): Happening[] =>
  (head.corrections ?? []).flatMap(({ role, was, now, name, at }) =>
    role === "applicant" ? [{ what: "handedOver", from: was, to: name ? `${name}, ${now}` : now, at }] : [],
  );

/** What broke in on the road. */
const said = ({ file }: LoadedCase): Happening[] =>
  file.interruptions.map(({ name, at }) => ({ what: "said", name, at }));

function answers(loaded: LoadedCase): Happening[] {
  return loaded.file.answers.flatMap((answer) => {
    const given = givenBy(loaded, answer);
    // Who reviewed is not told, and what one reviewer wrote is not either; the score is, once the call's word is known.
    if (!given || roleIn(loaded.process, given.role)?.isSecret) return [];
    const why = whyAnswered(loaded.process, answer);
    return [
      {
        what: "answered" as const,
        at: answer.at,
        role: given.role,
        form: given.form.id,
        ...(given.form.outcomes.length > 1 ? { outcome: answer.outcome } : {}),
        ...(why === undefined ? {} : { reason: why }),
      },
    ];
  });
}

/** What was offered, once the call's word on it is out. */
export function offers(loaded: LoadedCase): Happening[] {
  const made = loaded.process.selects?.decisionIn(loaded.entry?.decision);
  return made?.madeAt !== undefined && isPublished(loaded)
    ? [{ what: "offered", at: made.madeAt, made }]
    : [];
}

/** The tasks that wait for the applicant, the most urgent first. */
export const tasksOfApplicant = ({ tasks }: Pick<LoadedCase, "tasks">, now: string): readonly Task[] =>
  tasks
    .filter((task) => task.kind === "ask" && task.status === "open" && task.role === "applicant")
    .filter(({ dueAt }) => dueAt === undefined || !isOver(dueAt, now))
    .toSorted((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1));
