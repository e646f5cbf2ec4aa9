import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { tableOf } from "../blocks/rehearsal/figures.ts";
import { defaultPayer, defaultStaff, inWords, written } from "../blocks/rehearsal/people.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import {
  type Asked,
  type Became,
  type Deed,
  type Road,
  type Row,
  type Said,
  unanswered,
} from "../kernel/rehearsal.ts";
import {
  added,
  type CellFault,
  type Cells,
  cell,
  listOf,
  localDate,
  localTime,
  mailbox,
  oneOf,
  optional,
  someText,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import type { Slot } from "../kernel/slot.ts";
import { bookedIn, offeredIn } from "./consultation.ts";
import { governing, programmes, sorts } from "./forms.ts";
import { followUpMonths } from "./rules.ts";

const hours = z.number().min(0).max(8760);

/** A call as somebody writes it for a rehearsal: when it opens, and who works on it, may be left out. */
const callShape = z.looseObject({
  id: z.string().default("community-event"),
  process: z.literal("community-event"),
  title: z.object({ lt: z.string(), en: z.string() }).optional(),
  opens: z.string().default("2027-01-04T09:00"),
  closes: z.string().optional(),
  confirmHours: hours,
  promoteUntilHours: hours,
  bookUntilHours: hours,
  certificateHours: hours,
  materialsDays: z.number().int().min(0).max(365),
});
type Call = z.infer<typeof callShape>;

const sort = cell(sorts.join(", ").replace(/, (?=[^,]*$)/, " or "), (said) =>
  sorts.find((one) => said === one || said === `${one}s`),
);
const approval = cell("approve, amend or refuse", (said) =>
  (["approve", "amend", "refuse"] as const).find((one) => one === said),
);
const eventHours = cell("hours with at most two decimals", (said) =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(said) ? said : undefined,
);
const aMeeting = cell("the number of a meeting", (said) =>
  /^[1-9]\d?$/.test(said) ? Number(said) : undefined,
);

const columns = {
  kind: oneOf("proposes", "registers", "slot", "books"),
  event: optional(someText),
  sort: optional(sort),
  name: someText,
  email: optional(mailbox),
  school: optional(someText),
  at: optional(localTime),
  starts: optional(localTime),
  registration_opens: optional(localTime),
  hours: optional(eventHours),
  capacity: optional(wholeUpTo(100_000)),
  approval: optional(approval),
  materials: optional(someText),
  cancels_at: optional(localTime),
  confirms: optional(yesNo),
  claims_at: optional(localTime),
  attends: optional(yesNo),
  teacher: optional(yesNo),
  /** `no` says nothing; a text of one's own goes along with the rest. */
  feedback: optional(someText),
  wants: optional(someText),
  not_before: optional(localDate),
  moves_at: optional(localTime),
  moves_not_before: optional(localDate),
  /** When those of a series meet again. */
  meetings: added(listOf("local times such as 2027-03-08T17:30;2027-03-15T17:30", localTime)),
  /** At which of its meetings somebody was; without it at all. */
  present: added(listOf("the numbers of meetings, such as 1;2;4", aMeeting)),
  /** What parents of a series say half a year later; `silent` says nothing. */
  governs: added(oneOf(...governing, "silent")),
  programmes: added(listOf(programmes.join(", "), oneOf(...programmes))),
};
type PeopleCells = Cells<typeof columns>;
type Fault = CellFault<keyof PeopleCells>;
type Person = Omit<PeopleCells, "email"> & Row;

/** What every line of its kind has. */
const needed = {
  proposes: ["event", "starts", "capacity"],
  registers: ["event", "email", "at"],
  slot: ["starts"],
  books: ["email", "at"],
} as const satisfies Readonly<Record<Person["kind"], readonly (keyof PeopleCells)[]>>;

const expectations = {
  event: "the name of an event",
  starts: "a local time such as 2027-03-01T10:00",
  at: "a local time such as 2027-03-01T10:00",
  capacity: "a whole number from 0 to 100000",
  email: "an e-mail address",
} as const;

/** What its kind of line needs and no cell shows by itself. */
const checkPerson = (row: Person): Fault[] =>
  needed[row.kind]
    .filter((column) => row[column] === undefined || row[column] === "")
    .map((column) => ({ line: row.line, column, expected: expectations[column] }));

/** An event is proposed once; those of a series meet one time after the other, and nobody is at a meeting that there is not. */
function checkEvents(rows: readonly Person[]): Fault[] {
  const proposed = rows.filter(({ kind }) => kind === "proposes");
  const first = new Map(proposed.toReversed().map((row) => [row.event, row]));
  return rows.flatMap((row): Fault[] => {
    const { line, kind, event, present = [] } = row;
    const own = first.get(event);
    if (kind === "proposes" && own && own.line !== line)
      return [{ line, column: "event", expected: `each event once, and line ${own.line} has it` }];
    const count = own ? meetingsOf(own).length : 0;
    if (
      kind === "proposes" &&
      meetingsOf(row).some((at, index, all) => index > 0 && at <= (all[index - 1] ?? ""))
    )
      return [{ line, column: "meetings", expected: "each time after the one before, and after the start" }];
    if (kind === "registers" && count > 1 && present.some((number) => number > count))
      return [{ line, column: "present", expected: `numbers from 1 to ${count}, as often as they meet` }];
    return [];
  });
}

/** Each time that those of an event meet. */
const meetingsOf = ({ sort: kind, starts = "", meetings = [] }: Person): readonly string[] =>
  [starts, ...(kind === "series" ? meetings : [])].map((time) => time.slice(0, 16));

/** When somebody is seen at the door. */
const metBy = ({ attends = true, present }: Person, event: Person): readonly string[] =>
  attends
    ? meetingsOf(event).filter((_, index, all) => all.length === 1 || (present?.includes(index + 1) ?? true))
    : [];

const timesIn = (row: Person): readonly string[] =>
  [row.at, row.starts, row.registration_opens, row.cancels_at, row.claims_at, row.moves_at].flatMap((time) =>
    time === undefined ? [] : [time],
  );

const rulesOf = ({
  confirmHours,
  promoteUntilHours,
  bookUntilHours,
  certificateHours,
  materialsDays,
}: Call) => ({
  confirmHours,
  promoteUntilHours,
  bookUntilHours,
  certificateHours,
  materialsDays,
});

/** What whoever consults offers, in the order of the file. */
const slotsOf = (rows: readonly Person[]) =>
  rows
    .filter(({ kind }) => kind === "slot")
    .map(({ name, event, starts = "" }) => ({
      heldOn: starts.slice(0, 10),
      heldFrom: starts.slice(11, 16),
      consultant: name,
      ...(event === undefined ? {} : { event }),
    }));

/** Everybody proposes before anything else happens in the file, so the call opens a day before that; and one may book to the end. */
function bringsOf(rows: readonly Person[], call: Call) {
  const { opens, closes } = call;
  const first = [opens, ...rows.flatMap(timesIn)].reduce((a, b) =>
    Temporal.Instant.compare(vilniusInstant(a), vilniusInstant(b)) <= 0 ? a : b,
  );
  const begins = first === opens ? opens : `${dayOf(first).subtract({ days: 1 })}T09:00`;
  const offered = slotsOf(rows);
  const ends = rows.flatMap(({ kind, at }) => (kind === "books" && at !== undefined ? [at] : []));
  const last = [...(closes === undefined ? [] : [closes]), begins, ...ends].reduce((a, b) =>
    Temporal.Instant.compare(vilniusInstant(a), vilniusInstant(b)) >= 0 ? a : b,
  );
  return {
    opens: begins,
    closes: last === closes ? closes : `${dayOf(last).add({ days: 1 })}T09:00`,
    rules: { ...rulesOf(call), ...(offered.length > 0 ? { slots: offered } : {}) },
  };
}

const dayOf = (time: string): Temporal.PlainDate => localDay(vilniusInstant(time));

/** A rehearsal of events: everybody proposes at once, then comes, cancels, claims and confirms when the file says. */
export const rehearsal = defineRehearsal({
  call: {
    shape: callShape,
    // Where it is not said when it closes, it does so once nobody of the file comes any more.
    faults: ({ opens, closes = `${opens.slice(0, 4)}-12-31T23:59:59` }) => faultsOfTimes({ opens, closes }),
    filled: (given) => ({
      title: { lt: "Bendruomenės renginiai", en: "Community events" },
      staff: {
        coordinator: defaultStaff.coordinator,
        agency: defaultStaff.agency,
        finance: defaultStaff.finance,
      },
      payer: defaultPayer,
      closes: `${dayOf(given.opens).add({ days: 1 })}T09:00`,
      ...withoutRules(given),
      rules: rulesOf(given),
    }),
  },
  columns: () => columns,
  row: ({ email = "", ...cells }, line): Person => ({ ...cells, line, email }),
  atLeast: "an event that somebody proposes",
  check: checkPerson,
  checkAll: checkEvents,
  brings: bringsOf,
  begins: ({ rows }, { id }) => rows.flatMap((row) => deedsOf(row, rows, id)),
  meets: ({ row, state }, { rows }) => {
    if (row?.kind !== "proposes") return [];
    const comers = rows.filter(({ kind, event }) => kind === "registers" && event === row.event);
    if (state === "begun")
      return comers
        .filter((comer) => metBy(comer, row).includes(lastOf(row)))
        .map((comer): Deed<Person> => ({ does: "comes in", row: comer }));
    return state === "materials" ? comers.flatMap((comer) => lookingBack(comer, row)) : [];
  },
  answer: (asked, { now }) => {
    const says = answers[asked.state];
    if (!says || !asked.row) return unanswered(asked);
    const said = says(asked.row, asked, now());
    return said && { says: said };
  },
  became: ({ row, outcome, state, seat, file, mails, transitions }) => ({
    row,
    kind: row.kind,
    status: statusOf(row.kind, { outcome, state, seat }),
    booked: file && bookedIn(file),
    event: file && row.kind === "books" ? eventOfBooking(file) : row.event,
    seatAt: seat?.seatAt === undefined ? "" : localMinute(seat.seatAt),
    seat,
    ...(seat?.hours === undefined ? {} : { hours: seat.hours }),
    mails,
    transitions,
  }),
  tells: (all) => ({ tables: [casesOf(all)] }),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});

/** The rest of a call's file. */
const withoutRules = (given: Call) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(rulesOf(given), name)));

