import type { CaseFile } from "./case-file.ts";
import { clocksOf } from "./clock.ts";
import type { Process } from "./process.ts";
import type { Role } from "./roles.ts";
import type { State } from "./states.ts";
import type { Tell } from "./tell.ts";

/** What a case will see if nobody does anything. UTC instants, in order. */
export type Foreseen =
  | {
      readonly kind: "mail";
      readonly at: string;
      readonly template: string;
      readonly role: Role;
      readonly part?: string;
    }
  /** The road goes on to another state by itself. */
  | { readonly kind: "goesOn"; readonly at: string; readonly state: string }
  | { readonly kind: "ends"; readonly at: string; readonly status: string }
  /** It begins a state again that it has stood in: from here on it repeats itself. */
  | { readonly kind: "repeats"; readonly at: string; readonly state: string }
  /** It waits for what others decide: nothing more can be foretold. */
  | { readonly kind: "waits"; readonly at: string; readonly state: string };

/** Where a case stands: its state, since when, and who is asked of several. */
export interface Standing {
  readonly state: string;
  readonly since: string;
  readonly parts: readonly string[];
  /** The instants at which it still wakes, where its deadline was moved. */
  readonly clock?: readonly string[];
}

/**
 * Plays a case on from where it stands with nobody answering: reminders, escalations, what expires and what follows by
 * itself, by the clocks and the steps of the process itself. Nothing is changed. What was mailed when the case came to
 * stand where it is, is past. It ends where the road ends, repeats itself or depends on others.
 */
export function foretell(
  process: Process<string>,
  start: CaseFile,
  { state: first, since, parts: open, clock }: Standing,
): readonly Foreseen[] {
  const seen = new Set<string>();
  const foreseen: Foreseen[] = [];
  let [name, at, file, parts] = [first, since, start, open];
  for (let isFirst = true; ; isFirst = false) {
    const state = process.states[name];
    if (state === undefined) return foreseen;
    if (seen.has(name)) return [...foreseen, { kind: "repeats", at, state: name }];
    seen.add(name);
    if (!isFirst && state.kind !== "step" && state.kind !== "end")
      foreseen.push({ kind: "goesOn", at, state: name });
    if (!isFirst) foreseen.push(...told(state, at));
    switch (state.kind) {
      case "end":
        return [...foreseen, { kind: "ends", at, status: state.status }];
      case "step": {
        if (state.sees === "call" || state.sees === "person")
          return [...foreseen, { kind: "waits", at, state: name }];
        const result = state.run(file, at);
        const tell = result.tell ?? [];
        foreseen.push(...tell.map(({ role, template }) => ({ kind: "mail" as const, at, template, role })));
        const record = {
          state: name,
          visit: Number.MAX_SAFE_INTEGER,
          step: result.record?.id ?? "",
          outcome: result.outcome,
          data: result.record?.data ?? {},
          at,
        };
        file = { ...file, records: [...file.records, record] };
        parts = result.parts ?? [];
        const next = state.on[result.outcome];
        if (next === undefined) return foreseen;
        name = next;
        break;
      }
      default: {
        const planned = clocksOf(process, name, file, at)[name] ?? [];
        const instants = isFirst && clock ? clock : planned;
        const end = instants.at(-1);
        const next = state.kind === "await" || state.kind === "ask" ? state.on.expired : state.next;
        foreseen.push(...asked(name, state, { at, instants, parts, isFirst }));
        if (end === undefined || next === undefined) return [...foreseen, { kind: "waits", at, state: name }];
        if (end > at) at = end;
        name = next;
      }
    }
  }
}

/** What is told on coming into a state. */
const told = (state: State<string>, at: string): readonly Foreseen[] => {
  const tells: readonly Tell[] =
    state.kind === "ask" || state.kind === "await" || state.kind === "end" ? state.tell : [];
  return tells.map(({ role, template }) => ({ kind: "mail", at, template, role }));
};

/** The mails of a question that nobody answers: the question, its reminders, and the word that its time is up. */
function asked(
  name: string,
  state: State<string>,
  {
    at,
    instants,
    parts,
    isFirst,
  }: {
    readonly at: string;
    readonly instants: readonly string[];
    readonly parts: readonly string[];
    readonly isFirst: boolean;
  },
): readonly Foreseen[] {
  const people =
    state.kind === "ask"
      ? [{ asking: state }]
      : state.kind === "each"
        ? parts.map((part) => ({ asking: state, part }))
        : state.kind === "all"
          ? Object.entries(state.parts).map(([part, asking]) => ({ asking, part }))
          : [];
  const mails = people.flatMap(({ asking, ...whose }): Foreseen[] => {
    const mail = (kind: string, role: Role, when: string): Foreseen => ({
      kind: "mail",
      at: when,
      template: `${name}.${kind}`,
      role,
      ...whose,
    });
    return [
      ...(isFirst ? [] : [mail("task", asking.role, at)]),
      ...instants.slice(0, -1).map((when) => mail("reminder", asking.role, when)),
      ...instants
        .slice(-1)
        .flatMap((when) => (asking.escalate ? [mail("overdue", asking.escalate, when)] : [])),
    ];
  });
  return mails.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
