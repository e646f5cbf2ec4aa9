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

const applied = (await everyProcess()).filter(({ application }) => application);

describe("the position of whoever applies", () => {
  it("is asked in each process to which somebody applies", () => {
    expect(applied).not.toEqual([]);
    const without = applied.filter(({ application }) => !application?.fields.position);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it.each(applied.map((process) => [process.id, process] as const))(
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