interface Stood {
  readonly outcome: string;
  readonly state: string | undefined;
  readonly seat: Road["seat"] | undefined;
}

function statusOf(kind: Person["kind"], { outcome, state, seat }: Stood): string {
  switch (kind) {
    case "proposes":
      return state === "refused" ? "refused" : "held";
    case "registers":
      return seat?.end ?? outcome;
    case "books":
      return state === "noSlot" || state === "duplicate" ? state : "booked";
    case "slot":
      return "free";
  }
}

/** In which event the slot is that somebody has. */
function eventOfBooking(file: CaseFile): string | undefined {
  const slot = bookedIn(file);
  return offeredIn(file).find(({ starts, by }) => starts === slot?.starts && by === slot.by)?.event;
}

const lastOf = (event: Person): string => meetingsOf(event).at(-1) ?? "";

/** How it was for whoever was there, at once; and what came of a series, on the morning on which parents are asked. */
function lookingBack(row: Person, event: Person): readonly Deed<Person>[] {
  const { feedback, governs = "none", programmes: taken = [] } = row;
  const asked = dayOf(lastOf(event)).add({ months: followUpMonths });
  const own = feedback === undefined || feedback === "yes" ? {} : { otherwise: feedback.slice(0, mostWords) };
  const how: Deed<Person> = {
    does: "looks back",
    row,
    on: "feedback",
    values: () => ({ expected: "fully", organised: "well", ...own }),
  };
  const after: Deed<Person> = {
    does: "looks back",
    row,
    on: "followUp",
    at: instantOf(`${asked}T10:00`),
    values: () => ({ governs, programmes: taken }),
  };
  const isAskedAfter = event.sort === "series" && governs !== "silent";
  return [...(feedback === "no" ? [] : [how]), ...(isAskedAfter ? [after] : [])];
}

