/** Something to do at an instant. */
export interface Appointment {
  /** UTC instant. */
  readonly at: string;
  /** At one instant the lower rank comes first, then the key. */
  readonly rank: number;
  /** Each thing is on the agenda once. */
  readonly key: string;
  /** Must everything come to rest before whatever is next at the same instant? */
  readonly alone: boolean;
  readonly run: () => Promise<void>;
}

/** What people will do, in order. */
export interface Agenda {
  readonly add: (appointment: Appointment) => void;
  /** The earliest instant at which somebody does something. */
  readonly next: () => string | undefined;
  /** Takes what is to be done up to an instant off the agenda, in order. */
  readonly take: (upTo: string) => readonly Appointment[];
}

export function openAgenda(): Agenda {
  const open = new Map<string, Appointment>();
  const known = new Set<string>();
  return {
    add: (appointment) => {
      if (known.has(appointment.key)) return;
      known.add(appointment.key);
      open.set(appointment.key, appointment);
    },
    next: () => {
      let earliest: string | undefined;
      for (const { at } of open.values()) if (earliest === undefined || at < earliest) earliest = at;
      return earliest;
    },
    take: (upTo) => {
      const due = [...open.values()].filter(({ at }) => at <= upTo);
      for (const { key } of due) open.delete(key);
      return due.sort((a, b) => compare(a.at, b.at) || a.rank - b.rank || compare(a.key, b.key));
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
