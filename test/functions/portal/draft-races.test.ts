import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import type { House } from "../../../functions/house.ts";
import { application } from "../../../workflows/foreign-internship/forms.ts";
import { type OpenedTable, tableOnDynalite } from "../adapters/dynalite.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { memoryTable } from "../memory-table.ts";
import { typedOn } from "../web/demo-pages.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const tables: readonly [string, () => Promise<OpenedTable>][] = [
  ["the embedded table", async () => ({ table: memoryTable(), close: async () => {} })],
  ["DynamoDB", tableOnDynalite],
];

describe.each(tables)("a draft on %s", (_name, open) => {
  let opened: OpenedTable;
  let house: House;
  let teacher: Visitor;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  let calls = 0;
  beforeEach(async () => {
    calls += 1;
    house = { ...demoHouse(), table: opened.table };
    await publishCall(house, { ...demoCall, id: `races-${calls}` });
    teacher = visitor(house);
  });

  const begin = async () => (await teacher.post(`/calls/races-${calls}/drafts`)).location.split("/")[2] ?? "";
  const fill = async () => {
    const draft = await begin();
    for (const { id } of application.pages) await teacher.post(`/drafts/${draft}/${id}`, typedOn(id));
    return draft;
  };
  /** Somebody whose first write of this kind has to wait until `meanwhile` is over. */
  const slowed = (write: "put" | "change", meanwhile: () => Promise<unknown>): Visitor => {
    let isFirst = true;
    const first = async () => {
      if (isFirst) {
        isFirst = false;
        await meanwhile();
      }
    };
    const { table } = house;
    const slow: Table = {
      ...table,
      put: async (...said) => {
        if (write === "put") await first();
        return table.put(...said);
      },
      change: async (...said) => {
        if (write === "change") await first();
        return table.change(...said);
      },
    };
    return visitor({ ...house, table: slow });
  };
  const motivation = { motivation: "Pakeista kitame lange." };

  it("keeps all of its pages that are saved at the same moment", async () => {
    const draft = await begin();
    await Promise.all(application.pages.map(({ id }) => teacher.post(`/drafts/${draft}/${id}`, typedOn(id))));
    const check = await teacher.get(`/drafts/${draft}/check`);
    expect(check.text).toContain("Pateikite paraišką");
    expect(check.text).not.toContain("užpildykite, kas nurodyta viršuje");
  });

  it("keeps a page that is saved while another one is", async () => {
    const draft = await fill();
    const other = slowed("change", () =>
      teacher.post(`/drafts/${draft}/motivation`, typedOn("motivation", motivation)),
    );
    await other.post(`/drafts/${draft}/person`, typedOn("person", { fullName: "Austėja Kitaip" }));
    const { text } = await teacher.get(`/drafts/${draft}/check`);
    expect(text).toContain("Pakeista kitame lange.");
    expect(text).toContain("Austėja Kitaip");
  });

  it("is sent with a page that was saved while it was being sent", async () => {
    const draft = await fill();
    const sender = slowed("change", () =>
      teacher.post(`/drafts/${draft}/motivation`, typedOn("motivation", motivation)),
    );
    const { location } = await sender.post(`/drafts/${draft}/submit`);
    expect((await teacher.get(location)).text).toContain("Pakeista kitame lange.");
  });

  it("refuses a page that comes when its application is about to be stored, and shows what was typed", async () => {
    const draft = await fill();
    let said = "";
    const sender = slowed("put", async () => {
      const late = await teacher.post(`/drafts/${draft}/motivation`, typedOn("motivation", motivation));
      said = `${late.status} ${late.text}`;
    });
    const { location } = await sender.post(`/drafts/${draft}/submit`);
    expect(said).toMatch(/^409 .*Paraiška šiuo metu pateikiama.*Pakeista kitame lange\./);
    expect((await teacher.get(location)).text).not.toContain("Pakeista kitame lange.");
  });

  it("takes pages again a minute after its sending was cut off, and is sent with them", async () => {
    const draft = await fill();
    const cutOff: Table = {
      ...house.table,
      put: async () => Promise.reject(new Error("the process is gone")),
    };
    expect((await visitor({ ...house, table: cutOff }).post(`/drafts/${draft}/submit`)).status).toBe(500);
    const later = visitor({ ...house, clock: { now: () => "2027-01-10T08:01:00.000Z" } });
    const kept = await later.post(`/drafts/${draft}/motivation`, typedOn("motivation", motivation));
    expect(kept.status).toBe(303);
    const { location } = await later.post(`/drafts/${draft}/submit`);
    expect((await later.get(location)).text).toContain("Pakeista kitame lange.");
  });

  it("is an application of its own where somebody with the same address was faster", async () => {
    const [first, second] = [await fill(), await fill()];
    const sent: string[] = [];
    const sender = slowed("put", async () => {
      sent.push((await teacher.post(`/drafts/${first}/submit`)).location);
    });
    sent.push((await sender.post(`/drafts/${second}/submit`)).location);
    expect(new Set(sent).size).toBe(2);
    expect((await teacher.post(`/drafts/${second}/submit`)).location).toBe(sent[1]);
  });

  describe("that was sent", () => {
    it.each(["person", "check", "person/saved"])(
      "says so at %s, and leads to the application",
      async (at) => {
        const draft = await fill();
        const { location } = await teacher.post(`/drafts/${draft}/submit`);
        const { status, text, body } = await teacher.get(`/drafts/${draft}/${at}`);
        expect(status).toBe(200);
        expect(text).toContain("Paraiška jau pateikta");
        expect(body).toContain(`href="${location.split("?")[0]}"`);
      },
    );

    it("takes no change, says so with what was typed, and whom to ask", async () => {
      const draft = await fill();
      const { location } = await teacher.post(`/drafts/${draft}/submit`);
      const late = await teacher.post(`/drafts/${draft}/motivation`, typedOn("motivation", motivation));
      expect(late.status).toBe(409);
      for (const part of ["Paraiška jau pateikta", "Pakeista kitame lange.", "Programos koordinatorius:"])
        expect(late.text).toContain(part);
      expect((await teacher.get(location)).text).not.toContain("Pakeista kitame lange.");
      expect((await teacher.post(`/drafts/${draft}/submit`)).location).toBe(location);
    });
  });
});