/** So many characters the form takes. */
const mostWords = 500;

const localMinute = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO("Europe/Vilnius")
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

const instantOf = (time: string): string => vilniusInstant(time).toString({ smallestUnit: "millisecond" });

function deedsOf(row: Person, rows: readonly Person[], to: string): readonly Deed<Person>[] {
  switch (row.kind) {
    case "proposes":
      return [{ does: "applies", row, to, values: () => proposalOf(row) }];
    case "registers": {
      const { at = "", cancels_at: cancels, claims_at: claims, confirms = true } = row;
      const of = rows.find(({ kind, event }) => kind === "proposes" && event === row.event);
      return [
        { does: "registers", row, of, at: instantOf(at), values: () => registrationOf(row), confirms },
        ...(cancels ? [{ does: "cancels", row, at: instantOf(cancels) } as const] : []),
        ...(claims ? [{ does: "claims", row, at: instantOf(claims) } as const] : []),
        // Whoever is at the last meeting is seen once the desk of the event is open.
        ...(of ? metBy(row, of).filter((time) => time !== lastOf(of)) : []).map(
          (time) => ({ does: "comes in", row, at: instantOf(time) }) as const,
        ),
      ];
    }
    case "books": {
      const { at = "", moves_at: moves, moves_not_before: notBefore } = row;
      const values = () => (notBefore === undefined ? {} : { notBefore });
      return [
        { does: "applies", row, to, at: instantOf(at), values: () => bookingOf(row) },
        ...(moves
          ? [
              {
                does: "says",
                row,
                word: "moved",
                at: instantOf(moves),
                inLine: true,
                mayBeLate: true,
                values,
              } as const,
            ]
          : []),
      ];
    }
    case "slot":
      return [];
  }
}

