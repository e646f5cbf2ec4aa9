import { pathOf } from "../blocks/call-form/plain-call.ts";
import { always } from "../blocks/rehearsal/answers.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { tableOf } from "../blocks/rehearsal/figures.ts";
import { defaultPayer, inWords, written } from "../blocks/rehearsal/people.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { type Asked, type Deed, dayOf, type Known, type Said, unanswered } from "../kernel/rehearsal.ts";
import { faultsOfTerms } from "./call.ts";
import { countedIn, declarationsIn } from "./mentor.ts";
import { heldCheckIns, roadIn } from "./novice.ts";
import {
  callShape,
  checkPeople,
  checkPerson,
  columns,
  type Event,
  filled,
  type Person,
  type RehearsedCall,
  words,
} from "./rehearsal-file.ts";
import { daysOf, mentorIn } from "./roads.ts";

const firstCode = 100_000_000;

/** Of whoever comes from no school, or from one that lies nobody says where. */
const nowhere = "–";

/** The file says of no school in which town it lies, and nothing comes of it. */
const settlement = "Vilnius";

/** The schools of the call, and those of mentors who come from others, as the product's lists have them. */
const schoolsOf = (rows: readonly Person[], { schools }: RehearsedCall) =>
  Object.entries({
    ...Object.fromEntries(rows.map(({ school = nowhere, municipality = nowhere }) => [school, municipality])),
    ...schools,
  }).map(([name, municipality], index) => ({
    code: String(firstCode + index),
    name,
    municipality,
    settlement,
    kind: "miestas",
  }));

/** Everybody is registered before the first of them begins, also where the call says that it opens later. */
const opensFor = (rows: readonly Person[], { opens }: RehearsedCall): string =>
  [
    opens,
    ...rows.flatMap(({ starts }) => (starts === undefined ? [] : [`${dayAfter(starts, -1)}T09:00`])),
  ].toSorted()[0] ?? opens;

const principal = { principalName: "Mokyklos vadovas", principalEmail: "vadovas@mokykla.example" };

/** In the order of the file, a second after the other. */
const registers = (known: Known<Person>, call: RehearsedCall): readonly Deed<Person>[] => {
  const codes = new Map(schoolsOf(known.rows, call).map(({ name, code }) => [name, code]));
  const emails = new Map(known.rows.map(({ name, email }) => [name, email]));
  return known.rows.map((row) => ({
    does: "applies",
    row,
    to: call.id,
    at: iso(vilniusInstant(opensFor(known.rows, call)).add({ seconds: row.line })),
    values: () => ({
      registers: row.kind,
      fullName: row.name,
      email: row.email,
      position: row.position ?? "teacher",
      schoolCode: codes.get(row.school ?? nowhere),
      ...principal,
      ...(row.kind === "mentor"
        ? { years: row.years ?? 0, capacity: row.capacity ?? 0 }
        : {
            starts: row.starts,
            qualified: row.qualified,
            monthsBefore: row.months_before ?? 0,
            yearsAway: row.years_away ?? 0,
            ...(row.mentor === undefined ? {} : { mentorEmail: emails.get(row.mentor) }),
          }),
    }),
  }));
};

/** What the file has happen, on its day from ten o'clock on, a minute after the other. Before the first day nobody can say it. */
const happens = ({ rows }: Known<Person>, call: RehearsedCall): readonly Deed<Person>[] => {
  const codes = new Map(schoolsOf(rows, call).map(({ name, code }) => [name, code]));
  const accepting = new Set(rows.flatMap(({ accepts, name }) => (accepts === false ? [] : [name])));
  /** Nobody can name a mentor who has not accepted. */
  const isHeard = ({ word, name }: Event): boolean => word !== "mentor" || accepting.has(name);
  return rows.flatMap((row) => {
    const { starts = "", events: said = [] } = row;
    const coming = said.filter((one) => one.day >= starts && one.day <= call.lastDay && isHeard(one));
    const inOrder = withoutRepeating(
      coming
        .map((one, index) => ({ ...one, index }))
        .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index)),
    );
    return inOrder.map(
      ({ day, word, name, index }, at): Deed<Person> => ({
        does: "says",
        row,
        word: words[word],
        at: iso(vilniusInstant(`${day}T10:00`).add({ minutes: index })),
        number: inOrder.slice(0, at + 1).filter((one) => one.word === word).length,
        mayBeLate: true,
        values: () => {
          switch (word) {
            case "mentor":
              return { mentorEmail: rows.find((one) => one.name === name)?.email, reason: inWords };
            case "school":
              return { ...principal, newSchool: codes.get(name), reason: inWords };
            case "leave":
              return { cause: "illness" };
            case "pause":
            case "left":
              return { reason: inWords };
            case "resume":
              return {};
          }
        },
      }),
    );
  });
};

/** Whoever is on pause cannot be paused again, nor can anybody resume what goes on: such a word changes nothing, and nobody can say it. */
function withoutRepeating<E extends Event>(inOrder: readonly E[]): readonly E[] {
  let stands: Event["word"] = "resume";
  return inOrder.filter(({ word }) => {
    if (word !== "pause" && word !== "leave" && word !== "resume") return true;
    const isNew = word !== stands;
    stands = word;
    return isNew;
  });
}

