import { inPieces } from "../../../functions/adapters/in-pieces.ts";
import { headOfCall } from "../../../functions/calls/open.ts";
import { keepSchools } from "../../../functions/calls/schools.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import { entryItem, headItem, taskItem } from "../../../functions/store/items.ts";
import { entryKey, headKey, refOfCase, taskKey } from "../../../functions/store/keys.ts";
import { processOf } from "../../../workflows/catalogue.ts";
import { type School, schoolsOfCall } from "../../../workflows/kernel/facts/schools.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { played } from "../../conformance/played.ts";
import { everyExample } from "../../examples.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { memoryTable } from "../memory-table.ts";

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const staff = { coordinator: contact("coordinator"), agency: contact("agency") };
const leaders = { trainer: contact("trainer"), coach: contact("coach"), supervisor: contact("supervisor") };
const parent = { ref: "case#parent", callId: "parent" };
const title = { lt: "Didelis kvietimas", en: "A large call" };
const closed = { title, opensAt: "2027-01-04T06:00:00Z", closesAt: "2027-01-31T21:59:59Z", staff };

const idOf = (number: number): string => `4f9c2d1e-0000-4000-8000-${String(number).padStart(12, "0")}`;
const refOfNumber = (number: number): string => refOfCase(idOf(number));

/** A place at a school, as its case publishes it. */
const place = (number: number) => ({
  id: refOfNumber(number),
  school: `Šilutės r. ${number}-oji gimnazija`,
  municipality: "Šilutės rajono savivaldybė",
  town: "Šilutė",
  method: "Tyrinėjimais grįstas mokymas",
  offers: "Stebi pamokas, veda savo ir kalbasi apie jas su mokytojais. ".repeat(3),
  starts: "2027-05-03",
  ends: "2027-05-07",
  capacity: 1,
  contact: contact(`kuratore-${number}`),
});

/** A teacher who wants to go to five of the places; the first is everybody's. */
const intern = (number: number, cases: number) => ({
  name: `Mokytoja Žemaitė ${number}`,
  school: `Utenos ${number}-oji progimnazija`,
  municipality: "Utenos rajono savivaldybė",
  years: 8 + (number % 30),
  shares: "Kaip vertinti kaupiamuoju balu ir kaip apie tai kalbėtis su mokiniais.",
  wishes: [0, 1, 7, 31, 97].map((step) => refOfNumber(step === 0 ? 0 : (number + step) % cases)),
  lost: [],
});

/** One in three creates, with room for four schools; each school names five of them. */
const creatorOrSchool = (number: number, cases: number) =>
  number % 3 === 0
    ? {
        kind: "creates",
        name: `Studija ${number}`,
        contact: contact(`kureja-${number}`),
        fields: ["dailė"],
        municipalities: ["Šilutės rajono"],
        capacity: 4,
        order: [],
      }
    : {
        kind: "wishes",
        name: `Šilutės r. ${number}-oji mokykla`,
        fields: ["dailė"],
        municipality: "Šilutės rajono",
        rural: number % 2 === 0,
        pupils: 20 + (number % 9),
        sessions: 5,
        order: [0, 3, 21, 93, 291].map(
          (step) => `Studija ${step === 0 ? 0 : (number - (number % 3) + step) % cases}`,
        ),
      };

interface Large {
  readonly application: string;
  readonly data: (cases: number) => Readonly<Record<string, unknown>>;
  readonly bid?: (number: number, cases: number) => unknown;
  readonly state?: string;
  readonly answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly words?: Readonly<Record<string, (cases: number) => Readonly<Record<string, unknown>>>>;
}

const group = (application: string): Large => ({
  application,
  data: () => ({
    ...closed,
    staff: { ...staff, ...leaders },
    parent,
    school: "Utenos gimnazija",
    capacity: 20,
    minimum: 8,
    hours: 4,
  }),
  bid: (number) => ({ name: `Mokytoja ${number}`, school: "Utenos gimnazija" }),
  answers: {
    meetingPlan: { day1: "2027-03-01", day2: "2027-03-08", at: "15:00", place: "Utena" },
    attendance: { present: [refOfNumber(0)], day: "2027-03-02", at: "16:00" },
    tooFew: { reason: "Per mažai norinčių." },
    closing: { madeUp: [] },
  },
  words: {
    calledOff: () => ({ reason: "Nebevyksta." }),
    meetingMoved: () => ({ day: "2027-03-03", at: "16:00" }),
  },
});

