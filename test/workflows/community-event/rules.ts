import { Temporal } from "temporal-polyfill";

/** A line of `people.csv` by its columns; a cell that is not there is blank. */
export type Line = Readonly<Record<string, string>>;

export interface ModelCall {
  readonly confirmHours: number;
  readonly promoteUntilHours: number;
  readonly bookUntilHours: number;
  readonly certificateHours: number;
}

/** A line of `cases.csv`. */
export interface Expected {
  readonly kind: string;
  readonly line: number;
  readonly event: string;
  readonly name: string;
  readonly status: string;
  readonly seat_at: string;
  readonly hours: string;
  readonly slot: string;
}

const hour = 3_600_000;

/** Milliseconds of a local time in Vilnius [C1]. */
const at = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Vilnius").epochMilliseconds;

/** What becomes of each line [processes.md, 8.1 to 8.6], worked out from the text alone. */
export function become(call: ModelCall, people: readonly Line[]): readonly Expected[] {
  const lines = people.map((cells, index): Numbered => ({ cells, line: index + 2 }));
  const events = new Map(
    lines
      .filter(({ cells }) => cells.kind === "proposes" && cells.approval !== "refuse")
      .map(({ cells }) => [cells.event ?? "", cells]),
  );
  const seats = registered(call, lines, events);
  const booked = consultations(call, lines);
  return lines.map(({ line, cells }) => {
    const { kind = "", event = "", name = "" } = cells;
    const row = { kind, line, event, name, seat_at: "", hours: "", slot: "" };
    switch (kind) {
      case "proposes":
        return { ...row, status: events.has(event) ? "held" : "refused" };
      case "registers":
        return { ...row, ...(seats.get(line) ?? { status: "?" }) };
      default:
        return { ...row, ...(booked.get(line) ?? { status: "?" }) };
    }
  });
}

interface Numbered {
  readonly cells: Line;
  readonly line: number;
}

type Standing = "registered" | "waiting" | "offered";
interface Registration extends Numbered {
  status: string;
  seatAt: string;
}

const stands = ({ status }: Registration): boolean =>
  status === "registered" || status === "waiting" || status === "offered";

/** At one instant the lower kind is first, then the line [8.1]. */
const kinds = { runsOut: 0, cancels: 1, claims: 2, comes: 3 } as const;
interface Act {
  readonly kind: keyof typeof kinds;
  readonly at: number;
  readonly who: Registration;
}

const before = (a: Act, b: Act): number =>
  a.at - b.at || kinds[a.kind] - kinds[b.kind] || a.who.line - b.who.line;

function registered(call: ModelCall, lines: readonly Numbered[], events: ReadonlyMap<string, Line>) {
  const all = lines
    .filter(({ cells }) => cells.kind === "registers")
    .map((one): Registration => ({ ...one, status: "", seatAt: "" }));
  for (const [event, ours] of Map.groupBy(all, ({ cells }) => cells.event ?? "")) {
    const held = events.get(event);
    if (!held) for (const one of ours) one.status = "noEvent";
    else happen(call, held, ours);
  }
  return new Map(
    all.map((one) => {
      const { cells, status, seatAt, line } = one;
      const held = events.get(cells.event ?? "");
      const isCertified =
        status === "attended" && cells.teacher === "yes" && Number(held?.hours) >= call.certificateHours;
      return [line, { status, seat_at: seatAt, hours: isCertified ? (held?.hours ?? "") : "" }];
    }),
  );
}

