import { loadCall } from "../../../functions/calls/calls.ts";
import { makeClient, newClientId } from "../../../functions/clients/clients.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { headItem, taskItem } from "../../../functions/store/items.ts";
import { Database } from "../../../infra/local/database/database.ts";
import { openTable } from "../../../infra/local/table/table.ts";
import { type DemoHouse, demoHouse } from "../../functions/demo-house.ts";
import { bulkStore, copyCalls } from "./bulk.ts";
import { copier } from "./copies.ts";
import { type MomentName, momentNames, peopleCount, type Roads } from "./roads.ts";
import { seedCall } from "./seed.ts";

export type BenchHouse = Omit<DemoHouse, "table" | "keepLines"> & {
  readonly table: ReturnType<typeof openTable>;
};

/** The house of a portal on the embedded default's table, with a call at each moment. */
export interface Seeded {
  readonly house: BenchHouse;
  readonly callOf: (name: MomentName) => string;
  /** The e-mail addresses of the staff and of an applicant, and the key of a program. */
  readonly staff: readonly string[];
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
export async function seededHouse(
  roads: Roads,
  cases: number,
  besides: number,
  moments: readonly MomentName[] = momentNames,
): Promise<Seeded> {
  const database = new Database(":memory:", { survives: "process" });
  const table = openTable(database);
  const { keepLines: _kept, ...parts } = demoHouse();
  const house = { ...parts, engine: running, config: roads.config, table };
  const store = bulkStore(database);
  for (const name of moments) {
    house.at(roads.moments[name].now);
    await seedCall(house, store, roads, name, { callId: callOf(name), times: cases / peopleCount });
  }
  if (besides > 0) {
    const wanted = { callId: "kitas-0", times: ofOther / peopleCount };
    await seedCall(house, store, roads, "screening", wanted);
    const { refs, refOf } = copier(roads, roads.moments.screening, wanted);
    const all = Array.from({ length: wanted.times }, (_, copy) => refs.map((ref) => refOf(ref, copy))).flat();
    const names = Array.from({ length: Math.ceil(besides / ofOther) - 1 }, (_, at) => `kitas-${at + 1}`);
    copyCalls(database, wanted.callId, all, names);
  }
  const [first = "paying"] = moments.toReversed();
  const applicant = copier(roads, roads.moments[first], { callId: callOf(first), times: 1 });
  const [ref = ""] = [...applicant.refs].map((played) => applicant.refOf(played, 0));
  const email = String(headItem.parse(await table.get({ pk: ref, sk: "head" })).application?.email);
  return {
    house,
    callOf,
    staff: [...new Set(Object.values(roads.staff))],
    applicant: email,
    key: await keyFor(house, roads, callOf(first)),
    startsOf: (name) => startsOf(house, roads, name),
    close: () => database.close(),
  };
}

/** The key of a program that reads a call. */
async function keyFor(house: BenchHouse, { staff }: Roads, callId: string): Promise<string> {
  const call = await loadCall(house, callId);
  if (!call) throw new Error("no call was stored");
  const by = { name: "Rasa", email: staff.coordinator, language: "lt" } as const;
  const client = await makeClient(
    house,
    call,
    {
      id: newClientId(),
      name: "Registras",
      until: "2030-01-01",
      process: String(call.data?.applicationProcess),
      rights: ["cases:read", "people:read"],
    },
    by,
  );
  return client.outcome === "made" ? client.key : "";
}

/** Executions are not copied: whoever asks is told that a machine runs. */
const running = { ...demoHouse().engine, isRunning: async () => true };

async function startsOf(house: BenchHouse, roads: Roads, name: MomentName): Promise<readonly string[]> {
  const { linkSecret } = roads.config;
  const { refs, refOf } = copier(roads, roads.moments[name], { callId: callOf(name), times: 1 });
  const owners = [`call#${callOf(name)}`, ...refs.map((ref) => refOf(ref, 0))];
  const tasks = (await Promise.all(owners.map((owner) => house.table.query(owner, "task#"))))
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
