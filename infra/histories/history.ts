import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import type { Form } from "../../workflows/kernel/form.ts";
import { type Path, pathsOf } from "../../workflows/kernel/paths.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { saidIn } from "../../workflows/kernel/said.ts";
import type { State } from "../../workflows/kernel/states.ts";
import { machineOf } from "../local/machines.ts";

const passage = z.object({
  state: z.string(),
  way: z.string(),
  parts: z.record(z.string(), z.string()).optional(),
});

/** What is kept of a process at a release: whatever a case that began by it relies on as long as it runs. */
export const history = z.object({
  release: z.string(),
  process: z.string(),
  start: z.string(),
  /** What each state was, what it asked (by the name of the part, or of nobody in particular) and where it led. */
  states: z.record(
    z.string(),
    z.object({
      kind: z.string(),
      forms: z.record(z.string(), z.string()),
      ways: z.record(z.string(), z.array(z.string())),
      words: z.array(z.string()),
    }),
  ),
  /** What answers that are stored may say: each field by name, with what it holds, and a mark where it could not be left out. */
  forms: z.record(
    z.string(),
    z.object({ outcomes: z.array(z.string()), fields: z.record(z.string(), z.string()) }),
  ),
  /** Roads that go every way out of every state at least once, to one of the ends; together they come to every state. */
  roads: z.array(z.object({ passages: z.array(passage), end: z.string() })),
  /** The machine as it was deployed: JSON, compressed (gzip, base64). */
  machine: z.string(),
});
export type History = z.infer<typeof history>;

/** The machine of a history. */
export const machineIn = ({ machine }: Pick<History, "machine">): unknown =>
  JSON.parse(gunzipSync(Buffer.from(machine, "base64")).toString("utf8"));

/** What is to be kept of a process as it is now; the same each time. */
export function historyOf(process: Process, release: string): History {
  const states = Object.entries<State<string>>(process.states);
  const machine = JSON.stringify(machineOf(process).definition);
  return {
    release,
    process: process.id,
    start: process.start,
    states: Object.fromEntries(
      states.map(([name, state]) => {
        const { kind, ways, words } = saidIn(process, name, state);
        const spelled = Object.fromEntries(Object.entries(ways).map(([way, road]) => [way, [...road]]));
        const forms = Object.fromEntries(formsIn(state).map(([part, { id }]) => [part, id]));
        return [name, { kind, forms, ways: spelled, words }];
      }),
    ),
    forms: formsOf(process),
    roads: roadsOf(process),
    machine: gzipSync(machine, { level: 9 }).toString("base64"),
  };
}

/** What a state asks, by the name of the part; of nobody in particular where there are no parts. */
function formsIn(state: State<string>): readonly (readonly [string, Form])[] {
  if (state.kind === "ask" || state.kind === "each") return [["", state.form]];
  return state.kind === "all" ? Object.entries(state.parts).map(([part, { form }]) => [part, form]) : [];
}

/** Every form of which answers are stored, the application and the words that break in with it. */
export function formsOf(process: Process): History["forms"] {
  const forms = [
    ...(process.application ? [process.application] : []),
    ...Object.values<State<string>>(process.states).flatMap((state) =>
      formsIn(state).map(([, form]) => form),
    ),
    ...Object.values(process.interruptions).map(({ form }) => form),
  ];
  return Object.fromEntries(
    forms
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, outcomes, fields }) => [
        id,
        {
          outcomes: [...outcomes],
          fields: Object.fromEntries(
            Object.entries(fields).map(([name, field]) => [
              name,
              `${field.kind}${field.optional || field.for || field.fact ? "" : " required"}`,
            ]),
          ),
        },
      ]),
  );
}

/** Of all roads so many that every way is gone, the first in the order of the roads. */
function roadsOf(process: Process): History["roads"] {
  const gone = new Set<string>();
  return pathsOf(process)
    .filter((path) => {
      const found = waysIn(path).filter((way) => !gone.has(way));
      for (const way of found) gone.add(way);
      return found.length > 0;
    })
    .map(({ passages, end }) => ({
      passages: passages.map(({ state, way, parts }) => ({ state, way, ...(parts ? { parts } : {}) })),
      end,
    }));
}

const waysIn = ({ passages }: Path): readonly string[] =>
  passages.flatMap(({ state, way, parts }) =>
    parts ? Object.entries(parts).map(([part, said]) => `${state} ${part} ${said}`) : [`${state} ${way}`],
  );
