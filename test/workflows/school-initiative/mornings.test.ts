import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { CaseFile, Recorded } from "../../../workflows/kernel/case-file.ts";
import type { Entry } from "../../../workflows/kernel/entry.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { iso } from "../../../workflows/kernel/facts/instants.ts";
import { points } from "../../../workflows/kernel/score.ts";
import type { StepResult, StepRun } from "../../../workflows/kernel/step-result.ts";
import { selection } from "../../../workflows/school-initiative/call.ts";
import {
  closeReserve,
  nextLook,
  publishRanking,
  rankApplications,
  refillPlaces,
} from "../../../workflows/selection-call/rules.ts";
import { type Money, type Outcome, outcomesOf, type School } from "./model.ts";

const published = "2027-03-10T07:00:00.000Z";

/** How many days after the publication. */
const morningOf = (instant: string): number =>
  localDay(Temporal.Instant.from(published)).until(localDay(Temporal.Instant.from(instant))).days;

/** A call whose machine looks whenever somebody nudges it and whenever it wanted to look; every school answers at once. */
class Call {
  #entries: readonly Entry[];
  #records: readonly Recorded[] = [];
  #now = published;
  readonly #terms: CaseFile["call"];
  readonly #schools: ReadonlyMap<string, School>;

  constructor(schools: readonly School[], { ruralBonus, ...money }: Money) {
    this.#terms = { closesAt: "2027-02-28T21:59:59.000Z", scoreGap: 20, ...money };
    this.#schools = new Map(schools.map((school) => [`case#${school.name}`, school]));
    this.#entries = schools.map(({ name, score, rural, requestedCents, submittedAt }) => ({
      ref: `case#${name}`,
      state: "awaitingRanking",
      ended: false,
      submittedAt,
      bid: {
        score: points(score),
        bonus: points(rural ? ruralBonus : 0),
        applicant: name,
        rural,
        submittedAt,
        requestedCents,
      },
    }));
  }

  get #file(): CaseFile {
    return {
      ref: "call#demo",
      process: "selection-call",
      language: "lt",
      application: {},
      submittedAt: "2027-01-01T00:00:00.000Z",
      answers: [],
      records: this.#records,
      interruptions: [],
      diary: [],
      call: this.#terms,
      callId: "demo",
      entries: this.#entries,
      selects: selection,
    };
  }

  /** Does a step as the product does: what it decides is written down, and whoever gets an offer answers it at once. */
  #does(step: StepRun<string>): StepResult<string> {
    const result = step(this.#file, this.#now);
    const { outcome, record, decisions = [] } = result;
    const [visit, state] = [this.#records.length + 1, outcome];
    this.#records = [
      ...this.#records,
      { state, visit, outcome, step: record?.id ?? state, data: record?.data ?? {}, at: this.#now },
    ];
    const made = new Map(decisions.map((one) => [one.ref, one]));
    this.#entries = this.#entries.map((entry) => {
      const word = made.get(entry.ref);
      return word ? this.#heard({ ...entry, decision: word.decision ?? entry.decision }, word.signal) : entry;
    });
    return result;
  }

  #heard(entry: Entry, signal: string | undefined): Entry {
    switch (signal) {
      case "offered":
        return this.#answered({ ...entry, state: "offer" });
      case "reserve":
        return { ...entry, state: "onReserveList" };
      case "rejected":
      case "closed":
        return { ...entry, state: signal === "closed" ? "reserve" : signal, ended: true, endedAt: this.#now };
      default:
        return entry;
    }
  }

  #answered(entry: Entry): Entry {
    switch (this.#schools.get(entry.ref)?.offer) {
      case "accept":
        return { ...entry, state: "agreement" };
      case "decline":
        return { ...entry, state: "declined", ended: true, endedAt: this.#now };
      default:
        return entry;
    }
  }

  /** Whose time is up ends so by itself. */
  #expire(): void {
    this.#entries = this.#entries.map((entry) => {
      const { expiresAt } = selection.decisionIn(entry.decision) ?? {};
      return entry.state === "offer" && expiresAt !== undefined && expiresAt < this.#now
        ? { ...entry, state: "expired", ended: true, endedAt: this.#now }
        : entry;
    });
  }

  /** To the end of the reserve list; `nudges` are minutes after a look at which it looks again though nothing has come. */
  play(nudges: number): ReadonlyMap<string, Outcome> {
    this.#does(rankApplications);
    this.#does(publishRanking);
    for (let looks = 0; looks < 400; looks += 1) {
      if (this.#does(refillPlaces).outcome === "over") {
        this.#does(closeReserve);
        return this.#outcomes();
      }
      const next = nextLook(this.#file, this.#now);
      const nudged = iso(Temporal.Instant.from(this.#now).add({ minutes: nudges }));
      this.#now = looks % 2 === 0 && nudged < next ? nudged : next;
      this.#expire();
    }
    throw new Error("the list is never over");
  }

  #outcomes(): ReadonlyMap<string, Outcome> {
    return new Map(
      this.#entries.map(({ ref, state, decision }) => {
        const { cents, madeAt } = selection.decisionIn(decision) ?? {};
        // An offer may still be open when nobody waits any more; it runs out by itself.
        const status = { agreement: "accepted", offer: "expired" }[state] ?? state;
        return [ref.slice("case#".length), outcomeOf(status, cents, madeAt)];
      }),
    );
  }
}

