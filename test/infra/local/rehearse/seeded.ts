/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Chance {
  /** A whole number from `min` to `max`, both included. */
  readonly whole: (min: number, max: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (share: number) => boolean;
  /** One of the values. Throws when there is none. */
  readonly pick: <T>(values: readonly T[]) => T;
  readonly shuffle: <T>(values: readonly T[]) => T[];
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for invented people. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    whole,
    percent: (share) => next() * 100 < share,
    pick: (values) => {
      const [picked] = values.slice(whole(0, values.length - 1));
      if (picked === undefined) throw new RangeError("nothing to pick from");
      return picked;
    },
    shuffle: (values) =>
      values
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  };
}
