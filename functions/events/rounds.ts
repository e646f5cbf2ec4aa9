/**
 * What came of one delivery: it has left the table; it could not and is tried later, a little later each time; it waits for its case,
 * which hinders nobody; somebody else is about it; or the service takes fewer for now, so that it is still the next.
 */
export type Outcome = "done" | "later" | "waits" | "theirs" | "throttled";

export interface Sweep {
  readonly delivered: number;
  readonly later: number;
  /** How often a service asked for fewer: that is expected, and no error. */
  readonly throttled: number;
}

/** What is worked off, and how. */
export interface Rounds<One> {
  /** The oldest that wait now, of each shard some. */
  readonly found: () => Promise<readonly One[]>;
  /** In the order of their kinds; of one kind the oldest first. */
  readonly inOrder: (found: readonly One[]) => readonly (readonly One[])[];
  readonly deliver: (one: One) => Promise<Outcome>;
  /** Resolves when a delivery may begin; `slower`: its service has asked for fewer. */
  readonly turn: (one: One) => Promise<void>;
  readonly slower: (one: One) => void;
  /** So many of a kind are under way at once. */
  readonly lanesOf: (kind: readonly One[]) => number;
  readonly isOver: () => boolean;
  /** At most so many rounds: what is done may be found again for a moment, and whoever has others to serve ends in time. */
  readonly most: number;
  readonly onRound: (swept: Sweep) => void;
}

/** Works off what waits, round after round, until nothing leaves any more or time is over; what is left stays as it is. */
export async function workOff<One>(rounds: Rounds<One>): Promise<Sweep> {
  const total = { delivered: 0, later: 0, throttled: 0 };
  for (let round = 0; round < rounds.most; round++) {
    const swept = await sweepOnce(rounds);
    total.delivered += swept.delivered;
    total.later += swept.later;
    total.throttled += swept.throttled;
    rounds.onRound(swept);
    if (swept.delivered === 0 || rounds.isOver()) break;
  }
  return total;
}

async function sweepOnce<One>(rounds: Rounds<One>): Promise<Sweep> {
  const counts = { delivered: 0, later: 0, throttled: 0 };
  for (const kind of rounds.inOrder(await rounds.found())) {
    const waiting = kind.values();
    const deliverNext = async (): Promise<void> => {
      for (const one of waiting) {
        const outcome = await deliver(rounds, one, counts);
        if (outcome === undefined) return;
        if (outcome === "done") counts.delivered++;
        if (outcome === "later") counts.later++;
      }
    };
    await Promise.all(Array.from({ length: rounds.lanesOf(kind) }, deliverNext));
  }
  return counts;
}

/** Delivers one, as soon as its service takes it; `undefined` when time is over before. */
async function deliver<One>(
  { turn, slower, deliver: begin, isOver }: Rounds<One>,
  one: One,
  counts: { throttled: number },
): Promise<Outcome | undefined> {
  for (;;) {
    await turn(one);
    if (isOver()) return undefined;
    const outcome = await begin(one);
    if (outcome !== "throttled") return outcome;
    counts.throttled++;
    slower(one);
  }
}
