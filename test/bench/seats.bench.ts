import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Table } from "../../functions/adapters/table.ts";
import { come } from "../../functions/seats/come.ts";
import { openCount } from "../../functions/seats/open.ts";
import { registrationKey, seatCountKey, seatsOf } from "../../functions/store/keys.ts";
import { Database } from "../../infra/local/database/database.ts";
import { openTable } from "../../infra/local/table/table.ts";
import { demoHouse } from "../functions/demo-house.ts";
import { median } from "./medians.ts";
import { type Budget, type Report, row } from "./report.ts";

const registrations = 1000;
const atOnce = 50;
const capacity = 300;
const runs = 5;

const ratio: Budget = {
  text: "≤ 4 ×",
  most: 4,
  limitedBy:
    "a registration reads the count and its own address first, writes a mail and mostly a place in line besides; what stood half done in the count is taken out of it for all who are stored by then, in one write. With fifty at once the count holds many of these marks, read and written with each, where the floor has two or three plain writes.",
};

/** A thousand who register for 300 seats, fifty at once, beside what no way of giving seats can do without. */
export async function measure({ isLong }: { readonly isLong: boolean }): Promise<Report> {
  const times = isLong ? 3 * runs : runs;
  const ours: number[] = [];
  const floor: number[] = [];
  // They take turns, so that a quiet moment of the machine meets both; the first turn does not count.
  for (let run = -1; run < times; run += 1) {
    const own = await onDisk(registerAll);
    const least = await onDisk(plainWrites);
    if (run < 0) continue;
    ours.push(own);
    floor.push(least);
  }
  const [own, least] = [median(ours), median(floor)];
  const rate = (millis: number) => `${Math.round((registrations / millis) * 1000)} a second`;
  return {
    rows: [
      row("registrations for seats", rate(own), registrations / own),
      row("the floor: a counter and an item, each one conditional write", rate(least), registrations / least),
      row("time of a registration, of the floor's", `${(own / least).toFixed(2)} ×`, own / least, ratio),
    ],
    notes: [
      `${registrations} people, ${atOnce} at once, ${capacity} seats, on the embedded table with flushes that survive a power cut; medians of ${times} runs. 700 of them get a place in line, which is one write more.`,
    ],
  };
}

async function onDisk(work: (table: Table) => Promise<void>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-seats-"));
  const database = new Database(join(folder, "kelias.sqlite"), { survives: "powerCut" });
  try {
    const began = performance.now();
    await work(openTable(database));
    return performance.now() - began;
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

const pk = seatsOf("case#bench");

async function registerAll(table: Table): Promise<void> {
  const house = { ...demoHouse("2027-03-01T08:00:00.000Z"), table };
  const terms = {
    ...{ capacity, opensAt: "2027-03-01T07:00:00.000Z", confirmHours: 24, promoteUntilHours: 48 },
    ...{ startsAt: "2027-04-15T07:00:00.000Z", endsAt: "2027-04-15T13:00:00.000Z" },
  };
  const of = { pk: "case#bench", process: "community-event", callId: "bench" };
  await openCount(house, of, terms);
  await fiftyAtOnce(async (number) => {
    const email = `asmuo-${number}@pastas.example`;
    await come(house, pk, { name: `Asmuo ${number}`, email, language: "lt", values: { email } });
  });
}

/** What counts a seat, and what says whose it is. */
async function plainWrites(table: Table): Promise<void> {
  const key = seatCountKey(pk);
  await table.put({ ...key, taken: 0, waiting: 0 });
  await fiftyAtOnce(async (number) => {
    const seat = await table.change(key, { add: { taken: 1 }, when: { taken: { below: capacity } } });
    if (seat.outcome === "refused") await table.change(key, { add: { waiting: 1 } });
    await table.put({ ...registrationKey(pk, String(number)), name: `Asmuo ${number}` }, { ifAbsent: true });
  });
}

async function fiftyAtOnce(act: (number: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < registrations) {
      next += 1;
      await act(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
