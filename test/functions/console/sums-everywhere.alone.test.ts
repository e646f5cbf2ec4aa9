import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it, vi } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { evidencePaper } from "../../../functions/documents/evidence.ts";
import { drawPdf } from "../../../functions/documents/pdf.ts";
import { writingOf } from "../../../functions/documents/writing.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";
import { textOf } from "../documents/read-pdf.ts";
import { answer } from "../documents/signed-case.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

/** The whole product with a process that no folder has. */
vi.mock("../../../workflows/catalogue.ts", async (original) => {
  const { visitedGrant } = await import("./visited-grant.ts");
  const { withOneMore } = await import("../../workflows/one-more.ts");
  return withOneMore(await original(), visitedGrant);
});

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const at = "2027-01-12T08:00:00.000Z";
const costs = [
  { category: "staff", what: "Vadovas", cents: 70_000 },
  { category: "equipment", what: "Knygos", cents: 20_050 },
  { category: "equipment", what: "Lentos", cents: 10_000 },
];

let house: DemoHouse;
let loaded: LoadedCase;
let coordinator: Visitor;
beforeAll(async () => {
  house = demoHouse(at);
  await publishCall(house, {
    process: "visited-grant",
    title: { lt: "Dotacijos", en: "Grants" },
    opensAt: "2027-01-04T06:00:00.000Z",
    closesAt: "2027-01-31T21:59:59.000Z",
    staff: { coordinator: person("coordinator"), agency: person("agency"), finance: person("finance") },
  });
  const raw = { fullName: "Ona Kalnietė", email: "ona@mokykla.example" };
  const sent = await submitApplication(house, { callId: "dotacijos", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  const said = { state: "reporting", visit: 1, form: "report", outcome: "written", role: "applicant", at };
  await answer(house, sent.ref, { ...said, values: { costs } });
  const found = await loadCase(house, sent.ref);
  if (!found) throw new Error("no case");
  loaded = found;
  coordinator = visitor(house);
  await coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
});

const id = () => idOf(loaded.head.pk);
const plain = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, " ");
const [whole, staff, equipment] = ["1 000,50 Eur", "700,00 Eur (69,9 %)", "300,50 Eur (30 %)"];

it("rows come to the same on a page without scripts, on paper, in a mail, for programs and in a workbook", async () => {
  const page = plain((await coordinator.get(paths.consoleCase(id()))).text);
  for (const figure of [whole, staff, equipment]) expect(page).toContain(figure);

  // What rows come to is no row of theirs.
  const { body } = await coordinator.get(paths.consoleCase(id()));
  const numbered = /<ol class="govuk-list govuk-list--number">.*?<\/ol>/s.exec(body)?.[0] ?? "";
  expect(numbered).toContain("Lentos");
  expect(numbered).not.toContain("Iš viso");

  const paper = await evidencePaper(await writingOf(loaded, "lt"));
  const printed = paper ? plain(await textOf(await drawPdf(paper))) : "";
  for (const figure of [whole, staff, equipment]) expect(printed).toContain(figure);

  const mail = await renderMail(
    house.config,
    {
      pk: loaded.head.pk,
      sk: "mail#000001#counted#applicant#0",
      template: "counted",
      role: "applicant",
      to: { name: "Ona Kalnietė", email: "ona@mokykla.example", language: "lt" },
      queuedAt: at,
    },
    loaded,
  );
  expect(plain(mail.text)).toContain(`Iš viso: ${whole}`);

  const rights = { client: "AAAAAAAAAAAA", name: "Statistika", rights: "cases" };
  const until = { "until-year": "2027", "until-month": "12", "until-day": "31" };
  const made = await coordinator.post(paths.clients("dotacijos"), { ...rights, ...until });
  const key = /kelias\.dotacijos\.[\w.-]+/.exec(made.body)?.[0] ?? "";
  const headers = { authorization: `Bearer ${key}` };
  const told = await visitor(house).ask("GET", paths.apiCase(id()), { headers });
  expect(JSON.parse(told.body).sums).toEqual([
    {
      form: "report",
      field: "costs",
      columns: [{ column: "cents", cents: 100_050 }],
      groups: [
        { group: "staff", cents: 70_000, sharePercent: 69.9 },
        { group: "equipment", cents: 30_050, sharePercent: 30, mostPercent: 30 },
      ],
    },
  ]);

  const address = /href="([^"]*rows\.xlsx[^"]*)"/.exec(
    (await coordinator.get(paths.consoleCase(id()))).body,
  )?.[1];
  const workbook = await coordinator.get(address ?? "");
  expect(workbook.headers["content-disposition"]).toMatch(/filename="[\w-]+-costs-1\.xlsx"/);
  const sheet = strFromU8(
    unzipSync(Buffer.from(workbook.body, "base64"))["xl/worksheets/sheet1.xml"] ?? new Uint8Array(),
  );
  const figures = [...sheet.matchAll(/<v>([\d.]+)<\/v><\/c>/g)].map(([, value]) => Number(value));
  expect(figures).toEqual(expect.arrayContaining([700, 200.5, 100, 300.5, 1000.5, 69.9, 30]));
  const csv = await coordinator.get((address ?? "").replace("xlsx", "csv"));
  expect(csv.body).toContain(",300.50,30,30\r\n");
  expect(csv.body).toContain(",1000.50,,\r\n");
});

it("no rows with sums stand under a number that there is not", async () => {
  for (const number of ["0", "2", "x", "-1"])
    expect((await coordinator.get(paths.rowsXlsx(id(), number))).status).toBe(404);
});
