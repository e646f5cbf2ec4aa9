import { describe, expect, it } from "vitest";
import { BadName, namesOf } from "../../../infra/new/names.ts";

const taken = ["supervision", "supervision-group", "peer-coaching"];
const said = (typed: string, people = {}) => {
  try {
    return namesOf(typed, people, taken);
  } catch (error) {
    if (error instanceof BadName) return error.message;
    throw error;
  }
};

describe("the name of a new process", () => {
  it("is said once, and is a variable in code and a name to people", () => {
    expect(said("reading-club-2")).toEqual({
      id: "reading-club-2",
      variable: "readingClub2",
      lt: "„reading-club-2“",
      en: "Reading club 2",
    });
    expect(said("reading-club", { lt: "Skaitymo klubas", en: "Reading club" })).toMatchObject({
      lt: "Skaitymo klubas",
      en: "Reading club",
    });
  });

  it.each(["", "Reading", "reading_club", "2-clubs", "a--b", "club-", "../x", "ąžuolas", "a".repeat(41)])(
    "is refused where nothing can be called so: %s",
    (typed) => {
      expect(said(typed)).toContain("cannot be the name of a process: expected small letters");
    },
  );

  it.each(["kernel", "blocks", "process", "function"])(
    "is refused where it means something else: %s",
    (typed) => {
      expect(said(typed)).toContain("call the process by two words");
    },
  );

  it("is refused where there is such a process, or where it would be looked for in another one's folder", () => {
    expect(said("supervision")).toContain("there is a process");
    expect(said("peer-coaching-pair")).toContain('the folder of "peer-coaching"');
    expect(said("peer-coaching-in-pairs")).toMatchObject({ id: "peer-coaching-in-pairs" });
  });

  it.each(["", "{name}", "a\nb", '"', "<b>", "x".repeat(81), "#1"])("is not shown to people as %j", (lt) => {
    expect(said("reading-club", { lt })).toContain("cannot be shown as a name");
  });
});
