import { describe, expect, it } from "vitest";
import { everyProcess, isProcess, processIds, processOf } from "../../workflows/catalogue.ts";

describe("the catalogue of processes", () => {
  it("lists each process by the id that it gives itself", async () => {
    expect((await everyProcess()).map(({ id }) => id)).toEqual(processIds);
  });

  it("gives the same process however often it is asked for", async () => {
    expect(await processOf("supervision")).toBe(await processOf("supervision"));
  });

  it.each(["stazuote", "", "constructor", "__proto__", undefined, 7])("knows no process %s", async (id) => {
    expect(isProcess(id)).toBe(false);
    await expect(processOf(String(id))).rejects.toThrow("no process is called");
  });
});