function outcomeOf(state: string, cents: number | undefined, madeAt: string | undefined): Outcome {
  const status = (["accepted", "declined", "expired", "reserve", "rejected"] as const).find(
    (known) => known === state,
  );
  if (!status) throw new Error(`a school stands at ${state}`);
  return {
    status,
    ...(cents === undefined ? {} : { grantedCents: cents }),
    ...(madeAt === undefined ? {} : { morning: morningOf(madeAt) }),
  };
}

const school = (name: string, score: number, euros: number, offer: School["offer"] = "accept"): School => ({
  name,
  score,
  rural: false,
  requestedCents: euros * 100,
  submittedAt: "2027-02-01T10:00:00Z",
  offer,
});

const money: Money = {
  budgetCents: 100_000,
  partialFloorPercent: 50,
  offerDays: 7,
  minimumScore: 60,
  ruralBonus: 5,
};

const played = (schools: readonly School[], more: Partial<Money> = {}) =>
  Object.fromEntries(new Call(schools, { ...money, ...more }).play(90));

describe("money that is given on mornings", () => {
  it("goes whole to the first of the order on the day of publication, and in part the morning after to who stands on the line", () => {
    expect(played([school("a", 90, 600), school("b", 80, 700), school("c", 70, 100)])).toEqual({
      a: { status: "accepted", grantedCents: 60_000, morning: 0 },
      b: { status: "accepted", grantedCents: 40_000, morning: 1 },
      c: { status: "reserve" },
    });
  });

  it("is not parted while an offer is open: who may still refuse could make it whole", () => {
    expect(played([school("a", 90, 600, "silent"), school("b", 80, 700)])).toEqual({
      a: { status: "expired", grantedCents: 60_000, morning: 0 },
      b: { status: "accepted", grantedCents: 70_000, morning: 8 },
    });
  });

  it("that is refused is free the next morning, and goes on in whole", () => {
    expect(played([school("a", 90, 900, "decline"), school("b", 80, 700)])).toEqual({
      a: { status: "declined", grantedCents: 90_000, morning: 0 },
      b: { status: "accepted", grantedCents: 70_000, morning: 1 },
    });
  });

  it("passes nobody over: below the floor nobody gets anything any more", () => {
    expect(played([school("a", 90, 600), school("b", 80, 900), school("c", 70, 100)])).toMatchObject({
      b: { status: "reserve" },
      c: { status: "reserve" },
    });
  });

  it("comes out as the rules say, whatever schools ask for and answer, and whenever the call is looked at", () => {
    const schools = fc
      .array(
        fc.record({
          score: fc.integer({ min: 55, max: 70 }),
          rural: fc.boolean(),
          requestedCents: fc.integer({ min: 1, max: 60_000 }),
          submittedAt: fc.constantFrom("2027-02-01T10:00:00Z", "2027-02-02T10:00:00Z"),
          offer: fc.constantFrom<School["offer"]>("accept", "accept", "decline", "silent"),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .map((rows) => rows.map((row, index) => ({ ...row, name: `s${String(index).padStart(2, "0")}` })));
    const terms = fc.record({
      budgetCents: fc.integer({ min: 0, max: 150_000 }),
      partialFloorPercent: fc.integer({ min: 1, max: 100 }),
      offerDays: fc.integer({ min: 1, max: 9 }),
      minimumScore: fc.constant(60),
      ruralBonus: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(schools, terms, fc.integer({ min: 1, max: 3000 }), (rows, said, nudges) => {
        expect(new Call(rows, said).play(nudges)).toEqual(outcomesOf(rows, said));
      }),
      { numRuns: 150 },
    );
  });
});
