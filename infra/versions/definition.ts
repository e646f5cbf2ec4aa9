/** The machine of an earlier release, read as far as it says which states of a process it comes to, and from where. */
export interface Known {
  /** The states of the process, by name. */
  readonly states: ReadonlySet<string>;
  /** To which states of the process a case can still come that stands in one of them, with it. */
  readonly ahead: (state: string) => ReadonlySet<string>;
}

type Plain = Readonly<Record<string, unknown>>;

/** The state of the process to which a state of its machine belongs: those of one are called `plan`, `plan late`, `plan outcome`. */
export const stateOf = (name: string): string => name.split(" ")[0] ?? name;

/** Reads a machine that this product has compiled once, of whatever release. */
export function readDefinition(definition: unknown): Known {
  const all = Object.entries(isPlain(definition) && isPlain(definition.States) ? definition.States : {});
  // What nothing of the process stands behind is the machine's own: its beginning, and the end of one that is left behind.
  const own = new Set(all.filter(([, state]) => isOwn(state)).map(([name]) => name));
  const ways = new Map<string, Set<string>>();
  for (const [name, state] of all) {
    if (own.has(name)) continue;
    const from = stateOf(name);
    const known = ways.get(from) ?? new Set<string>();
    ways.set(from, known);
    for (const to of nextOf(state)) if (!own.has(to)) known.add(stateOf(to));
  }
  return {
    states: new Set(ways.keys()),
    ahead: (state) => {
      const met = new Set([state]);
      for (const name of met) for (const to of ways.get(name) ?? []) met.add(to);
      return met;
    },
  };
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listed = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.filter(isPlain) : []);

/** Only the beginning chooses by the input of the execution, and only what is left behind succeeds on the top. */
const isOwn = (state: unknown): boolean =>
  isPlain(state) &&
  (state.Type === "Succeed" ||
    (state.Type === "Choice" &&
      listed(state.Choices).some(({ Condition }) => String(Condition).includes("$states.input.from"))));

function nextOf(state: unknown): readonly string[] {
  if (!isPlain(state)) return [];
  const ways = [state, ...listed(state.Choices), ...listed(state.Catch)];
  return ways.flatMap(({ Next, Default }) => [Next, Default].filter((to) => typeof to === "string"));
}
