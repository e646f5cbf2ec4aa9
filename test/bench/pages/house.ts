import { loadCall } from "../../../functions/calls/calls.ts";
import { makeClient, newClientId } from "../../../functions/clients/clients.ts";
import { casePath, staffPath, taskPath } from "../../../functions/links.ts";
import { headItem, taskItem } from "../../../functions/store/items.ts";
import { Database } from "../../../infra/local/database/database.ts";
import { openTable } from "../../../infra/local/table/table.ts";
import { type DemoHouse, demoHouse } from "../../functions/demo-house.ts";
import { copier, type Stored } from "./copies.ts";
import { type MomentName, momentNames, peopleCount, type Roads } from "./roads.ts";
import { seedCall } from "./seed.ts";

export type BenchHouse = Omit<DemoHouse, "table"> & { readonly table: ReturnType<typeof openTable> };

/** The house of a portal on the embedded default's table, with a call at each moment. */
export interface Seeded {
  readonly house: BenchHouse;
  readonly callOf: (name: MomentName) => string;
  /** The addresses by which staff come in, the e-mail address of an applicant, and the key of a program. */
  readonly passes: readonly string[];
  readonly applicant: string;
  readonly key: string;
  /** Addresses of a moment from which all others are found. */
  readonly startsOf: (name: MomentName) => Promise<readonly string[]>;
  readonly close: () => void;
}

const callOf = (name: MomentName): string => `kvietimas-${name}`;

/** So many cases at most are in one of the other calls. */
const ofOther = 10_000;

/** Calls of so many cases each, and as many cases in other calls as the table is to have besides. */
export async function seededHouse(roads: Roads, cases: number, besides: number): Promise<Seeded> {
  const database = new Database(":memory:", { survives: "process" });
  const table = openTable(database);
  const house = { ...demoHouse(), engine: running, config: roads.config, table };
  const store = async (items: Iterable<Stored>) => {
    for (const item of items) await table.put(item);
  };
  for (const name of momentNames)
    await seedCall(house, store, roads, name, { callId: callOf(name), times: cases / peopleCount });
  for (let left = besides; left > 0; left -= ofOther) {
    const wanted = { callId: `kitas-${left}`, times: Math.min(left, ofOther) / peopleCount };
    await seedCall(house, store, roads, "screening", wanted);
  }
  house.at(roads.moments.paying.now);
  const until = Math.floor(Date.parse(house.clock.now()) / 1000) + 86_400;
  const applicant = copier(roads, roads.moments.paying, { callId: callOf("paying"), times: 1 });
  const [ref = ""] = [...applicant.refs].map((played) => applicant.refOf(played, 0));
  const email = String(headItem.parse(await table.get({ pk: ref, sk: "head" })).application?.email);
  const call = await loadCall(house, callOf("paying"));
  if (!call) throw new Error("no call was stored");
  const by = { name: "Rasa", email: roads.staff.coordinator, language: "lt" } as const;
  const wanted = {
    id: newClientId(),
    name: "Registras",
    until: "2030-01-01",
    process: String(call.data?.applicationProcess),
  };
  const client = await makeClient(house, call, { ...wanted, rights: ["cases:read", "people:read"] }, by);
  return {
    house,
    callOf,
    passes: Object.values(roads.staff).map((email) => staffPath(roads.config.linkSecret, email, until)),
    applicant: email,
    key: client.outcome === "made" ? client.key : "",
    startsOf: (name) => startsOf(house, roads, name),
    close: () => database.close(),
  };
}

/** Executions are not copied: whoever asks is told that a machine runs. */
const running = { ...demoHouse().engine, isRunning: async () => true };

async function startsOf(house: BenchHouse, roads: Roads, name: MomentName): Promise<readonly string[]> {
  const { linkSecret } = roads.config;
  const { refs, refOf } = copier(roads, roads.moments[name], { callId: callOf(name), times: 1 });
  const tasks = (await Promise.all(refs.map((ref) => house.table.query(refOf(ref, 0), "task#"))))
    .flat()
    .map((item) => taskItem.parse(item))
    .filter(({ status, kind }) => status === "open" && kind === "ask");
  const kinds = new Map(tasks.map((task) => [task.state, task]));
  const states = new Map<string, string>();
  for (const { ref, state } of (await house.table.query(`call#${callOf(name)}`, "entry#")).slice(0, 200))
    states.set(String(state), String(ref));
  return [
    `/console/calls/${callOf(name)}`,
    ...[...states.values()].flatMap((ref) => [
      casePath(linkSecret, ref),
      `/console/cases/${ref.slice("case#".length)}`,
    ]),
    ...[...kinds.values()].map((task) => taskPath(linkSecret, task)),
  ];
}
