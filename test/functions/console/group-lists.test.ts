import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { structureOf, textOf } from "../documents/read-pdf.ts";
import { groupsPath, newGroup, travellingCall } from "../groups/travelling-call.ts";
import type { Visitor } from "../web/visitor.ts";

type Travelling = Awaited<ReturnType<typeof travellingCall>>;
let call: Travelling;
let coordinator: Visitor;

const list = (name: string, query = "") => coordinator.get(`${groupsPath}/1/lists/${name}${query}`);
const rowsOf = async (name: string): Promise<string[][]> =>
  parse((await list(name)).body, { bom: true, record_delimiter: "\r\n" });
const pdfOf = async (name: string, query = "") => Buffer.from((await list(name, query)).body, "base64");

beforeEach(async () => {
  call = await travellingCall();
  coordinator = await call.staff("coordinator");
});

const groupOf = async (...names: readonly [string, ...string[]]) => {
  const [leader = "", ...others] = await Promise.all(names.map((name) => call.hasPlace(name)));
  await coordinator.post(`${groupsPath}/new/FI`, newGroup(leader, ...others));
  return [leader, ...others];
};

describe("the list of a group's people", () => {
  it("is a file for spreadsheets with all Lithuanian letters, by name, the leader marked", async () => {
    await groupOf("Ąžuolė Čiurlytė", "Šarūnas Žemaitis");
    const { headers, body } = await list("participants.csv");
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toBe('attachment; filename="participants-demo-1.csv"');
    expect(body.startsWith("\u{FEFF}")).toBe(true);
    const [header, ...rows] = await rowsOf("participants.csv");
    expect(header).toEqual(["Vardas ir pavardė", "Paraiškos kodas", "El. paštas", "Telefonas", "Dienos"]);
    expect(rows.map(([name]) => name)).toEqual(["Ąžuolė Čiurlytė (grupės vadovas)", "Šarūnas Žemaitis"]);
  });

  it("holds no formula, whatever people are called, and keeps every row whole", async () => {
    const hostile = [
      '=HYPERLINK(A1;"Ona")',
      "+370",
      "-1+1",
      "@SUM(A1)",
      '"kabutės", kablelis; ir kabliataškis',
      "＝1+1",
    ] as const;
    await groupOf(...hostile);
    const [, ...rows] = await rowsOf("participants.csv");
    expect(rows).toHaveLength(hostile.length);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect(rows.flat().join()).toContain('"kabutės", kablelis; ir kabliataškis');
    for (const row of rows) expect(row).toHaveLength(5);
  });

  it("is a workbook as well", async () => {
    await groupOf("Ąžuolė Čiurlytė", "=1+1");
    const { headers, body } = await list("participants.xlsx");
    expect(headers["content-disposition"]).toBe('attachment; filename="participants-demo-1.xlsx"');
    const files = unzipSync(new Uint8Array(Buffer.from(body, "base64")));
    const text = Object.values(files)
      .map((file) => strFromU8(file))
      .join();
    expect(text).toContain("Vardas ir pavardė");
    expect(text).toContain("=1+1");
    expect(text).not.toMatch(/<f[ >]/);
  });

  it("is a paper too, tagged, in either language, which says what it may be used for", async () => {
    await groupOf("Ąžuolė Čiurlytė", "Šarūnas Žemaitis");
    const pdf = await pdfOf("participants.pdf");
    const text = await textOf(pdf);
    expect(text).toContain("Grupės dalyvių sąrašas");
    expect(text).toContain("Ąžuolė Čiurlytė (grupės vadovas)");
    expect(text).toContain("tik šiai kelionei");
    expect((await structureOf(pdf)).roles).toContain("Table");
    expect(await textOf(await pdfOf("participants.pdf", "?lang=en"))).toContain("for this journey only");
  });
});

describe("the rooming list", () => {
  it("names each bed's sleeper, free beds, and whoever has no room", async () => {
    const [ona = "", rasa = ""] = await groupOf("Ona Onaitė", "Rasa Rasaitė", "Šarūnas Žemaitis");
    await coordinator.post(`${groupsPath}/1/rooms`, {
      version: "1",
      rooms: "3",
      "room-1-name": "=204",
      "room-1-beds": "2",
      "room-2-beds": "2",
      [`sleeps-${ona}`]: "1",
      [`sleeps-${rasa}`]: "2",
    });
    expect((await rowsOf("rooms.csv")).slice(1)).toEqual([
      ["'=204", "2", "Ona Onaitė"],
      ["'=204", "2", "(1 laisva vieta)"],
      ["2 kambarys", "2", "Rasa Rasaitė"],
      ["2 kambarys", "2", "(1 laisva vieta)"],
      ["–", "–", "Šarūnas Žemaitis"],
    ]);
    expect(await textOf(await pdfOf("rooms.pdf"))).toContain("Šarūnas Žemaitis");
  });
});

describe("a list that there is not", () => {
  it.each(["participants.xls", "participants", "rooms.csv.pdf.exe", "passwords.csv", "constructor.csv"])(
    "%s is nothing to be found",
    async (name) => {
      await groupOf("Ona Onaitė");
      expect((await list(name)).status).toBe(404);
    },
  );

  it("is shown to nobody without a pass", async () => {
    await groupOf("Ona Onaitė");
    const stranger = await call.staff("nobody");
    expect((await stranger.get(`${groupsPath}/1/lists/participants.csv`)).status).toBe(403);
  });
});