const moment = (time: string) => ({ day: time.slice(0, 10), at: time.slice(11, 16) });

/**
 * When people can register from. A file may say an hour from which on nobody can any more, and then nobody ever comes; no form takes such
 * an hour, and the last minute before the event comes to the same.
 */
function opensAt({ starts = "", registration_opens: said }: Person): string | undefined {
  if (said === undefined || said.slice(0, 16) < starts.slice(0, 16)) return said;
  return Temporal.PlainDateTime.from(starts).subtract({ minutes: 1 }).toString();
}

function planOf(row: Person): Said {
  const starts = moment(row.starts ?? "");
  const registers = opensAt(row);
  const opens = registers === undefined ? undefined : moment(registers);
  return {
    title: row.event,
    about: written.about,
    heldOn: starts.day,
    heldFrom: starts.at,
    place: "Mokykla",
    hours: (row.hours ?? "0").replace(",", "."),
    capacity: String(row.capacity ?? 0),
    ...(meetingsOf(row).length > 1
      ? {
          meetings: meetingsOf(row)
            .slice(1)
            .map(moment)
            .map(({ day, at }) => ({ heldOn: day, heldFrom: at })),
        }
      : {}),
    ...(opens ? { registeredFrom: opens.day, registeredAtTime: opens.at } : {}),
  };
}

const personOf = (row: Person) => ({
  fullName: row.name,
  email: row.email === "" ? `organiser-${row.line}@kelias.example` : row.email,
  school: row.school ?? "Mokykla",
  municipality: "Molėtų r.",
  town: "Molėtai",
});