/** By the process of the call: what it says, what its cases bring, and what was said to it. Of any other its example says it. */
const largeCalls: Readonly<Record<string, Large>> = {
  "selection-call": {
    application: "foreign-internship",
    data: (cases) => ({
      ...demoCall,
      ...closed,
      places: { IE: Math.round(cases / 5), FI: Math.round(cases / 5) },
      lastStart: "2027-05-03",
    }),
    bid: (number) => ({
      score: points(60 + (number % 40)),
      applicant: `Mokytoja Žemaitė ${number}`,
      travelledBefore: number % 5 === 0,
      rural: number % 3 === 0,
      submittedAt: `2027-01-10T08:00:${String(number % 60).padStart(2, "0")}Z`,
      preferences: ["FI", "IE"],
    }),
    words: { calledOff: () => ({ reason: "Nebevyksta." }), adopted: () => ({ changes: "minimum=50" }) },
  },
  "standing-call": {
    application: "mini-training",
    data: () => closed,
    words: { calledOff: () => ({ reason: "Nebevyksta." }) },
  },
  "national-internship-matching": {
    application: "national-internship",
    data: (cases) => ({
      ...closed,
      parent,
      places: Array.from({ length: cases }, (_, number) => place(number)),
      lastStart: "2027-05-03T05:00:00Z",
    }),
    bid: intern,
    words: {
      calledOff: () => ({ reason: "Nebevyksta." }),
      placeFallen: () => ({ place: refOfNumber(0), reason: "Mokykla uždaroma." }),
    },
  },
  "national-internship-register": {
    application: "national-internship-place",
    data: () => ({ ...closed, closesAt: "2027-12-31T21:59:59Z" }),
    state: "published",
    bid: place,
    words: {
      calledOff: () => ({ reason: "Nebevyksta." }),
      announced: (cases) => ({
        titleLt: "Stažuotės",
        titleEn: "Internships",
        closes: "2027-03-01",
        places: Array.from({ length: cases }, (_, number) => refOfNumber(number)),
      }),
    },
  },
  "creative-partnership-call": {
    application: "creative-partnership",
    data: (cases) => ({
      ...closed,
      budgetCents: cases * 10_000,
      rules: {
        ...{
          fields: [{ field: "dailė" }],
          choices: 5,
          sessionCents: 12_000,
          materialsCents: 300,
          acceptDays: 5,
        },
        ...{ firstSession: "2027-03-01", feedbackDays: 10, feedbackMinimum: 5, resultDays: 30 },
        assessors: [contact("vertintoja"), contact("vertintojas")],
      },
    }),
    state: "inPool",
    bid: creatorOrSchool,
    words: { calledOff: () => ({ reason: "Nebevyksta." }) },
  },
  "mini-training-group": group("mini-training-participant"),
  "peer-coaching-group": group("peer-coaching-participant"),
  "supervision-group": group("supervision-participant"),
};

/** As many schools as are asked for, each with a code of its own, where a call brings a list. */
const schoolsFor = (cases: number, schools: readonly School[]): readonly School[] =>
  Array.from({ length: Math.max(cases, schools.length) }, (_, number) => number).flatMap((number) =>
    schools
      .slice(number % schools.length, (number % schools.length) + 1)
      .map((school) => ({ ...school, code: String(190_000_000 + number) })),
  );

/** A call as the example of whoever is called by it makes it, with cases that bring in turn what the example's brought. */
async function exampleOf(processId: string): Promise<Large> {
  const example = (await everyExample()).find(({ process }) => process.call?.process === processId);
  const read = example?.process.call?.read;
  if (!example || !read) throw new Error(`say what a large call of ${processId} is`);
  const { data } = await read(example.part.cast.given);
  const bids: unknown[] = [];
  await played(example, async (_, all) => {
    for (const { process, file } of all)
      if (process.id === example.id && file.entry?.bid !== undefined) bids.push(file.entry.bid);
  });
  const schools = schoolsOfCall.safeParse(data.schools).data;
  return {
    application: example.id,
    data: (cases) => ({ ...data, ...(schools ? { schools: schoolsFor(cases, schools) } : {}) }),
    bid: (number) => bids[number % bids.length],
    words: { calledOff: () => ({ reason: "Nebevyksta." }) },
  };
}

const callId = "didelis";

/** A call of so many cases, as data, on a table whose items can be looked at as they are stored. */
export async function openLargeCall(processId: string, cases: number) {
  const large = largeCalls[processId] ?? (await exampleOf(processId));
  const stored = memoryTable();
  const house = { ...demoHouse("2027-02-10T08:00:00.000Z"), table: inPieces(stored) };
  const process = await processOf(processId);
  const now = house.clock.now();
  const opened = { id: callId, applicationProcess: large.application, data: large.data(cases) };
  const head = { ...(await headOfCall(opened, now)), process: processId };
  await keepSchools(house.table, callId, opened.data);
  await house.table.put(head);
  for (let number = 0; number < cases; number++) {
    await house.table.put(
      entryItem.parse({
        ...entryKey(callId, refOfNumber(number)),
        ref: refOfNumber(number),
        state: large.state ?? "awaitingRanking",
        ended: false,
        submittedAt: "2027-01-10T08:00:00Z",
        bid: large.bid?.(number, cases),
      }),
    );
  }
  for (const [form, values] of Object.entries(large.answers ?? {})) {
    const key = taskKey(head.pk, 1, form);
    const said = { form, values, outcome: "said", status: "answered", closedAt: now, openedAt: now };
    await house.table.put(
      taskItem.parse({ ...key, kind: "ask", state: form, visit: 1, token: "t", arm: 0, ...said }),
    );
  }
  return { house, stored, process, head, words: large.words ?? {} };
}

type Opened = Awaited<ReturnType<typeof openLargeCall>>;

/** Does a step of the call's process as its machine has it done, with the word before it that leads there; returns what the machine is told. */
export async function stepOf(
  { house, process, head, words }: Opened,
  state: string,
  visit: number,
  cases: number,
) {
  const said = wordBefore(process, state);
  if (said !== undefined) {
    const values = words[said]?.(cases) ?? {};
    const at = house.clock.now();
    const stored = headItem.parse(await house.table.get(headKey(head.pk)));
    const word = {
      name: said,
      at,
      by: "coordinator@agency.example",
      state: "open",
      visit: visit - 1,
      values,
    };
    const interruptions = [...stored.interruptions, word];
    const heard = { interruptions, interrupted: interruptions.length, heard: interruptions.length };
    await house.table.change(headKey(head.pk), { set: heard });
  }
  const at = { ref: head.pk, state, visit, counts: true };
  return runStep(house)(at, { ...lambdaContext, getRemainingTimeInMillis: () => 900_000 });
}

const wordBefore = ({ interruptions }: Process, state: string): string | undefined =>
  Object.entries(interruptions).find(([, { to }]) => to === state)?.[0];
