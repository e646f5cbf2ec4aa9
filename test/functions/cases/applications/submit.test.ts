import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { submitApplication } from "../../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../../functions/events/sweeper.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../../demo-house.ts";
import { lambdaContext } from "../../lambda-context.ts";

describe("submitting an application", () => {
  let house: DemoHouse;
  const submit = (raw: unknown = demoApplication, draftId = "draft-1") =>
    submitApplication(house, { callId: "demo", language: "lt", raw, draftId });

  const sweep = () => sweeper(house)({}, lambdaContext);

  beforeEach(async () => {
    house = demoHouse();
    await publishCall(house, demoCall);
  });

  it("stores the application before it says so", async () => {
    const submitted = await submit();
    expect(submitted.outcome).toBe("stored");
    const stored = house.table
      .all()
      .find((item) => item.sk === "head" && String(item.pk).startsWith("case#"));
    expect(stored?.application).toMatchObject({
      fullName: "Austėja Žukauskaitė",
      iban: "LT121000011101001000",
    });
  });

  it("needs at most three items until it is submitted: draft, application, place in the selection", async () => {
    const before = house.table.all().length;
    await submit();
    expect(house.table.all().length - before).toBeLessThanOrEqual(2);
  });

  it("does not depend on the state machines or the mail being up", async () => {
    house.engineSays("outage");
    house.mailSays("outage");
    const submitted = await submit();
    expect(submitted.outcome).toBe("stored");
    await sweep();
    expect(house.started.map(({ machine }) => machine)).toEqual(["selection-call"]);
    house.engineSays("delivered");
    house.mailSays("sent");
    house.at("2027-01-10T08:01:00.000Z");
    await sweep();
    expect(house.started.map(({ machine }) => machine)).toEqual(["selection-call", "foreign-internship"]);
    expect(house.sent.map(({ to }) => to)).toEqual([demoApplication.email]);
  });

  it("asks neither the state machines nor the mail before it says so", async () => {
    const started = house.started.length;
    await submit();
    expect([house.started.length, house.sent.length]).toEqual([started, 0]);
  });

  it("starts the machine with identifiers and instants only", async () => {
    const submitted = await submit();
    if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
    await sweep();
    const input = JSON.stringify(house.started.at(-1)?.input);
    expect(JSON.parse(input)).toMatchObject({ ref: submitted.ref, from: "endorsement", visit: 1, parts: [] });
    for (const personal of ["Austėja", "mokykla.example", "LT12", "Kėdain"])
      expect(input).not.toContain(personal);
  });

  it("takes the same draft sent twice for one application", async () => {
    const first = await submit();
    const second = await submit();
    expect(first.outcome).toBe("stored");
    expect(second).toMatchObject({ outcome: "resubmitted", isSame: true });
  });

  it("says so when the same draft comes with other words, also with words that are wrong", async () => {
    await submit();
    for (const other of [{ motivation: "Kita." }, { motivation: "" }])
      expect(await submit({ ...demoApplication, ...other })).toMatchObject({
        outcome: "resubmitted",
        isSame: false,
      });
  });

  it("takes what is left out and what is sent empty for the same", async () => {
    await submit();
    expect(await submit({ ...demoApplication, availableFrom: "" })).toMatchObject({ isSame: true });
  });

  it("takes a second one of the same address, with its own time, and finds it again by its draft", async () => {
    const first = await submit();
    house.at("2027-01-11T08:00:00.000Z");
    const again = { ...demoApplication, email: " AUSTEJA@mokykla.example " };
    const second = await submit(again, "draft-2");
    expect(second).toMatchObject({ outcome: "stored", submittedAt: "2027-01-11T08:00:00.000Z" });
    expect("ref" in second && "ref" in first && second.ref !== first.ref).toBe(true);
    expect(await submit(again, "draft-2")).toMatchObject({ outcome: "resubmitted", isSame: true });
    expect(await submit()).toMatchObject({ outcome: "resubmitted" });
  });

  it("stores both of two that are sent at the same moment, and one draft once", async () => {
    const sent = await Promise.all(
      ["draft-1", "draft-2", "draft-2"].map((id) => submit(demoApplication, id)),
    );
    const refs = new Set(sent.map((one) => ("ref" in one ? one.ref : "")));
    expect(sent.map(({ outcome }) => outcome).toSorted()).toEqual(["resubmitted", "stored", "stored"]);
    expect(refs.size).toBe(2);
  });

  it("reads as much for an address that has applied as for one that has not", async () => {
    const workOf = async (email: string, draftId: string) => {
      let reads = 0;
      const get: typeof house.table.get = (key) => {
        reads++;
        return house.table.get(key);
      };
      const raw = { ...demoApplication, email };
      const parts = { ...house, table: { ...house.table, get } };
      await submitApplication(parts, { callId: "demo", language: "lt", raw, draftId });
      return reads;
    };
    const fresh = await workOf("viena@mokykla.example", "draft-1");
    expect(await workOf("viena@mokykla.example", "draft-2")).toBe(fresh);
  });

  it.each([
    ["at the closing second", "2027-01-31T21:59:59.000Z", "stored"],
    ["in the last half of the closing second", "2027-01-31T21:59:59.500Z", "stored"],
    ["a second after it", "2027-01-31T22:00:00.000Z", "late"],
    ["before the opening", "2027-01-03T21:59:59.000Z", "early"],
  ])("%s it is %s → %s", async (_title, instant, outcome) => {
    house.at(instant);
    expect((await submit()).outcome).toBe(outcome);
  });

  it("names a municipality that is none", async () => {
    const submitted = await submit({ ...demoApplication, town: "Atlantida", municipality: "Nežinomybės r." });
    expect(submitted).toEqual({
      outcome: "invalid",
      errors: [{ field: "municipality", problem: "unknownMunicipality" }],
    });
  });

  it.each([
    [{ motivation: "" }, "motivation", "missing"],
    [{ motivation: "x".repeat(4001) }, "motivation", "tooLong"],
    [{ experienceYears: "daug" }, "experienceYears", "wrongType"],
    [{ countries: ["FR"] }, "countries", "unknownOption"],
    [{ countries: ["FI", "IE", "FI"] }, "countries", "tooMany"],
    [{ countries: ["FI", "FI"] }, "countries", "repeated"],
    [{ iban: "LT13 1000 0111 0100 1000" }, "iban", "notIban"],
    [{ iban: "TR33 0006 1005 1978 6457 8413 26" }, "iban", "notSepa"],
    [{ fullName: "🎉 !" }, "fullName", "noLetters"],
    [{ availableFrom: "2027-05-01", availableTo: "2027-04-01" }, "availableTo", "outOfOrder"],
    [{ principalEmail: "austeja@mokykla.example" }, "principalEmail", "sameAsOwn"],
    [{ surprise: "x" }, "surprise", "unknownField"],
  ])("refuses %j: %s is %s", async (change, field, problem) => {
    const submitted = await submit({ ...demoApplication, ...change });
    expect(submitted).toMatchObject({ outcome: "invalid", errors: [{ field, problem }] });
  });
});
