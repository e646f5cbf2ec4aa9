import { describe, expect, it } from "vitest";
import { checkCall, readCallFile } from "../../../../infra/local/rehearse/call-file.ts";
import { callFile, readCall } from "../../../../workflows/foreign-internship/call.ts";
import { plainCall } from "./plain-files.ts";

const check = (call: unknown) => checkCall(JSON.stringify(call));
const { hosts } = plainCall;

describe("a call's file", () => {
  it("needs no more than the fields of the contract; who stands behind the roles is filled in", async () => {
    const read = await check(plainCall);
    if (read.outcome === "faulty") throw new Error(read.faults.join());
    const call = callFile.parse(read.value.call.given);
    expect(call).toMatchObject(plainCall);
    expect(call.reviewers.length).toBeGreaterThanOrEqual(6);
    expect(call.reviewers.every(({ school, municipality }) => !school && !municipality)).toBe(true);
    expect(call.hosts.IE?.contact.language).toBe("en");
  });

  it("is then one that the product takes as it is", async () => {
    const read = await check({ ...plainCall, lastOfferDate: "2027-04-02" });
    if (read.outcome === "faulty") throw new Error(read.faults.join());
    await expect(readCall(read.value.call.given)).resolves.toMatchObject({ id: "plain" });
  });

  it("may name its own people and title", async () => {
    const contact = { name: "Ona", email: "ona@kelias.example", language: "lt" };
    const title = { lt: "Stažuotės", en: "Internships" };
    const named = { ...plainCall, title, reviewers: [contact, contact, contact] };
    expect(await check(named)).toMatchObject({
      outcome: "read",
      value: { call: { given: { title, reviewers: [contact, contact, contact] } } },
    });
  });

  it("may begin with a byte order mark", async () => {
    expect(await checkCall(`\uFEFF${JSON.stringify(plainCall)}`)).toMatchObject({ outcome: "read" });
  });

  it.each<[string, unknown, string]>([
    ["a field that no call has", { ...plainCall, place: 3 }, "place: no such field in a call"],
    [
      "one in a host",
      { ...plainCall, hosts: { ...hosts, IE: { ...hosts.IE, city: "Dublin" } } },
      "hosts.IE.city: no such field in a call",
    ],
    ["a field left out", { ...plainCall, scoreGap: undefined }, "scoreGap: expected a number, found nothing"],
    ["a text for a number", { ...plainCall, offerDays: "7" }, "offerDays: expected a number"],
    ["another process", { ...plainCall, process: "mentoring" }, 'process: expected "foreign-internship" or '],
    [
      "a time that is none",
      { ...plainCall, opens: "11 January" },
      'opens: expected a local time such as 2027-03-01T23:59:59, found "11 January"',
    ],
    [
      "a closing before the opening",
      { ...plainCall, closes: "2027-01-11T08:59:59" },
      "closes: expected a time after opens",
    ],
    [
      "a year without known holidays",
      { ...plainCall, opens: "2007-01-11T09:00:00" },
      "opens: holidays are known from 2020",
    ],
    [
      "a country in small letters",
      { ...plainCall, places: { ie: 1 } },
      "places.ie: expected a country as two capital letters, such as IE",
    ],
    [
      "a country without a daily rate",
      { ...plainCall, dailyCents: { IE: 12000 } },
      "dailyCents.FI: expected the daily rate in cents",
    ],
    ["a country without a host", { ...plainCall, hosts: { IE: hosts.IE } }, "hosts.FI: expected a host"],
    ["no country at all", { ...plainCall, places: {} }, "places: expected at least one country"],
    [
      "a journey that ends before it starts",
      { ...plainCall, hosts: { ...hosts, IE: { ...hosts.IE, ends: "2027-05-09" } } },
      "hosts.IE.ends: expected a day not before starts (2027-05-10), found 2027-05-09",
    ],
    [
      "a day that is none",
      { ...plainCall, hosts: { ...hosts, IE: { ...hosts.IE, ends: "2027-02-30" } } },
      "hosts.IE.ends: expected a date such as 2027-03-01",
    ],
    [
      "a town that is elsewhere",
      { ...plainCall, hosts: { ...hosts, FI: { ...hosts.FI, town: "Tampre" } } },
      'hosts.FI.town: expected a town of FI, found "Tampre"; near it are Tampere',
    ],
    [
      "a country whose towns nobody knows",
      { ...plainCall, hosts: { ...hosts, US: hosts.IE } },
      "hosts.US: expected a country whose towns are known",
    ],
    [
      "a minimum score of three decimals",
      { ...plainCall, minimumScore: 60.125 },
      "minimumScore: expected points from 0 to 100 with at most two decimals, found 60.125",
    ],
    ["a list", [plainCall], "the file: expected fields by name"],
  ])("with %s is refused by the path of the field", async (_, call, fault) => {
    const read = await check(call);
    expect(read.outcome === "faulty" ? read.faults : []).toEqual([expect.stringContaining(fault)]);
  });

  it("is told all its faults at once", async () => {
    const read = await check({ ...plainCall, offerDays: 0, advancePercent: 101, travelDays: -1 });
    expect(read.outcome === "faulty" && read.faults.map((fault) => fault.split(":")[0])).toEqual([
      "offerDays",
      "advancePercent",
      "travelDays",
    ]);
  });

  it("that is no JSON, or is not there, is refused by its name", async () => {
    expect(await checkCall("{")).toMatchObject({
      outcome: "faulty",
      faults: [expect.stringContaining("expected JSON")],
    });
    expect(await readCallFile("/nowhere/call.json")).toMatchObject({
      outcome: "faulty",
      faults: [expect.stringContaining("/nowhere/call.json: cannot be read")],
    });
  });
});
