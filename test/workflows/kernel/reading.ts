type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The records in a list; none when it is not a list. */
export const recordsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Every field of a definition, however deep. */
export function fieldsOf(value: unknown): { readonly field: string; readonly value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) => [{ field, value: inner }, ...fieldsOf(inner)]);
}

/** Every state of a machine, those of its branches and items too. */
export const statesOf = (machine: unknown): { readonly name: string; readonly state: Fields }[] =>
  fieldsOf(machine)
    .filter(({ field }) => field === "States")
    .flatMap(({ value }) => Object.entries(isRecord(value) ? value : {}))
    .flatMap(([name, state]) => (isRecord(state) ? [{ name, state }] : []));
