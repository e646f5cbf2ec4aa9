import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { tableOf } from "../blocks/rehearsal/figures.ts";
import { defaultPayer, defaultStaff, inWords } from "../blocks/rehearsal/people.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { type Asked, type Became, type Deed, type Row, type Said, unanswered } from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  cell,
  localDate,
  localTime,
  mailbox,
  oneOf,
  optional,
  someText,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { sorts } from "./forms.ts";

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
  feedback: optional(someText),
  wants: optional(someText),
  not_before: optional(localDate),
  moves_at: optional(localTime),
  moves_not_before: optional(localDate),
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

/** An event is proposed once. */
function checkEvents(rows: readonly Person[]): Fault[] {
  const proposed = rows.filter(({ kind }) => kind === "proposes");
  return proposed
    .filter(({ event }, index) => proposed.findIndex((other) => other.event === event) < index)
    .map(({ line, event }) => ({
      line,
      column: "event",
      expected: `each event once, and ${event} stands above`,
    }));
}

const timesIn = (row: Person): readonly string[] =>
  [row.at, row.starts, row.registration_opens, row.cancels_at, row.claims_at, row.moves_at].flatMap((time) =>
    time === undefined ? [] : [time],
  );

/** Everybody proposes before anything else happens in the file, so the call opens a day before that. */
function timesOf(rows: readonly Person[], { opens, closes }: Call) {
  const first = [opens, ...rows.flatMap(timesIn)].reduce((a, b) =>
    Temporal.Instant.compare(vilniusInstant(a), vilniusInstant(b)) <= 0 ? a : b,
  );
  const begins = first === opens ? opens : `${dayOf(first).subtract({ days: 1 })}T09:00`;
  return { opens: begins, closes: closes ?? `${dayOf(begins).add({ days: 1 })}T09:00` };
}

const dayOf = (time: string): Temporal.PlainDate => localDay(vilniusInstant(time));

/** A rehearsal of events: everybody proposes at once, then comes, cancels, claims and confirms when the file says. */
export const rehearsal = defineRehearsal({
  call: {
    shape: callShape,
    filled: ({
      confirmHours,
      promoteUntilHours,
      bookUntilHours,
      certificateHours,
      materialsDays,
      ...given
    }) => ({
      ...callTexts,
      staff: {
        coordinator: defaultStaff.coordinator,
        agency: defaultStaff.agency,
        finance: defaultStaff.finance,
      },
      payer: defaultPayer,
      closes: `${dayOf(given.opens).add({ days: 1 })}T09:00`,
      ...given,
      rules: { confirmHours, promoteUntilHours, bookUntilHours, certificateHours, materialsDays },
    }),
  },
  columns: () => columns,
  row: ({ email = "", ...cells }, line): Person => ({ ...cells, line, email }),
  atLeast: "an event that somebody proposes",
  check: checkPerson,
  checkAll: checkEvents,
  brings: timesOf,
  begins: ({ rows }, { id }) => rows.flatMap((row) => deedsOf(row, rows, id)),
  meets: ({ row, state }, { rows }) =>
    row?.kind === "proposes" && state === "begun"
      ? rows
          .filter(({ kind, event, attends = true }) => kind === "registers" && event === row.event && attends)
          .map((comer): Deed<Person> => ({ does: "comes in", row: comer }))
      : [],
  answer: (asked, { now }) => {
    const says = answers[asked.state];
    if (!says || !asked.row) return unanswered(asked);
    const said = says(asked.row, asked, now());
    return said && { says: said };
  },
  became: ({ row, outcome, state, seat, mails, transitions }, { certificateHours }) => ({
    row,
    kind: row.kind,
    status: row.kind === "proposes" ? (state === "refused" ? "refused" : "held") : (seat?.end ?? outcome),
    seatAt: seat?.seatAt === undefined ? "" : localMinute(seat.seatAt),
    isCertified: seat?.end === "attended" && row.teacher === true,
    certificateHours,
    mails,
    transitions,
  }),
  tells: (all) => ({ tables: [casesOf(all)] }),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});

const callTexts = {
  title: { lt: "Bendruomenės renginiai", en: "Community events" },
};

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
      ];
    }
    default:
      return [];
  }
}

const moment = (time: string) => ({ day: time.slice(0, 10), at: time.slice(11, 16) });

function planOf(row: Person): Said {
  const starts = moment(row.starts ?? "");
  const opens = row.registration_opens === undefined ? undefined : moment(row.registration_opens);
  return {
    title: row.event,
    about: inWords,
    heldOn: starts.day,
    heldFrom: starts.at,
    place: "Mokykla",
    hours: (row.hours ?? "0").replace(",", "."),
    capacity: String(row.capacity ?? 0),
    ...(opens ? { registeredFrom: opens.day, registeredAtTime: opens.at } : {}),
  };
}

const proposalOf = (row: Person): Said => ({
  fullName: row.name,
  email: row.email === "" ? `organiser-${row.line}@kelias.example` : row.email,
  school: row.school ?? "Mokykla",
  municipality: "Molėtų r.",
  town: "Molėtai",
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
    if (said === "refuse") return { outcome: "refused", reasons: inWords };
    const isAmended = file.answers.some(({ form }) => form === "amendment");
    if (said === "amend" && !isAmended) return { outcome: "amendment", reasons: inWords };
    return { outcome: "approved", ...(kind === "exchange" ? { grantCents: 20_000 } : {}) };
  },
  amendment: planOf,
  begun: () => ({}),
  materials: ({ materials: given, sort: kind = "exchange" }) =>
    given === "no"
      ? undefined
      : { summary: inWords, ...(kind === "exchange" ? { iban: defaultPayer.iban } : {}) },
  grant: (_, __, now) => ({ outcome: "paid", paidOn: localDay(Temporal.Instant.from(now)).toString() }),
};

interface PersonBecame extends Became {
  readonly row: Person;
  readonly seatAt: string;
  readonly isCertified: boolean;
  readonly certificateHours: number;
  readonly mails: number;
  readonly transitions: number;
}

/** `cases.csv`: a row a line of the file. */
function casesOf(all: readonly PersonBecame[]) {
  const hoursOf = new Map(
    all.flatMap(({ row }) => (row.kind === "proposes" ? [[row.event, row.hours ?? "0"]] : [])),
  );
  return tableOf("cases.csv", all, {
    kind: ({ row }) => row.kind,
    line: ({ row }) => row.line,
    event: ({ row }) => row.event,
    name: ({ row }) => row.name,
    status: ({ status }) => status,
    seat_at: ({ seatAt }) => seatAt,
    hours: ({ row, isCertified, certificateHours }) => {
      const held = hoursOf.get(row.event) ?? "0";
      return isCertified && Number(held) >= certificateHours ? held : undefined;
    },
    slot: () => undefined,
    mails: ({ mails }) => mails,
    transitions: ({ transitions }) => transitions,
  });
}
