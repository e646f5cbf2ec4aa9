import { describe, expect, it } from "vitest";
import { certify } from "../../../workflows/career-transition/papers.ts";
import { careerTransition } from "../../../workflows/career-transition/process.ts";
import {
  accreditedUntil,
  beginTime,
  decideRenewal,
  registeredAs,
  renewalsOf,
  resume,
  stoodOn,
} from "../../../workflows/career-transition/standing.ts";
import type { Answer, CaseFile, InterruptionSaid, Recorded } from "../../../workflows/kernel/case-file.ts";

/** A road of somebody who is accredited, word by word, as the machine goes it [processes.md, 13.5]. */
class Road {
  private visit = 10;
  private answers: Answer[] = [];
  private records: Recorded[] = [];
  private interruptions: InterruptionSaid[] = [];
  ended: string | undefined;

  constructor(
    accreditedOn: string,
    private readonly validMonths = 12,
    private readonly listed = true,
  ) {
    this.answered("conversation", "agreed", { role: "mentor" });
    this.answered("accreditation", "accredited", { accreditedOn });
    this.begin();
  }

  get file(): CaseFile {
    return {
      ref: "case#1",
      process: "career-transition",
      language: "lt",
      application: {
        ...{ fullName: "Ona Onaitė", email: "ona@mokykla.example", school: "Gimnazija", role: "mentor" },
        ...{ municipality: "Molėtų rajono savivaldybė", experienceYears: 20, iban: "", listed: this.listed },
        ...{ principalName: "Jonas", principalEmail: "jonas@mokykla.example" },
      },
      submittedAt: "2027-02-10T08:00:00.000Z",
      answers: this.answers,
      records: this.records,
      interruptions: this.interruptions,
      diary: [],
      call: {
        ...{
          title: { lt: "", en: "" },
          opensAt: "",
          closesAt: "",
          minimumYears: 0,
          minimumScore: 0,
          scoreGap: 0,
        },
        ...{ roles: { mentor: { trainingHours: 0, places: 1 } }, supportCents: 0, supportMonths: 0 },
        ...{ validMonths: this.validMonths, renewal: { hours: 20, feedback: 4, raters: 3 }, reviewers: [] },
        staff: Object.fromEntries(
          ["coordinator", "agency", "finance", "commission"].map((role) => [
            role,
            { name: role, email: `${role}@agentura.example`, language: "lt" },
          ]),
        ),
      },
      callId: "kvietimas",
    };
  }

  private answered(form: string, outcome: string, values: Answer["values"], part?: string): void {
    this.visit += 1;
    const at = `2028-01-01T10:00:${String(this.visit % 60).padStart(2, "0")}.000Z`;
    this.answers.push({
      ...{ state: form, visit: this.visit, form, outcome, values, at, by: "" },
      ...(part === undefined ? {} : { part }),
    });
  }

  private noted(result: ReturnType<typeof decideRenewal> | ReturnType<typeof beginTime>): void {
    this.visit += 1;
    const { record, outcome } = result;
    if (record)
      this.records.push({
        state: "",
        visit: this.visit,
        step: record.id,
        outcome,
        data: record.data,
        at: "",
      });
  }

  private begin(): void {
    const begun = beginTime(this.file);
    this.noted(begun);
    if (begun.outcome !== "begun") this.ended = begun.outcome;
  }

  /** What is said about the time that ends. */
  says(word: string | undefined): this {
    if (word === "leave" || word === "stop") this.answered("renewal", word, {});
    else if (word !== undefined) {
      const [hours = 0, mean = 0, raters = 0] = word.split(":").map(Number);
      this.answered("renewal", "submitted", { hours });
      for (let rater = 1; rater <= raters; rater += 1)
        this.answered("feedback", "given", { mark: mean }, `c${rater}`);
      this.answered("renewalReview", "confirmed", { hours });
    }
    this.noted(decideRenewal(this.file));
    this.begin();
    return this;
  }

  breaks(name: string, at: string, values: InterruptionSaid["values"] = {}): this {
    this.interruptions.push({ name, at, by: "", state: "running", visit: this.visit, values });
    return this;
  }

  hears(form: string, outcome: string): this {
    this.answered(form, outcome, {});
    const [last] = this.answers.splice(-1, 1);
    if (last) this.answers.push({ ...last, at: "2030-01-01T00:00:00.000Z" });
    return this;
  }
}

