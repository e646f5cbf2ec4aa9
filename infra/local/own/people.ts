import { allCalls } from "../../../functions/calls/calls.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { ownPathOf } from "../../../functions/cases/people/own-path.ts";
import { allStaff, rolesIn, worksInConsole } from "../../../functions/cases/people/staff.ts";
import type { House } from "../../../functions/house.ts";
import { taskPath } from "../../../functions/links.ts";
import { callTitle, caseWords, nameOfRole, parametersOf } from "../../../functions/reading/case-words.ts";
import { nextIn } from "../../../functions/reading/next-in.ts";
import { registeredStaff } from "../../../functions/staff/register.ts";
import { isCall } from "../../../functions/store/keys.ts";
import type { Language } from "../../../workflows/kernel/case-file.ts";

/** Something of somebody's that is a click away: a road of their own, or what they are asked. */
export interface Near {
  readonly call: string;
  readonly said: string;
  readonly path: string;
}

/** Somebody of the programme in one of their roles, as it is called by the processes. */
export interface PersonInRole {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  /** They come into the console; whoever leads a group has a page of their own. */
  readonly isStaff: boolean;
  readonly roads: readonly Near[];
  readonly tasks: readonly Near[];
}

/** No more cases of a call are looked through: an example has some ten, and a real programme thousands. */
const mostCases = 30;

interface Telling {
  readonly language: Language;
  /** What somebody is called who is in the register of staff, and works for no call yet. */
  readonly registered: string;
}

interface Found extends Omit<PersonInRole, "roads" | "tasks"> {
  readonly roads: Near[];
  readonly tasks: Near[];
}

/** Everybody of the programme by their roles: staff first, then applicants, then whoever was ever asked anything in their cases. */
export async function peopleOf(
  house: House,
  { language, registered }: Telling,
): Promise<readonly PersonInRole[]> {
  const { linkSecret } = house.config;
  const inConsole = new Set<string>();
  for (const { email } of await allStaff(house))
    if (await worksInConsole(house, email)) inConsole.add(email.toLowerCase());
  const isStaff = (email: string): boolean => inConsole.has(email.toLowerCase());
  const found = new Map<string, Found>();
  const note = (role: string, { name, email }: { readonly name: string; readonly email: string }): Found => {
    const key = `${role}\n${email.toLowerCase()}`;
    const known = found.get(key) ?? { role, name, email, isStaff: isStaff(email), roads: [], tasks: [] };
    found.set(key, known);
    return known;
  };
  const applicants: Found[] = [];
  const all = await casesIn(house);
  for (const loaded of all) {
    const { file, process, head, tasks } = loaded;
    const words = await caseWords(loaded, language);
    const call = callTitle(loaded, language);
    const applicant = isCall(head.pk) ? undefined : process.people("applicant", file);
    if (applicant) {
      const person = note(nameOfRole(words, "applicant"), applicant);
      applicants.push(person);
      const said = nextIn(loaded, words, house.clock.now());
      person.roads.push({ call, said, path: ownPathOf(linkSecret, loaded) });
    }
    for (const task of tasks) {
      if (task.kind !== "ask" || !task.assignee) continue;
      const person = note(nameOfRole(words, task.role), task.assignee);
      if (task.status !== "open") continue;
      const said = words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task));
      person.tasks.push({ call, said, path: taskPath(linkSecret, task) });
    }
  }
  const everybody = [
    ...(await staffInCalls(house, { language, registered }, note)),
    ...applicants,
    ...found.values(),
  ];
  return [...new Set(everybody)];
}

/** Whoever works for a call is somebody of the example also where nothing was ever asked of them. */
async function staffInCalls(
  house: House,
  { language, registered }: Telling,
  note: (role: string, person: { readonly name: string; readonly email: string }) => Found,
): Promise<readonly Found[]> {
  const people: Found[] = [];
  const members = await allStaff(house);
  for (const head of await allCalls(house)) {
    const loaded = await loadCase(house, head.pk, { withoutTasks: true });
    if (!loaded) continue;
    const words = await caseWords(loaded, language);
    for (const member of members)
      for (const role of rolesIn(head, member)) {
        const name = nameOfRole(words, role);
        if (name !== "") people.push(note(name, member));
      }
  }
  for (const { name, email } of await registeredStaff(house))
    if (!people.some((one) => isSame(one.email, email))) people.push(note(registered, { name, email }));
  return people;
}

/** The calls and, of each, the first of its cases. */
async function casesIn(house: House): Promise<readonly LoadedCase[]> {
  const all: LoadedCase[] = [];
  for (const { pk } of await allCalls(house)) {
    const { items } = await house.table.page(pk, { prefix: "entry#", limit: mostCases });
    for (const ref of [pk, ...items.map((item) => String(item.ref))]) {
      const loaded = await loadCase(house, ref);
      if (loaded) all.push(loaded);
    }
  }
  return all;
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
