import { expect } from "vitest";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import type { House } from "../../../functions/house.ts";
import { taskPath } from "../../../functions/links.ts";
import { givenBy } from "../../../functions/reading/facts.ts";
import type { Task } from "../../../functions/store/items.ts";
import { isCall } from "../../../functions/store/keys.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import { visitor } from "../../functions/web/visitor.ts";

/** What was said last before somebody is asked: what they answer to. */
interface Subject {
  readonly form: Form;
  readonly role: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function subjectsOf(loaded: LoadedCase, task: Task): readonly Subject[] {
  const { file, process } = loaded;
  const answers = file.answers.filter(({ visit }) => visit < task.visit);
  const last = answers.at(-1);
  const word = file.interruptions.findLast(({ visit }) => visit < task.visit);
  if (word && word.visit >= (last?.visit ?? 0)) {
    const said = process.interruptions[word.name];
    return said ? [{ form: said.form, role: said.by, values: word.values }] : [];
  }
  if (!last)
    return process.application
      ? [{ form: process.application, role: "applicant", values: file.application }]
      : [];
  return answers
    .filter(({ visit }) => visit === last.visit)
    .flatMap((answer) => {
      const given = givenBy(loaded, answer);
      return given ? [{ ...given, values: answer.values }] : [];
    });
}

/**
 * Who is asked without being shown what was said last, and why, by role and form. Whoever judges alone is shown nobody's judgement
 * [programme, blind reviews]; of why somebody's plans changed no more is told than what they sign or confirm.
 */
const kept: ReadonlyMap<string, string> = new Map([
  ["reviewer screeningAppeal", "reviews are blind"],
  ["reviewer rankingAppeal", "reviews are blind"],
  ["applicant review", "comments are told without their reviewers, under a heading of their own"],
  ["applicant change", "the agreement that is signed holds it"],
  ["principal change", "the agreement that is signed holds it"],
  ["applicant replacement", "the agreement that is signed holds it"],
  ["principal replacement", "the agreement that is signed holds it"],
  ["host change", "its days and institution stand there as the place; the reason is the teacher's"],
  ["host cutShort", "the reason is the teacher's"],
  ["host placeLost", "it was another host's place"],
  ["finance cancellation", "what has to come back stands there as a calculation"],
]);

const seen = new Set<string>();

/** Before somebody answers: on their page stands what they answer to, by label and value. Each kind of it is looked at once. */
export async function expectSubjectOnPage(house: House, loaded: LoadedCase, task: Task): Promise<void> {
  if (isCall(task.pk)) return;
  const words = await loaded.process.words.lt();
  const missing: string[] = [];
  for (const { form, role, values } of subjectsOf(loaded, task)) {
    const what = `${loaded.process.id}: ${task.role}, asked ${task.state}, of ${form.id} by ${role}`;
    if (role === task.role || seen.has(what) || kept.has(`${task.role} ${form.id}`)) continue;
    seen.add(what);
    const path = taskPath(house.config.linkSecret, task);
    const { text } = await visitor(house).get(`${path}?lang=lt`);
    for (const part of partsOf(form, values, words, task.role === "finance"))
      if (!together(text).includes(part)) missing.push(`${what}: ${part}`);
  }
  expect(missing, "what is not on the page of a task").toEqual([]);
}

/** Until when somebody is asked is named by its minute, so that minute counts to its end. */
export const expectWholeLastMinute = ({ state, dueAt }: Task): void =>
  expect(`${state} ${dueAt}`, "the end of a task").toMatch(/:59\.000Z$/);

const together = (text: string): string => text.replaceAll(/\s/g, "");

/** Labels and values as they are read; an account's number is for whoever pays to it, and has another label there. */
const partsOf = (
  form: Form,
  values: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, string>>,
  pays: boolean,
): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const label = words[`${form.id}.${name}.label`] ?? "";
    switch (form.fields[name]?.kind) {
      case "text":
      case "longText":
      case "email":
        return [label, String(value)].map(together);
      case "iban":
        return pays ? [together(String(value))] : [];
      default:
        return [];
    }
  });