/** Everybody answers at once, as it should go, unless a column says otherwise. */
type Answer = (row: Person, asked: Asked<Person>, known: Known<Person>) => Said | undefined;

const judged = (outcome = "passed"): Said =>
  outcome === "passed" ? { outcome } : { outcome, reason: written.notYet };

/** What the file says of the term that is declared, of each novice who is asked about by a number. */
function declaredNow({ file }: Asked<Person>, { rows }: Known<Person>) {
  const { term = "", novices = [] } = countedIn(file).at(-1) ?? {};
  return novices.map(({ part, name }) => ({
    part,
    said: rows.find((row) => row.name === name)?.declared?.find((one) => one.term === term),
  }));
}

const answers: Readonly<Record<string, Answer>> = {
  acceptance: ({ accepts = true }) =>
    accepts ? { outcome: "accepted", iban: defaultPayer.iban, listed: "yes" } : { outcome: "declined" },
  signing: always({ agreed: "yes" }),
  plan: always({ needs: ["knowingPupils"], goals: written.goals }),
  planAgreement: always({ outcome: "agreed" }),
  checkIn: ({ checkins = [Number.POSITIVE_INFINITY] }, { file, part }) => {
    const number = file.records.filter(({ step }) => step === "checkIn").length + 1;
    const [first = 0, ...more] = checkins;
    const isHeld = more.length > 0 ? checkins.includes(number) : number <= first;
    return { outcome: part === "mentor" || isHeld ? "held" : "missed" };
  },
  appraisal: always({ appraisal: inWords }),
  evaluation: ({ evaluation }) => judged(evaluation),
  lastEvaluation: ({ again }) => judged(again),
  declaration: (_, asked, known) => ({
    novices: declaredNow(asked, known).flatMap(({ part, said }) => (said ? [part] : [])),
  }),
  confirmation: (_, asked, known) =>
    declaredNow(asked, known).find(({ part }) => part === asked.part)?.said?.isBoth
      ? { outcome: "confirmed" }
      : undefined,
  inPlace: (_, asked, known) => ({
    novices: declaredNow(asked, known).flatMap(({ part, said }) => (said && !said.isBoth ? [part] : [])),
    looked: "yes",
  }),
  termPay: (_, asked) => ({ outcome: "paid", paidOn: dayOf(asked) }),
  recovery: (_, asked) => ({ recoveredOn: dayOf(asked) }),
};

/** A call of first years: mentors and novices, a line each. */
export const rehearsal = defineRehearsal({
  call: {
    shape: callShape,
    faults: (call) => [
      ...faultsOfTimes(call),
      ...faultsOfTerms(call.terms).map((fault) => `${pathOf(fault).join(".")}: ${fault.why}`),
    ],
    filled,
  },
  columns: () => columns,
  row: (cells, line): Person => ({ ...cells, line }),
  atLeast: "a mentor or a novice",
  check: checkPerson,
  checkAll: checkPeople,
  brings: (rows, call) => ({ schools: schoolsOf(rows, call), opens: opensFor(rows, call) }),
  begins: (known, call) => [...registers(known, call), ...happens(known, call)],
  answer: (asked, known) => {
    const answer = answers[asked.state];
    if (!asked.row || !answer) return unanswered(asked);
    const says = answer(asked.row, asked, known);
    return says && { says };
  },
  became: ({ row, outcome, state, file, hours, mails, transitions }) => {
    const road = file && roadIn(file);
    return {
      row,
      kind: row.kind,
      status: state ?? outcome,
      ...(hours === undefined ? {} : { hours }),
      mails,
      transitions,
      mentor: road && mentorIn(road)?.name,
      endsOn: road?.end?.on,
      running: road?.end && daysOf(road, "running", road.end.on),
      checkIns: file && road?.end && heldCheckIns(file),
      terms: file ? termsOf(file) : [],
    };
  },
  tells: (all) => {
    const payments = all.flatMap(({ row, terms }) => terms.map((term) => ({ ...term, mentor: row.name })));
    const paid = (name: string) =>
      payments.reduce((sum, { novice, cents }) => sum + (novice === name ? cents : 0), 0);
    const novices = all.filter(({ kind }) => kind === "novice");
    return {
      tables: [
        tableOf("cases.csv", novices, {
          novice: ({ row }) => row.name,
          status: ({ status }) => status,
          mentor: ({ mentor }) => mentor,
          ends_on: ({ endsOn }) => endsOn,
          running_days: ({ running }) => running,
          check_ins: ({ checkIns: held }) => held,
          paid_cents: ({ row, endsOn }) => (endsOn === undefined ? undefined : paid(row.name)),
        }),
        tableOf("payments.csv", payments, {
          novice: ({ novice }) => novice,
          mentor: ({ mentor }) => mentor,
          term: ({ term }) => term,
          days: ({ days }) => days,
          cents: ({ cents }) => cents,
        }),
      ],
    };
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});

/** What a mentor's case says of each novice and term. */
const termsOf = (file: Asked["file"]) => {
  const paid = declarationsIn(file);
  return countedIn(file).flatMap(({ term, novices }) =>
    novices.map(({ part, name: novice, days }) => ({
      novice,
      term,
      days,
      cents: paid.find((one) => one.term === term && one.part === part)?.cents ?? 0,
    })),
  );
};
