import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import {
  askedAgainAt,
  askedInRound,
  comparedAs,
  comparedFigure,
  countsOf,
  finishedBy,
  roundAt,
  timesOfRound,
} from "../../../workflows/kernel/comparing.ts";

/** Of who answered what the figure is, as the specification says it (0.6, 9.2, 9.3). */
const figure = (...said: readonly (number | undefined)[]) => comparedFigure(countsOf(said));

describe("the same three questions after every form", () => {
  it("are asked in the words of the specification, from 1 to 4", () => {
    const asked = askedInRound("2027-2", { lt: "Stažuotės", en: "Internships" });
    expect(asked?.items.map(({ text, from, to }) => [text?.lt, from, to])).toEqual([
      ["Ar tai jums naudinga?", 1, 4],
      ["Ar taikote tai pamokose?", 1, 4],
      ["Ar rekomenduotumėte kolegoms?", 1, 4],
    ]);
  });

  it("come to n, a mean with two decimals and the share of 3 and 4 in per cent, both half up; what is blank is no answer", () => {
    expect(figure(1, 2, 3, 4, 4, undefined)).toEqual({ hidden: false, n: 5, mean: "2.80", agree: 60 });
    // 17/8 = 2.125, and 1/8 = 12.5 %
    expect(figure(2, 2, 2, 2, 2, 2, 2, 3)).toEqual({ hidden: false, n: 8, mean: "2.13", agree: 13 });
  });

  it("from one answer to four nothing is shown, and with none it is 0 without figures", () => {
    for (let n = 1; n < 5; n++) expect(figure(...Array<number>(n).fill(4))).toEqual({ hidden: true });
    expect(figure()).toEqual({ hidden: false, n: 0 });
    expect(figure(undefined)).toEqual({ hidden: false, n: 0 });
  });
});

describe("a round", () => {
  it("is a quarter by the days of Lithuania, and is answered to the end of the month after it", () => {
    expect(roundAt("2027-03-31T20:59:59.000Z")).toBe("2027-1");
    expect(roundAt("2027-03-31T21:00:00.000Z")).toBe("2027-2");
    expect(timesOfRound("2027-2")).toEqual({
      opensAt: "2027-03-31T21:00:00.000Z",
      closesAt: "2027-07-31T20:59:59.000Z",
    });
    expect(timesOfRound("2027-4")?.closesAt).toBe("2028-01-31T21:59:59.000Z");
    for (const none of ["2027-5", "2027", "", "2027-1x"]) expect(timesOfRound(none)).toBeUndefined();
  });

  it("asks again on the same day so many months later, or on the last of a month that has no such day", () => {
    expect(askedAgainAt("2027-05-10T12:00:00.000Z", 6)).toBe("2027-11-10T07:00:00.000Z");
    expect(askedAgainAt("2027-08-31T12:00:00.000Z", 6)).toBe("2028-02-29T07:00:00.000Z");
  });
});

describe("every process", async () => {
  const processes = await everyProcess();
  const ids = processes.map(({ id }) => id);

  it.each(processes)(
    "$id: who has gone through it ends so, and its form is one of the catalogue",
    (process) => {
      const ends = Object.values(process.states).flatMap((state) =>
        state.kind === "end" ? [state.status] : [],
      );
      for (const status of finishedBy(process)) expect(ends).toContain(status);
      expect(ids).toContain(comparedAs(process));
    },
  );

  it("each of the thirteen forms, and of those that come, asks somebody", () => {
    const asking = processes.filter(({ application, call }) => application ?? call?.read);
    const forms = new Set(asking.filter((one) => finishedBy(one).length > 0).map(comparedAs));
    expect(forms.size).toBeGreaterThanOrEqual(13);
  });
});
