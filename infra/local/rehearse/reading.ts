/** What was read of something that a person wrote: the value, or every fault in words for that person. */
export type Reading<T> =
  | { readonly outcome: "read"; readonly value: T }
  | { readonly outcome: "faulty"; readonly faults: readonly string[] };

export const faulty = (...faults: readonly string[]) => ({ outcome: "faulty", faults }) as const;
