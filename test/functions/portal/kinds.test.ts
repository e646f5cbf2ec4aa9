import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { demoHouse } from "../demo-house.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let guest: Visitor;
beforeEach(async () => {
  const house = demoHouse("2027-02-10T08:00:00.000Z");
  guest = visitor({ ...house, keepLines: async () => undefined });
  for (const { id, rehearsal } of await everyProcess()) {
    if (id !== "career-transition" && id !== "school-initiative") continue;
    const example = await (await rehearsal?.())?.example();
    const read = await (await rehearsal?.())?.read({ ...example?.call, id }, await processNamed(id));
    if (read?.outcome !== "read") throw new Error(`the example of ${id} cannot be read`);
    await publishCall(house, read.call.given);
  }
});

const processNamed = async (id: string) => {
  const found = (await everyProcess()).find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

/** An internship in Lithuania is applied for in calls that a register of places opens; it is looked for as any other kind. */
const kinds = (await everyProcess()).filter(({ id, call }) => call?.read || id === "national-internship");

describe("the public side", () => {
  it("says on its first page what is open for whom, in the reader's language", async () => {
    const { text, body } = await guest.get("/?lang=en");
    expect(text).toContain("For teachers and other people");
    expect(text).toContain("For schools and other institutions");
    expect(body).toContain(`href="${paths.kinds()}"`);
  });

  it.each(kinds.map(({ id }) => id))(
    "has a page of %s: what it is, for whom, how long, and its road in words and as a picture",
    async (id) => {
      expect((await guest.get(paths.kinds())).body).toContain(paths.kind(id));
      const { status, body } = await guest.get(`${paths.kind(id)}?lang=en`);
      expect(status).toBe(200);
      for (const said of ["For whom", "How long it takes", "The road step by step"])
        expect(body).toContain(said);
      const stops = [...body.matchAll(/<li>([^<]+)<\/li>/gu)].map(([, stop = ""]) => stop);
      expect(stops.length).toBeGreaterThan(1);
      expect(body.match(/<circle/g)?.length).toBe(stops.length);
    },
  );

  it("leads from a kind to its calls, and says so where there is none", async () => {
    expect((await guest.get(`${paths.kind("career-transition")}?lang=en`)).body).toContain(
      paths.call("career-transition"),
    );
    expect((await guest.get(`${paths.kind("first-year")}?lang=en`)).text).toContain(
      "There is no call at the moment",
    );
    expect((await guest.get(paths.kind("nobody"))).status).toBe(404);
    expect((await guest.get(paths.kind("supervision-group"))).status).toBe(404);
  });

  it.each([paths.contacts(), paths.privacy(), paths.accessibility()])(
    "has %s, to which every page leads",
    async (path) => {
      expect((await guest.get("/library")).body).toContain(`href="${path}"`);
      expect((await guest.get(path)).status).toBe(200);
    },
  );
});
