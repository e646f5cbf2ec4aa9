import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { type Visitor, visitor } from "./visitor.ts";

let person: Visitor;
beforeEach(async () => {
  const house = demoHouse();
  await publishCall(house, demoCall);
  person = visitor(house);
});

describe("a link with something behind it", () => {
  it.each([
    ".",
    ",",
    ")",
    ").",
    ">",
    "%20",
    "%2520",
    "%0A",
    "!",
    "?",
    ";",
    "”",
    "%E2%80%9D.",
    "%C2%A0",
    "/",
    "]",
    "…",
    "%E2%80%8B",
  ])("leads to its page without %s", async (behind) => {
    const { status, location } = await person.get(`/calls/demo${behind}`);
    if (behind === "?") expect(status).toBe(200);
    else expect({ status, location }).toEqual({ status: 303, location: "/calls/demo" });
  });

  it("is the home page with anything behind its slash", async () => {
    expect((await person.get("/")).status).toBe(200);
  });

  it("keeps what the address asks for", async () => {
    expect((await person.get("/calls/demo.?lang=en")).location).toBe("/calls/demo?lang=en");
  });

  it("to a page that there is not is nothing to be found", async () => {
    expect((await person.get("/nowhere/at-all.")).status).toBe(404);
  });

  it("never leads to another server", async () => {
    for (const path of [
      "//evil.example.",
      "/%2Fevil.example.",
      "/\\evil.example)",
      "//evil.example/calls/demo.",
    ])
      expect((await person.get(path)).location).not.toMatch(/^(\/\/|\/\\|https?:)/);
  });

  it("is not sent: a post changes nothing under another address", async () => {
    expect((await person.post("/calls/demo.", {})).status).not.toBe(303);
  });
});
