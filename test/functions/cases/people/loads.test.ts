import { describe, expect, it } from "vitest";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { submitApplication } from "../../../../functions/cases/applications/submit.ts";
import { type LoadedCase, loadCase } from "../../../../functions/cases/load.ts";
import { loadsBeside, share } from "../../../../functions/cases/people/loads.ts";
import { addressIdOf } from "../../../../functions/links.ts";
import { loadKey } from "../../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../../demo-house.ts";

const person = "first@agency.example";

/** A case of a call, and any number of others that are like it. */
async function openCases(): Promise<{
  readonly house: DemoHouse;
  readonly other: (number: number) => LoadedCase;
}> {
  const house = demoHouse();
  await publishCall(house, demoCall);
  const sent = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: demoApplication,
    draftId: "d",
  });
  const loaded = sent.outcome === "stored" ? await loadCase(house, sent.ref) : undefined;
  if (!loaded) throw new Error(sent.outcome);
  const refOf = (number: number) => `case#4f9c2d1e-0000-4000-8000-${String(number).padStart(12, "0")}`;
  return { house, other: (number) => ({ ...loaded, head: { ...loaded.head, pk: refOf(number) } }) };
}

const loads = ({ table }: DemoHouse) => table.all().filter(({ sk }) => String(sk).startsWith("load#"));
const largest = (house: DemoHouse) =>
  Math.max(...loads(house).map((item) => Buffer.byteLength(JSON.stringify(item))));

describe("the cases of a reviewer", () => {
  it("who may have any number are in items that stay short, and are counted once each", async () => {
    const { house, other } = await openCases();
    for (let number = 0; number < 1500; number++) await share(house, other(number), [{ person }]);
    for (let number = 0; number < 10; number++) await share(house, other(number), [{ person }]);
    expect(await loadsBeside(house, other(0))).toEqual({ [person]: 1499 });
    expect(largest(house)).toBeLessThan(4_000);
  }, 30_000);

  it("are never more than they may have, however many are shared out at once", async () => {
    const { house, other } = await openCases();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, number) => share(house, other(number), [{ person, limit: 3 }])),
    );
    expect(outcomes.filter((outcome) => outcome === "shared")).toHaveLength(3);
    expect(await loadsBeside(house, other(99))).toEqual({ [person]: 3 });
  });

  it("count also as they were kept before, and are given back from there", async () => {
    const { house, other } = await openCases();
    const key = loadKey("demo", addressIdOf(house.config.linkSecret, person));
    const refs = [0, 1].map((number) => other(number).head.pk);
    await house.table.put({ ...key, person, refs, version: 2 });
    await share(house, other(2), [{ person }]);
    expect(await loadsBeside(house, other(9))).toEqual({ [person]: 3 });
    await share(house, other(1), []);
    await share(house, other(2), []);
    expect(await loadsBeside(house, other(9))).toEqual({ [person]: 1 });
  });
});
