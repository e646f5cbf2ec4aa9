import type { Field, Fields } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { Definition, Process } from "../../workflows/kernel/process.ts";
import type { State } from "../../workflows/kernel/states.ts";

type Values = Readonly<Record<string, unknown>>;

/** What stands where a text was. */
export const nothing = "–";

/** What goes: all that tells of a person, or only what was written at length and what was uploaded, while names are kept longer. */
export type Going = "all" | "written";

/** What people wrote is gone; what they chose, counted or dated stays. A school and a place are facts that others share. */
function clearedValue(field: Field<unknown>, value: unknown, going: Going): unknown {
  if (value === undefined || value === "") return value;
  switch (field.kind) {
    case "longText":
      return nothing;
    case "phone":
      return going === "all" ? nothing : value;
    case "text":
      return going === "written" || field.listed || field.among ? value : nothing;
    case "file":
      return undefined;
    case "rows":
      return Array.isArray(value)
        ? value.map((row) => (isValues(row) ? cleared(field.columns ?? {}, row, going) : row))
        : nothing;
    default:
      return value;
  }
}

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The answers to some questions, without what anybody wrote. What no question asked for stays as it is. */
export const cleared = (fields: Fields, values: Values, going: Going = "all"): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const left = field ? clearedValue(field, value, going) : value;
      return left === undefined ? [] : [[name, left]];
    }),
  );

/** The texts that clearing takes away, which may stand elsewhere as a copy; short ones are words that anybody says. */
export function textsIn(fields: Fields, values: Values, going: Going = "all"): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return [];
    if (field.kind === "rows")
      return Array.isArray(value)
        ? value.flatMap((row) => (isValues(row) ? textsIn(field.columns ?? {}, row, going) : []))
        : [];
    const isGone = typeof value === "string" && clearedValue(field, value, going) === nothing;
    return isGone && value.trim().length > shortest ? [value.trim()] : [];
  });
}
const shortest = 12;

/** Files that answers name, by their identifiers. */
export function filesIn(fields: Fields, values: Values): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.kind === "file") return typeof value === "string" ? [value] : [];
    if (field?.kind !== "rows" || !Array.isArray(value)) return [];
    return value.flatMap((row) => (isValues(row) ? filesIn(field.columns ?? {}, row) : []));
  });
}

/** Every form that a process asks, by its id. */
export function formsOf({
  application,
  states,
  interruptions,
  diary,
  seats,
}: Process): ReadonlyMap<string, Form> {
  const asked = Object.values<State<string>>(states).flatMap(formsOfState);
  const said = Object.values<Definition["interruptions"][string]>(interruptions).map(({ form }) => form);
  const all = [...(application ? [application] : []), ...asked, ...said];
  const others = [...(diary ? [diary.form] : []), ...(seats ? [seats.form] : [])];
  return new Map([...all, ...others].map((form) => [form.id, form]));
}

function formsOfState(state: State<string>): readonly Form[] {
  if (state.kind === "ask" || state.kind === "each") return [state.form];
  return state.kind === "all" ? Object.values(state.parts).map(({ form }) => form) : [];
}
