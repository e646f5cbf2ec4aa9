import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { checkCall, type ReadCall } from "../../../../infra/local/rehearse/call-file.ts";
import { readEvents } from "../../../../infra/local/rehearse/events-file.ts";
import { textsOf } from "../../../../infra/local/rehearse/example-files.ts";
import { csvOf, mailsTable } from "../../../../infra/local/rehearse/outputs.ts";
import { readPeople } from "../../../../infra/local/rehearse/people-file.ts";
import type { Part } from "../../../../infra/local/rehearse/play.ts";
import { reportPage } from "../../../../infra/local/rehearse/report.tsx";
import type { Ended } from "../../../../infra/local/rehearse/roads.ts";
import { heldBy, sumsOf } from "../../../../workflows/kernel/ledger.ts";
import { faultsOf } from "../../../functions/payments/bank-schema.ts";
import { example } from "./book-grant/rehearsal.ts";
import { playInLives } from "./lives.ts";

/** The player with a process that it has never seen: it needs the catalogue's line, and what the process says of itself. */
vi.mock("../../../../workflows/catalogue.ts", async (original) => {
  const real = await original<typeof import("../../../../workflows/catalogue.ts")>();
  const { bookGrant } = await import("./book-grant/process.ts");
  const processIds = ["standing-call", bookGrant.id];
  const processOf = async (id: string) => (id === bookGrant.id ? bookGrant : real.processOf(id));
  return {
    processIds,
    processOf,
    isProcess: (id: unknown) => processIds.some((known) => known === id),
    everyProcess: () => Promise.all(processIds.map(processOf)),
  };
});

const top = mkdtempSync(join(tmpdir(), "kelias-player-"));
afterAll(() => rmSync(top, { recursive: true }));

const { callText, peopleText } = textsOf(example);

interface Files {
  readonly id?: string;
  readonly people?: string;
  readonly events?: string;
}

async function readFiles({ id = "knygos", people = peopleText, events }: Files): Promise<{
  readonly read: ReadCall;
  readonly part: Part;
}> {
  const call = await checkCall(callText.replace('"knygos"', JSON.stringify(id)));
  if (call.outcome === "faulty") throw new Error(call.faults.join());
  const cast = readPeople(Buffer.from(people), call.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join());
  const said =
    events === undefined ? undefined : await readEvents(Buffer.from(events), call.value, cast.value);
  if (said?.outcome === "faulty") throw new Error(said.faults.join());
  return { read: call.value, part: { call: call.value.call, cast: cast.value, events: said?.value ?? [] } };
}

/** Plays calls in a folder; `lives` says after how many leaps of time each life but the last ends, as if the process were killed. */
const rehearse = async (name: string, files: readonly Files[], lives: readonly number[] = []) =>
  playInLives(join(top, name), await Promise.all(files.map(readFiles)), lives);

const casesIn = ({ told }: Ended) => told.tables.find(({ name }) => name === "cases.csv")?.rows;
const [alone] = await rehearse("alone", [{}]);
if (!alone) throw new Error("nothing came of it");

it("plays a process by what it says of itself, to its own files", () => {
  expect(casesIn(alone)).toEqual([
    ["Ona Onaitė", "completed", "", 12_000],
    ["Jonas Jonaitis", "unread", "", 8000],
    ["Ieva Ievaitė", "refused", "", 0],
    ["Ona Onaitė", "duplicate", "", 0],
    ["Rasa Rasaitė", "invalid", "euros:tooLarge:500", 0],
    ["Petras Petraitis", "late", "", 0],
  ]);
});

it("keeps its ledger in balance and gives the bank a valid file of what was paid", async () => {
  expect(sumsOf(alone.moved)).toMatchObject({ paid: { books: 20_000 }, toPay: 0, toRecover: 0 });
  expect(heldBy("paid", alone.moved)).toBe(20_000);
  expect(await faultsOf(alone.payments ?? "")).toEqual([]);
  expect(alone.payments).toContain("<CtrlSum>200.00</CtrlSum>");
});

it("reports it in both languages, also where the process says nothing of its own", () => {
  const title = { lt: "Knygos", en: "Books" };
  const page = reportPage({ id: "knygos", opens: "2027-03-01T09:00", title }, alone);
  expect(page).toContain("<h1>Knygos</h1>");
  expect(page).toContain("<h1>Books</h1>");
  expect(page).toContain("€200.00");
  expect(page).toContain("Petras Petraitis");
  expect(page).toContain("Pavėlavo");
  expect(page).toContain("status.unread");
  expect(page).not.toMatch(/NaN|undefined/);
});

it.each([[[0]], [[3]], [[1, 1, 2, 5]]])("goes on after kills: %j", async (lives) => {
  const [killed] = await rehearse(`killed-${lives.join("-")}`, [{}], lives);
  if (!killed) throw new Error("nothing came of it");
  expect(casesIn(killed)).toEqual(casesIn(alone));
  expect(csvOf(mailsTable(killed.mails))).toBe(csvOf(mailsTable(alone.mails)));
  expect(sumsOf(killed.moved)).toEqual(sumsOf(alone.moved));
});

it("lets a word break in where its file of events says so", async () => {
  const events =
    "email,state,days,says,values,decides\njonas@mokykla.example,decision,0,withdrawn,reason=Persigalvojau,\n";
  const [told] = await rehearse("events", [{ events }]);
  expect(told && casesIn(told)?.[1]).toEqual(["Jonas Jonaitis", "withdrawn", "", 0]);
});

it("plays several calls by one clock, each to what it comes to alone", async () => {
  const [first, second] = await rehearse("together", [{}, { id: "knygos-2" }]);
  for (const one of [first, second]) {
    expect(one && casesIn(one)).toEqual(casesIn(alone));
    expect(one && sumsOf(one.moved)).toEqual(sumsOf(alone.moved));
  }
});

it("takes a file with the column that came later, and refuses one that contradicts itself", async () => {
  const [header = "", ...lines] = peopleText.trimEnd().split("\n");
  const later = [`${header},books`, ...lines.map((line) => `${line},Metai`)].join("\n");
  await expect(readFiles({ people: later })).resolves.toBeDefined();
  const twice = peopleText.replace("ONA@", "onute@");
  await expect(readFiles({ people: twice })).rejects.toThrow(
    'line 5, column name: expected each name with one address, found "Ona Onaitė"',
  );
});
