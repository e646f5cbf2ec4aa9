import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { fromBuffer } from "yauzl";
import { loadCall } from "../../../functions/calls/calls.ts";
import { readFigures } from "../../../functions/lines/figures.ts";
import { entriesOf, moneyOfCall } from "../../../functions/payments/call-money.ts";
import { claimPage } from "../../../functions/proof/claim.ts";
import { packOf } from "../../../functions/proof/pack.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { written } from "../../../workflows/blocks/rehearsal/people.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Reads an archive by a reader that did not write it. */
const unpack = (archive: Uint8Array): Promise<ReadonlyMap<string, Buffer>> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(archive), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const files = new Map<string, Buffer>();
      zip.on("error", reject);
      zip.on("end", () => resolve(files));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault);
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part));
          stream.on("end", () => {
            files.set(entry.fileName, Buffer.concat(parts));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });

async function console(target: string) {
  const { config, clock } = stage.world.house;
  const until = Math.floor(Date.parse(clock.now()) / 1000) + 3600;
  const ask = (path: string, cookie: readonly string[], method: "GET" | "POST" = "GET") =>
    stage.world.asked({
      method,
      target: path,
      headers: { host: ["127.0.0.1"], cookie: [...cookie] },
      body: Buffer.alloc(0),
    });
  const entered = await ask(enterPath(config.linkSecret, "coordinator@agency.example", until), [], "POST");
  const cookie = entered.headers.find(([name]) => name === "set-cookie")?.[1].split(";")[0] ?? "";
  return ask(target, [cookie]);
}

describe("the evidence of a case", () => {
  it("is one archive with what was agreed, said and paid, and a list by which it can be checked", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "dissemination");
    const loaded = await stage.load(ref);
    const archive = await packOf(stage.world.house, loaded, "lt");
    const files = await unpack(archive);
    expect([...files.keys()]).toEqual([
      "certificate.pdf",
      "agreement.pdf",
      "calculation.pdf",
      "evidence.pdf",
      "ledger.csv",
      "ledger.xlsx",
      "manifest.json",
    ]);
    const said = await textOf(files.get("evidence.pdf") ?? new Uint8Array());
    expect(said).toContain("Dalyvavimo ir mokėjimų įrodymai");
    expect(said).toContain("Išmokėtas avansas");
    expect(said).toContain(written.use);
    const manifest = JSON.parse(String(files.get("manifest.json")));
    const { createHash } = await import("node:crypto");
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash("sha256")
          .update(files.get(name) ?? "")
          .digest("hex"),
      ).toBe(sha256);
    expect(Buffer.from(await packOf(stage.world.house, loaded, "lt")).equals(Buffer.from(archive))).toBe(
      true,
    );
    const answered = await console(`/console/cases/${idOf(ref)}/evidence.zip`);
    expect(answered.status).toBe(200);
    expect((await unpack(Buffer.from(answered.body))).size).toBe(7);
  });

  it("is nobody's but the staff's", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "advance");
    const { status } = await stage.world.request("GET", `/console/cases/${idOf(ref)}/evidence.zip`, {}, {});
    expect(status).toBe(403);
  });
});

describe("the payment claim of a call", () => {
  it("has a row for each case with money, and comes to the ledger of the call", async () => {
    stage = await openStage({ places: { FI: 2 } });
    const { house } = stage.world;
    const first = await stage.apply("pirma@mokykla.example", 90, { fullName: "=HYPERLINK(A1)" });
    const other = await stage.apply("antra@mokykla.example", 80);
    await stage.apply("trecia@mokykla.example", 70);
    await stage.goOnUntil(first, "dissemination");
    await stage.goOnUntil(other, "dissemination");
    const call = await loadCall(house, "demo");
    if (!call) throw new Error("no call");
    await house.keepLines();
    const { rows: claimed } = await claimPage(house, call);
    expect(claimed.map(({ loaded }) => loaded.head.pk).toSorted()).toEqual([first, other].toSorted());
    const { figures } = await readFigures(house, "demo");
    expect(figures.sums).toEqual((await moneyOfCall(house, call, await entriesOf(house, call)))?.sums);
    const { status, body } = await console("/console/calls/demo/proof/claim.csv");
    expect(status).toBe(200);
    const rows: string[][] = parse(body.toString(), { bom: true });
    const cents = (row: string[]) => row.slice(-5).map((euros) => Math.round(Number(euros) * 100));
    const [, ...all] = rows;
    const whole = all.pop() ?? [];
    const summed = all.map(cents).reduce((sum, row) => sum.map((value, index) => value + (row[index] ?? 0)));
    expect(cents(whole)).toEqual(summed);
    expect(all.map((row) => row[1]).toSorted()[0]).toBe("'=HYPERLINK(A1)");
    const workbook = await console("/console/calls/demo/proof/claim.xlsx");
    const files = unzipSync(new Uint8Array(Buffer.from(workbook.body)));
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet.match(/<row /g)).toHaveLength(rows.length);
    expect(sheet).not.toMatch(/<f[ >]/);
    const page = (await console("/console/calls/demo/proof")).body.toString();
    expect(page).toContain("Mokėjimo prašymas");
    expect(page).toContain("mažiau kaip penki žmonės");
  });
});