describe("the time for which somebody is accredited", () => {
  it.each([
    ["2027-01-31", 1, ["2027-02-27", "2027-03-30", "2027-04-29", "2027-05-30"]],
    ["2028-02-29", 12, ["2029-02-27", "2030-02-27", "2031-02-27", "2032-02-28"]],
    ["2027-08-31", 6, ["2028-02-28", "2028-08-30", "2029-02-27", "2029-08-30"]],
    ["2027-03-01", 12, ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28"]],
  ])(
    "from %s by %d months ends on the day before, and no short month shortens the next",
    (from, months, ends) => {
      const road = new Road(from, months);
      for (const end of ends) {
        expect(accreditedUntil(road.file)).toBe(end);
        road.says("20:4:3");
      }
    },
  );

  it("is renewed by hours and by the mean, which counts only from enough schools on", () => {
    expect(new Road("2028-01-01").says("20:4:3").ended).toBeUndefined();
    const states = (word: string) => registeredAs(new Road("2028-01-01").says(word).file)[0]?.state;
    expect(states("20:4:3")).toBe("active");
    expect(states("19.99:5:3")).toBe("conditional");
    expect(states("20:3.99:3")).toBe("conditional");
    expect(states("20:1:2")).toBe("active");
  });

  it("lapses below a second time running, and a leave between does not break the running", () => {
    expect(new Road("2028-01-01").says("0:0:0").says("0:0:0").ended).toBe("lapsed");
    expect(new Road("2028-01-01").says("0:0:0").says("leave").says("0:0:0").ended).toBe("lapsed");
    const saved = new Road("2028-01-01").says("0:0:0").says("20:4:3").says("0:0:0");
    expect([saved.ended, renewalsOf(saved.file)]).toEqual([undefined, 3]);
  });

  it("is prolonged by one leave as it is, which is no renewal; a second one ends it, also later", () => {
    const road = new Road("2028-01-01").says("0:0:0").says("leave");
    expect(registeredAs(road.file)[0]).toMatchObject({ state: "conditional", until: "2030-12-31" });
    expect(renewalsOf(road.file)).toBe(1);
    expect(road.says("20:4:3").says("leave").ended).toBe("lapsed");
    expect(accreditedUntil(road.file)).toBe("2031-12-31");
  });

  it("ends with its last day where nothing is said, or that it shall", () => {
    for (const [word, status] of [
      [undefined, "lapsed"],
      ["stop", "stopped"],
    ] as const) {
      const road = new Road("2028-01-01").says(word);
      expect([road.ended, accreditedUntil(road.file), renewalsOf(road.file)]).toEqual([
        status,
        "2028-12-31",
        0,
      ]);
    }
  });

  it("stands each day as the time of that day does", () => {
    const road = new Road("2028-01-01").says("0:0:0").says("stop");
    const states = ["2027-12-31", "2028-01-01", "2028-12-31", "2029-01-01", "2029-12-31", "2030-01-01"].map(
      (day) => stoodOn(road.file, day)?.state,
    );
    expect(states).toEqual([undefined, "active", "active", "conditional", "conditional", undefined]);
  });

  it("makes a consultant, and nobody else, one who may lead what others ask for, as long as it lasts [0.5]", () => {
    const { file } = new Road("2028-01-01");
    expect(certify(file).links).toEqual([]);
    const role = (answer: Answer) =>
      answer.form === "conversation" ? { ...answer, values: { role: "consultant" } } : answer;
    expect(certify({ ...file, answers: file.answers.map(role) }).links).toMatchObject([
      { kind: "delivering", to: { email: "ona@mokykla.example" }, on: "2028-01-01" },
    ]);
    const { holds } = careerTransition.links ?? {};
    expect(["2028-01-01", "2028-12-31", "2029-01-01"].map((day) => holds?.(file, day))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("names nobody in the register who did not agree to it", () => {
    expect(stoodOn(new Road("2028-01-01", 12, false).file, "2028-06-01")).toMatchObject({ name: undefined });
    expect(stoodOn(new Road("2028-01-01").file, "2028-06-01")).toMatchObject({ name: "Ona Onaitė" });
  });

  it("ends on the day on which somebody stops, and before the day on which it is revoked", () => {
    const stopped = new Road("2028-01-01").breaks("stopped", "2028-06-15T10:00:00.000Z");
    expect(accreditedUntil(stopped.file)).toBe("2028-06-15");
    const revoked = new Road("2028-01-01").breaks("revoked", "2028-06-15T22:30:00.000Z");
    // It is the 16th in Vilnius by then.
    expect(accreditedUntil(revoked.file)).toBe("2028-06-15");
    expect(accreditedUntil(revoked.hears("revocationAppeal", "dismissed").file)).toBe("2028-06-15");
    expect(accreditedUntil(revoked.hears("revocationAppeal", "upheld").file)).toBe("2028-12-31");
  });

  it("goes on under a corrected name, and where it stood", () => {
    const road = new Road("2028-01-01").breaks("corrected", "2028-03-01T10:00:00.000Z", {
      fullName: "Ona Petraitienė",
      municipality: "Vilniaus miesto savivaldybė",
    });
    expect(registeredAs(road.file)[0]).toMatchObject({ holder: "Ona Petraitienė" });
    expect(resume(road.file).outcome).toBe("open");
  });
});
