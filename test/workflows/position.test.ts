import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";

/** The choices and their Lithuanian words, as the programme has them [processes.md, 0.6]. */
const choices = {
  teacher: "Mokytojas, -a",
  support: "Švietimo pagalbos specialistas, -ė",
  head: "Mokyklos vadovas, -ė",
  kindergarten: "Ikimokyklinio ugdymo mokytojas, -a",
  founder: "Steigėjas",
  specialist: "Specialistas, -ė",
};

const asked = (await everyProcess()).filter(({ application }) => application?.fields.position);

describe("the position of whoever applies", () => {
  it("is asked in each process in which people apply to a programme", () => {
    expect(asked.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "foreign-internship",
        "national-internship",
        "national-internship-place",
        "supervision",
        "supervision-participant",
        "mini-training",
        "mini-training-participant",
        "peer-coaching",
        "peer-coaching-participant",
      ]),
    );
  });

  it.each(asked.map((process) => [process.id, process] as const))(
    "of %s is one of six",
    async (_, process) => {
      const words = await process.words.lt();
      expect(words["application.position.label"]).toBe("Pareigos");
      expect(process.application?.fields.position?.options).toEqual(Object.keys(choices));
      for (const [choice, said] of Object.entries(choices))
        expect(words[`application.position.${choice}`]).toBe(said);
    },
  );
});
