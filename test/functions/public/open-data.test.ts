import { expect, it } from "vitest";
import { storeCall } from "../../../functions/calls/open.ts";
import { documentKey, recordKey, refOfCall } from "../../../functions/store/keys.ts";
import { openDataOf as dataOf } from "../../../workflows/assessment-campaign/open-data.ts";
import { openDataName } from "../../../workflows/kernel/open-data.ts";
import { demoHouse } from "../demo-house.ts";
import { visitor } from "../web/visitor.ts";

const row = { level: "school", name: "S1", group: "mokiniai", item: "safe" } as const;
const data = dataOf(
  {
    title: { lt: "Savijauta", en: "Wellbeing" },
    licence: "CC-BY-4.0",
    least: 5,
    instrument: { id: "savijauta", version: 2, items: [{ id: "safe", from: 1, to: 4, agree: 3 }] },
  },
  [
    { ...row, n: 6, mean: 317, agree: 83, hidden: false },
    { ...row, name: "S2", hidden: true },
  ],
);

/** A call that has published its figures, or is about to. */
async function published(isRecorded: boolean) {
  const house = demoHouse();
  const ref = refOfCall("savijauta");
  const times = { opensAt: "2027-03-01T07:00:00.000Z", closesAt: "2027-03-31T13:00:00.000Z" };
  const opened = {
    id: "savijauta",
    applicationProcess: "assessment-campaign",
    data: { title: data.title, ...times },
  };
  await storeCall(house, opened, house.clock.now());
  await house.documents.keep(documentKey(ref, openDataName), JSON.stringify(data), "application/json");
  const record = { state: "publishing", visit: 10, step: "publishing", outcome: "published", data: {} };
  const more = { parts: [], at: house.clock.now(), ...(isRecorded ? { document: openDataName } : {}) };
  await house.table.put({ ...recordKey(ref, 10, "publishing"), ...record, ...more });
  return visitor(house);
}

it("everybody finds the figures with licence, version of the instrument and a dictionary; programs find the same", async () => {
  const somebody = await published(true);
  const page = await somebody.get("/data/savijauta?lang=en");
  expect(page.text).toContain("savijauta, 2");
  expect(page.text).toContain("CC-BY-4.0");
  // The page tells what the columns mean, too.
  expect(page.text).toContain("Share of those who agree, in per cent");
  const file = await somebody.get("/data/savijauta/results.csv");
  expect(file.body.replace("\uFEFF", "").split("\r\n")).toEqual([
    "level,name,group,item,n,mean,agree,hidden",
    "school,S1,mokiniai,safe,6,3.17,83,no",
    "school,S2,mokiniai,safe,,,,yes",
    "",
  ]);
  const dictionary = JSON.parse((await somebody.get("/data/savijauta/results.csv-metadata.json")).body);
  expect(dictionary).toMatchObject({
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "lt" }],
    url: "results.csv",
    "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    "dc:source": "savijauta, 2",
  });
  const [header = ""] = file.body.replace("\uFEFF", "").split("\r\n");
  expect(dictionary.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(header.split(","));
  expect(JSON.parse((await somebody.get("/api/data/savijauta")).body)).toMatchObject({
    instrument: { id: "savijauta", version: 2 },
    rows: [
      { ...row, n: 6, mean: "3.17", agree: 83, hidden: "no" },
      { ...row, name: "S2", hidden: "yes" },
    ],
  });
});

it("before a call has published there is nothing, to people and to programs", async () => {
  const somebody = await published(false);
  for (const path of ["/data/savijauta", "/data/savijauta/results.csv", "/api/data/savijauta"])
    expect([path, (await somebody.get(path)).status]).toEqual([path, 404]);
});

it("everybody finds what was published in a list, once it is; and none of a call that has published nothing", async () => {
  for (const isRecorded of [false, true]) {
    const house = await published(isRecorded);
    const page = await house.get("/data?lang=en");
    expect([page.status, page.text.includes("Wellbeing")]).toEqual([200, isRecorded]);
    expect((await house.get("/registers?lang=en")).text).toContain("Open data");
  }
});
