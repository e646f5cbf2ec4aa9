import { faultsOfApplicant } from "./applicant.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";
import { faultsOfMoved } from "./moved.ts";
import { faultsOfPapers, faultsOfReaders } from "./paper-words.ts";
import { payment, recovery } from "./payment.ts";
import { type Definition, sayersOf } from "./process.ts";
import { faultsOfReviews } from "./reviews.ts";
import { houseRoles, type Role, rolesOf } from "./roles.ts";
import { faultsOfSelection } from "./selection/check.ts";
import { extended } from "./shapes.ts";
import { slotField } from "./slots.ts";
import { type Asking, mostTogether, type State, waysOf } from "./states.ts";

/** Throws with every fault of a process that its types could not rule out. */
export function checkProcess(process: Definition<string>): void {
  const faults = faultsOf(process);
  if (faults.length > 0) throw new Error(`process ${process.id}:\n- ${faults.join("\n- ")}`);
}

/** Every state reachable, every circle passes a person or a wait, every gathering is weighed by a step. */
export function faultsOf(process: Definition<string>): string[] {
  const states: Readonly<Record<string, State<string>>> = process.states;
  const faults: string[] = [];
  const known = (name: string) => Object.hasOwn(states, name);
  if (!known(process.start)) faults.push(`start: no state is called ${process.start}`);
  for (const [name, state] of Object.entries(states)) {
    for (const [way, to] of Object.entries(waysOf(state))) {
      if (!known(to)) faults.push(`${name}: ${way} leads to ${to}, which does not exist`);
    }
    if ((state.kind === "each" || state.kind === "all") && states[state.next]?.kind !== "step") {
      faults.push(`${name}: what several people answered is weighed by a step, so ${state.next} must be one`);
    }
    if (state.kind === "each" && (state.most ?? 0) > mostTogether) {
      faults.push(
        `${name}: one execution asks ${mostTogether} at once; who may be more is asked without a number`,
      );
    }
    if (state.kind === "await" && state.instant && !Object.hasOwn(state.on, "expired")) {
      faults.push(`${name}: it ends at an instant, so expired must lead somewhere`);
    }
    if (state.kind === "ask" && Object.hasOwn(state.on, extended)) {
      faults.push(`${name}: ${extended} is what a question answers itself when its deadline is moved`);
    }
    if (state.kind === "ask" && state.ahead && !state.isFixed) {
      faults.push(`${name}: it gets somebody ready for what does not wait, so nobody may move its end`);
    }
    if (state.kind === "ask" && state.remind.length > 0 && !Object.hasOwn(state.on, "expired")) {
      faults.push(`${name}: after the last reminder expired must lead somewhere`);
    }
  }
  for (const [name, interruption] of Object.entries(process.interruptions)) {
    const kind = states[interruption.to]?.kind;
    if (kind !== "end" && kind !== "step") faults.push(`${name}: an interruption leads to a step or an end`);
    const { takesBack, form } = interruption;
    if (takesBack !== undefined && !Object.hasOwn(form.fields, takesBack))
      faults.push(`${name}: it takes back, and ${form.id} does not ask for ${takesBack}`);
    for (const state of interruption.during) {
      const broken = states[state];
      if (broken === undefined || broken.kind === "step" || broken.kind === "end") {
        faults.push(`${name}: ${state} does not wait for anybody, so nothing can break it off`);
      } else if (Object.hasOwn(waysOf(broken), name)) {
        faults.push(`${name}: ${state} can end so by itself, so nobody could tell which it was`);
      }
    }
  }
  for (const form of formsOf(process)) {
    const wanted = listsWanted(form.fields);
    if (slotField(form.fields) && !process.slots)
      faults.push(`${form.id}: it asks for a slot, and its process says of none`);
    if (wanted.length > 0 && !form.given)
      faults.push(`${form.id}: it chooses from ${wanted.join(", ")}, which it is not given`);
  }
  for (const state of process.diary?.during ?? [])
    if (!known(state)) faults.push(`diary: no state is called ${state}`);
  faults.push(...faultsOfMoved(process), ...faultsOfMoney(process), ...faultsOfReviews(process));
  faults.push(...faultsOfPapers(process), ...faultsOfReaders(process), ...faultsOfRoles(process));
  faults.push(...faultsOfSelection(process), ...faultsOfApplicant(process));
  const reached = reachable(process);
  for (const name of Object.keys(states)) if (!reached.has(name)) faults.push(`${name}: nothing leads here`);
  for (const circle of hastyCircles(states))
    faults.push(`${circle.join(" → ")}: a circle in which nobody waits`);
  return faults;
}

/** Every form that a process asks anybody. */
function formsOf(process: Definition<string>): readonly Form[] {
  const states = Object.values<State<string>>(process.states);
  return [
    ...(process.application ? [process.application] : []),
    ...states.flatMap((state): readonly Form[] => {
      if (state.kind === "ask" || state.kind === "each") return [state.form];
      return state.kind === "all" ? Object.values(state.parts).map(({ form }) => form) : [];
    }),
    ...Object.values(process.interruptions).map(({ form }) => form),
  ];
}
/** The lists that fields, and the columns of rows, take their options from. */
const listsWanted = (fields: Fields): readonly string[] =>
  Object.values(fields).flatMap(({ options = [], columns = {} }) => [
    ...("from" in options ? [options.from] : []),
    ...listsWanted(columns),
  ]);