const bookingOf = (row: Person): Said => ({
  ...personOf(row),
  purpose: "consultation",
  ...(row.wants === undefined ? {} : { wants: row.wants }),
  ...(row.not_before === undefined ? {} : { notBefore: row.not_before }),
});

const proposalOf = (row: Person): Said => ({
  ...personOf(row),
  purpose: "event",
  sort: row.sort ?? "exchange",
  ...planOf(row),
  ...((row.sort ?? "exchange") === "exchange" ? { costs: [{ item: inWords, cents: 20_000 }] } : {}),
});

const registrationOf = ({ name: fullName, email, school, teacher }: Person): Said => ({
  fullName,
  email,
  ...(school === undefined ? {} : { school }),
  ...(teacher === undefined ? {} : { teacher }),
  truthful: true,
});

type Answers = Readonly<Record<string, (row: Person, asked: Asked<Person>, now: string) => Said | undefined>>;

const answers: Answers = {
  approval: ({ approval: said, sort: kind = "exchange" }, { file }) => {
    if (said === "refuse") return { outcome: "refused", reasons: written.refused };
    const isAmended = file.answers.some(({ form }) => form === "amendment");
    if (said === "amend" && !isAmended) return { outcome: "amendment", reasons: written.returned };
    return { outcome: "approved", ...(kind === "exchange" ? { grantCents: 20_000 } : {}) };
  },
  amendment: planOf,
  begun: () => ({}),
  materials: ({ materials: given, sort: kind = "exchange" }) =>
    given === "no"
      ? undefined
      : { summary: written.summary, ...(kind === "exchange" ? { iban: defaultPayer.iban } : {}) },
  grant: (_, __, now) => ({ outcome: "paid", paidOn: localDay(Temporal.Instant.from(now)).toString() }),
};

interface PersonBecame extends Became {
  readonly row: Person;
  readonly event: string | undefined;
  readonly booked: Slot | undefined;
  readonly seatAt: string;
  readonly seat: Road["seat"] | undefined;
  readonly mails: number;
  readonly transitions: number;
}

/** `cases.csv`: a row a line of the file. */
function casesOf(all: readonly PersonBecame[]) {
  const offered = all.filter(({ row }) => row.kind === "slot").map(({ row }) => row);
  /** The name under which a line of the file offers its slot: who is there for two at one time has two. */
  const isTaken = (row: Person): boolean => {
    const isSame = (other: Person) => other.name === row.name && other.starts === row.starts;
    const before = offered.filter((other) => isSame(other) && other.line < row.line).length;
    const by = before === 0 ? row.name : `${row.name} (${before + 1})`;
    return all.some(({ booked }) => booked?.starts === row.starts?.slice(0, 16) && booked?.by === by);
  };
  /** Where a file has people register only after the event has begun, whoever comes in between is early by the file. */
  const isBeforeOpening = ({ event, at = "" }: Person): boolean => {
    const { registration_opens: opens = "" } =
      all.find(({ row }) => row.kind === "proposes" && row.event === event)?.row ?? {};
    return at !== "" && at < opens;
  };
  return tableOf("cases.csv", all, {
    kind: ({ row }) => row.kind,
    line: ({ row }) => row.line,
    event: ({ event }) => event,
    name: ({ row }) => row.name,
    status: ({ row, status }) => {
      if (row.kind === "slot" && isTaken(row)) return "taken";
      return status === "late" && isBeforeOpening(row) ? "early" : status;
    },
    seat_at: ({ seatAt }) => seatAt,
    hours: ({ hours }) => hours,
    slot: ({ row, booked }) => (row.kind === "slot" ? row.starts : booked?.starts),
    met: ({ seat }) => seat?.met,
    certified: ({ seat }) => seat && (seat.isCertified ? "yes" : "no"),
    said: ({ seat }) => seat?.said.join(";"),
    mails: ({ mails }) => mails,
    transitions: ({ transitions }) => transitions,
  });
}