function happen(call: ModelCall, held: Line, ours: readonly Registration[]): void {
  const starts = at(held.starts ?? "");
  const opens = held.registration_opens ? at(held.registration_opens) : Number.NEGATIVE_INFINITY;
  const capacity = Number(held.capacity);
  const list: Registration[] = [];
  const acts: Act[] = ours.flatMap((who) => [
    { kind: "comes" as const, at: at(who.cells.at ?? ""), who },
    ...(who.cells.cancels_at ? [{ kind: "cancels" as const, at: at(who.cells.cancels_at), who }] : []),
    ...(who.cells.claims_at ? [{ kind: "claims" as const, at: at(who.cells.claims_at), who }] : []),
  ]);
  const taken = (): number =>
    ours.filter(({ status }) => status === "registered" || status === "offered").length;
  const isLast = (now: number): boolean => starts - now < call.promoteUntilHours * hour;
  const seat = (who: Registration, now: number): void => {
    who.status = "registered";
    who.seatAt = local(now);
  };
  /** A seat has come free [8.4]. */
  const handOn = (now: number): void => {
    if (now >= starts || isLast(now)) return;
    const first = list.shift();
    if (!first) return;
    if (first.cells.confirms === "no") {
      first.status = "offered";
      acts.push({ kind: "runsOut", at: now + call.confirmHours * hour, who: first });
    } else seat(first, now);
  };

  for (;;) {
    const next = acts.toSorted(before)[0];
    if (!next) break;
    acts.splice(acts.indexOf(next), 1);
    const { kind, at: now, who } = next;
    const was = who.status as Standing | "";
    if (kind === "runsOut") {
      if (was !== "offered") continue;
      who.status = "notConfirmed";
      handOn(now);
    } else if (kind === "cancels") {
      if (!stands(who) || now >= starts) continue;
      who.status = "cancelled";
      if (was === "waiting") list.splice(list.indexOf(who), 1);
      else handOn(now);
    } else if (kind === "claims") {
      if (was !== "waiting" || !isLast(now) || now >= starts || taken() >= capacity) continue;
      list.splice(list.indexOf(who), 1);
      seat(who, now);
    } else {
      const address = who.cells.email?.toLowerCase();
      const isThere = ours.some(
        (one) => one !== who && stands(one) && one.cells.email?.toLowerCase() === address,
      );
      if (now < opens) who.status = "early";
      else if (now >= starts) who.status = "late";
      else if (isThere) who.status = "duplicate";
      else if (taken() < capacity && (isLast(now) || list.length === 0)) seat(who, now);
      else {
        who.status = "waiting";
        list.push(who);
      }
    }
  }
  for (const who of ours) {
    if (who.status === "registered") who.status = who.cells.attends === "no" ? "noShow" : "attended";
    if (who.status === "waiting") who.status = "waited";
  }
}

const local = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO("Europe/Vilnius")
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

/** Bookings and moves by rule S. */
function consultations({ bookUntilHours }: ModelCall, lines: readonly Numbered[]) {
  const slots = lines.filter(({ cells }) => cells.kind === "slot");
  const holder = new Map<Numbered, Numbered>();
  const slotOf = (who: Numbered): Numbered | undefined => slots.find((slot) => holder.get(slot) === who);
  const gap = bookUntilHours * hour;
  const earliest = (who: Numbered, now: number, day: string | undefined): Numbered | undefined =>
    slots
      .filter((slot) => {
        const { starts = "", name } = slot.cells;
        const { wants } = who.cells;
        const isWanted = !wants || wants === "any" || wants === name;
        return isWanted && !holder.has(slot) && starts.slice(0, 10) >= (day ?? "") && at(starts) - now >= gap;
      })
      .toSorted(
        (a, b) =>
          at(a.cells.starts ?? "") - at(b.cells.starts ?? "") ||
          ((a.cells.name ?? "") < (b.cells.name ?? "")
            ? -1
            : (a.cells.name ?? "") > (b.cells.name ?? "")
              ? 1
              : 0),
      )[0];
  const books = lines.filter(({ cells }) => cells.kind === "books");
  const result = new Map<number, string>();
  const acts = books.flatMap((who) => [
    { at: at(who.cells.at ?? ""), who, moves: false },
    ...(who.cells.moves_at ? [{ at: at(who.cells.moves_at), who, moves: true }] : []),
  ]);
  for (const { at: now, who, moves } of acts.toSorted(
    (a, b) => a.at - b.at || a.who.line - b.who.line || Number(a.moves) - Number(b.moves),
  )) {
    if (moves) {
      const own = slotOf(who);
      if (!own || at(own.cells.starts ?? "") - now < gap) continue;
      const other = earliest(who, now, who.cells.moves_not_before);
      if (!other) continue;
      holder.delete(own);
      holder.set(other, who);
      continue;
    }
    const address = who.cells.email?.toLowerCase();
    const isHeld = [...holder.values()].some(({ cells }) => cells.email?.toLowerCase() === address);
    const slot = isHeld ? undefined : earliest(who, now, who.cells.not_before);
    if (slot) holder.set(slot, who);
    result.set(who.line, isHeld ? "duplicate" : slot ? "booked" : "noSlot");
  }
  return new Map<number, Partial<Expected> & { readonly status: string }>([
    ...slots.map(
      (slot) =>
        [slot.line, { status: holder.has(slot) ? "taken" : "free", slot: slot.cells.starts ?? "" }] as const,
    ),
    ...books.map((who) => {
      const own = slotOf(who)?.cells;
      return [
        who.line,
        { status: result.get(who.line) ?? "?", event: own?.event ?? "", slot: own?.starts ?? "" },
      ] as const;
    }),
  ]);
}