/** Whoever is asked, told, or heard must be somebody: of the house, or said by the process, which says nobody twice. */
function faultsOfRoles(process: Definition<string>): string[] {
  const known = new Set(rolesOf(process));
  const named = [
    ...Object.entries<State<string>>(process.states).flatMap(([name, state]) =>
      rolesNamed(state).map((role) => [name, role] as const),
    ),
    ...Object.entries(process.interruptions).flatMap(([name, word]) =>
      sayersOf(word).map((role) => [name, role] as const),
    ),
    ...(process.leads ? [["leads", process.leads.by] as const] : []),
    ...Object.entries<{ readonly to: readonly Role[] }>({
      ...process.papers,
      ...process.sheets,
      ...process.shows,
    }).flatMap(([name, { to }]) => to.map((role) => [name, role] as const)),
  ];
  const asksAuditor = Object.entries<State<string>>(process.states).filter(([, state]) =>
    askedIn(state).some(({ role, escalate }) => role === auditor || escalate === auditor),
  );
  return [
    ...asksAuditor.map(([at]) => `${at}: an auditor is asked nothing, and says a word where there is one`),
    ...named.flatMap(([at, role]) => (known.has(role) ? [] : [`${at}: nobody is called ${role}`])),
    ...Object.keys(process.roles ?? {}).flatMap((role) =>
      houseRoles.includes(role) ? [`roles: ${role} is a role of the house`] : [],
    ),
    ...Object.entries(process.roles ?? {}).flatMap(([name, { sees, readBy = [] }]) =>
      [...(sees.answersOf === "everyone" ? [] : sees.answersOf), ...readBy].flatMap((role) =>
        known.has(role) ? [] : [`roles.${name}: nobody is called ${role}`],
      ),
    ),
  ];
}

/** Whoever asked would be on the side of those whose work is looked at. */
const auditor: Role = "auditor";

function askedIn(state: State<string>): readonly Asking[] {
  if (state.kind === "all") return Object.values(state.parts);
  return state.kind === "ask" || state.kind === "each" ? [state] : [];
}

const rolesNamed = (state: State<string>): readonly string[] => [
  ...askedIn(state).flatMap(({ role, escalate }) => [role, ...(escalate ? [escalate] : [])]),
  ...("tell" in state ? state.tell.map(({ role }) => role) : []),
];

/** Each state that asks finance for money says what, each that says so asks for it, and words know a payment by its kind. */
function faultsOfMoney({ states, money }: Definition<string>): string[] {
  const asking = (form: { readonly id: string }) =>
    Object.entries<State<string>>(states).flatMap(([name, state]) =>
      state.kind === "ask" && state.form.id === form.id ? [name] : [],
    );
  const unlike = (what: string, asked: readonly string[], said: Readonly<Record<string, unknown>> = {}) => [
    ...asked
      .filter((name) => !Object.hasOwn(said, name))
      .map((name) => `${name}: money.${what} does not say what it is`),
    ...Object.keys(said)
      .filter((name) => !asked.includes(name))
      .map((name) => `money.${what}: ${name} does not ask for it`),
  ];
  const pays = Object.values(money?.pays ?? {});
  return [
    ...unlike("pays", asking(payment), money?.pays),
    ...unlike("recovers", asking(recovery), money?.recovers),
    ...pays.flatMap(({ payment: kind }) => (kind.includes("-") ? [`money.pays: ${kind} has a dash`] : [])),
    ...pays.flatMap(({ payment: kind, number }) =>
      number && pays.some((other) => other.payment === kind && !other.number)
        ? [`money.pays: ${kind} has a number in one state and none in another`]
        : [],
    ),
  ];
}

function reachable(process: Definition<string>): Set<string> {
  const states: Readonly<Record<string, State<string>>> = process.states;
  const reached = new Set<string>();
  const open = [
    process.start,
    ...Object.values(process.interruptions).map((interruption) => interruption.to),
  ];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states[name];
    if (!state || reached.has(name)) continue;
    reached.add(name);
    open.push(...Object.values(waysOf(state)));
  }
  return reached;
}

/** Circles made of steps alone would run for ever at the speed of the machine. */
function hastyCircles(states: Readonly<Record<string, State<string>>>): string[][] {
  const circles: string[][] = [];
  const walk = (name: string, path: readonly string[]): void => {
    const state = states[name];
    if (state?.kind !== "step") return;
    if (path.includes(name)) {
      if (path[0] === name) circles.push([...path, name]);
      return;
    }
    for (const to of Object.values(state.on)) walk(to, [...path, name]);
  };
  for (const name of Object.keys(states)) walk(name, []);
  return circles;
}
