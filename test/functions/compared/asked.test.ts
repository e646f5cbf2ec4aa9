import { expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { compare, comparedPlaces } from "../../../functions/compared/figures.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { endCase } from "../../../functions/steps/end-case.ts";
import { headKey } from "../../../functions/store/keys.ts";
import { demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { visitor } from "../web/visitor.ts";

const ended = "2027-05-20T09:00:00.000Z";

/** Mails keep no pace here. */
const atOnce = { now: () => 0, wait: async () => undefined };

/** Somebody in a call that asks again after so many months; without a number it asks nothing. */
async function playing(followUpMonths?: number) {
  const house = demoHouse();
  await publishCall(house, { ...demoCall, ...(followUpMonths === undefined ? {} : { followUpMonths }) });
  const sweep = async (at: string) => {
    house.at(at);
    house.sent.splice(0);
    await sweeper(house, { timer: atOnce })({}, lambdaContext);
    return house.sent.filter(({ text }) => text.includes("/a/"));
  };
  /** Somebody applies, and a while later the road ends with a status. */
  const end = async (name: string, status: string) => {
    house.at("2027-01-10T08:00:00.000Z");
    const email = `${name}@mokykla.example`;
    const said = { ...demoApplication, fullName: name, email };
    const stored = await submitApplication(house, {
      callId: "demo",
      language: "lt",
      raw: said,
      draftId: name,
    });
    if (stored.outcome !== "stored") throw new Error(stored.outcome);
    const { ref } = stored;
    house.at(ended);
    await endCase(house)({ ref, state: status, visit: 9, status }, lambdaContext);
    return ref;
  };
  return { house, sweep, end };
}

const linkIn = ({ text }: { readonly text: string }): string =>
  /https:\/\/kelias\.example(\/a\/\S+)/.exec(text)?.[1] ?? "";

it("whoever has gone through is asked at the end and again after the call's months, once each, by a link that names nobody", async () => {
  const { end, sweep } = await playing(6);
  await end("Ona", "completed");
  await end("Jonas", "rejected");
  const [first, ...others] = await sweep("2027-05-20T09:01:00.000Z");
  expect([first?.to, others]).toEqual(["Ona@mokykla.example", []]);
  expect(await sweep("2027-11-20T06:59:00.000Z")).toEqual([]);
  const [again, ...rest] = await sweep("2027-11-20T07:01:00.000Z");
  expect([again?.to, rest]).toEqual(["Ona@mokykla.example", []]);
  expect(linkIn(first ?? { text: "" })).toMatch(/^\/a\/~2027-2\/demo\/end\/[\w-]{22}$/);
  expect(linkIn(again ?? { text: "" })).toMatch(/^\/a\/~2027-4\/demo\/later\/[\w-]{22}$/);
  expect(await sweep("2029-01-01T00:00:00.000Z")).toEqual([]);
});

it("whoever was erased meanwhile is asked nothing more", async () => {
  const { end, sweep, house } = await playing(6);
  const ref = await end("Ona", "completed");
  await sweep("2027-05-20T09:01:00.000Z");
  const erased = { at: ended, by: "operator", reason: "asked for it" };
  await house.table.change(headKey(ref), { set: { erased } });
  expect(await sweep("2027-11-20T07:01:00.000Z")).toEqual([]);
});

it("a call that does not say after how many months asks nothing", async () => {
  const { end, sweep, house } = await playing();
  await end("Ona", "completed");
  expect(await sweep("2027-05-20T09:01:00.000Z")).toEqual([]);
  expect(house.table.all().some(({ sk }) => sk === "asking")).toBe(false);
});

it("an answer stands without a name; at the close of the quarter key and codes are gone, and a form's figures are there", async () => {
  const { end, sweep, house } = await playing(6);
  for (const name of ["A", "B", "C", "D", "E", "F"]) await end(name, "completed");
  const mails = await sweep("2027-05-20T09:01:00.000Z");
  expect(mails).toHaveLength(6);
  house.at("2027-05-21T09:00:00.000Z");
  const somebody = visitor(house);
  const links = mails.map(linkIn);
  for (const [index, link] of links.slice(0, 5).entries()) {
    const page = await somebody.get(`${link}?lang=lt`);
    expect(page.text).toContain("Ar taikote tai pamokose?");
    const said = { "item.useful": String(1 + (index % 4)), "item.applied": index === 0 ? "" : "4" };
    expect((await somebody.post(link, { ...said, "item.recommended": "3" })).status).toBe(303);
    expect((await somebody.post(link, { ...said, "item.recommended": "3" })).status).toBe(409);
  }
  expect(compare(await comparedPlaces(house), ["foreign-internship"])).toEqual([]);
  // The month after the quarter still counts to its end.
  expect((await somebody.get(links[5] ?? "")).status).toBe(200);
  await sweep("2027-07-31T21:02:00.000Z");
  expect((await somebody.get(links[5] ?? "")).status).toBe(410);
  const left = JSON.stringify(house.answers.all());
  expect(left).not.toContain('"key"');
  for (const link of links) expect(left).not.toContain(link.slice(-22));
  expect(left).not.toContain("2027-05-21");
  expect(house.answers.all().map(({ school, group }) => `${school} ${group}`)).toEqual(
    Array<string>(5).fill("demo end"),
  );
  // 1, 2, 3, 4 and 1 for the first; four answers are too few to be shown; five times 3.
  expect(compare(await comparedPlaces(house), ["foreign-internship"])).toEqual([
    {
      form: "foreign-internship",
      moment: "end",
      figures: {
        useful: { hidden: false, n: 5, mean: "2.20", agree: 40 },
        applied: { hidden: true },
        recommended: { hidden: false, n: 5, mean: "3.00", agree: 100 },
      },
    },
    {
      form: "foreign-internship",
      moment: "later",
      figures: {
        useful: { hidden: false, n: 0 },
        applied: { hidden: false, n: 0 },
        recommended: { hidden: false, n: 0 },
      },
    },
  ]);
  expect((await comparedPlaces(house)).map(({ asked, answered }) => [asked, answered])).toEqual([[6, 5]]);
});

it("what failed half-way is done again in the round in which it was begun, and nobody is asked twice", async () => {
  const { end, sweep, house } = await playing(6);
  house.at(ended);
  await end("Ona", "completed");
  house.mailSays("outage");
  expect(await sweep("2027-06-30T20:58:00.000Z")).toEqual([]);
  house.mailSays("sent");
  const [mail, ...others] = await sweep("2027-06-30T21:30:00.000Z");
  expect(others).toEqual([]);
  expect(linkIn(mail ?? { text: "" })).toContain("/~2027-2/");
  expect((await visitor(house).get(linkIn(mail ?? { text: "" }))).status).toBe(200);
});
