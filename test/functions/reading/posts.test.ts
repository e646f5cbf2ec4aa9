import { describe, expect, it } from "vitest";
import { postIn, postsOf } from "../../../functions/reading/posts.ts";
import { wordsOf } from "../../../functions/reading/process-words.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { everyExample } from "../../examples.ts";

/** What every process asks of whoever applies [processes.md, 0.6]. */
const positions = {
  teacher: "Mokytojas, -a",
  support: "Švietimo pagalbos specialistas, -ė",
  head: "Mokyklos vadovas, -ė",
  kindergarten: "Ikimokyklinio ugdymo mokytojas, -a",
  founder: "Steigėjas",
  specialist: "Specialistas, -ė",
};

const named = async (
  process: Parameters<typeof postsOf>[0] & { readonly id: string },
  language: "lt" | "en",
) => postsOf(process, await wordsOf(process.id, { language }), await uiIn(language));

/** Whom a call names itself applies with nothing. */
const asking = (await everyExample())
  .filter(({ process }) => process.application !== undefined)
  .map(({ process }) => ({ id: process.id, process }));

describe("as what applicants work", () => {
  it.each(asking)("is asked by $id, in both languages", async ({ process }) => {
    expect(Object.fromEntries(await named(process, "lt"))).toEqual(positions);
    const english = await named(process, "en");
    expect([...english.keys()]).toEqual(Object.keys(positions));
    expect(postIn(english, "head")).toBe("Head of a school");
  });

  it("is nothing where a process takes no applications, and stands as it was given where it is of another form", async () => {
    const [call] = (await everyProcess()).filter(({ id }) => id === "selection-call");
    if (!call) throw new Error("no process");
    const none = await named(call, "lt");
    expect(none.size).toBe(0);
    expect(postIn(none, "pilot")).toBe("pilot");
  });
});
