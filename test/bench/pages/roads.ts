import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Item } from "../../../functions/adapters/table.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import type { Config } from "../../../functions/config.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { isCall, refOfCall } from "../../../functions/store/keys.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { type OpenedWorld, openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { inOrderOfApplying } from "../../../workflows/blocks/rehearsal/applying.ts";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { callOf, personsOf } from "../../infra/local/rehearse/persons.ts";
import { shippedText } from "../../infra/local/rehearse/plain-files.ts";

/** Everything that is stored of a call at one instant (UTC). */
export interface Moment {
  readonly now: string;
  readonly call: readonly Item[];
  /** By ref. */
  readonly cases: ReadonlyMap<string, readonly Item[]>;
}

/** What a moment is taken for: it is the one at which most is asked of this kind. */
const wanted = {
  /** The coordinator looks at the cases. */
  screening: ({ role }: Task) => role === "coordinator",
  /** Their reviews are written. */
  reviewing: ({ role }: Task) => role === "reviewer",
  /** The ranking waits for its approval. */
  ranked: ({ pk, state }: Task) => isCall(pk) && state === "approval",
  /** Places are offered, grants are paid, and others wait on the reserve list. */
  paying: ({ role, pk }: Task) => role === "finance" && !isCall(pk),
} as const;
export type MomentName = keyof typeof wanted;
export const momentNames = [
  "screening",
  "reviewing",
  "ranked",
  "paying",
] as const satisfies readonly MomentName[];

export interface Roads {
  /** Whoever coordinates signs for the agency, too; who decides and who pays are others. E-mail addresses. */
  readonly staff: { readonly coordinator: string; readonly commission: string; readonly finance: string };
  readonly callId: string;
  readonly config: Config;
  readonly moments: Readonly<Record<MomentName, Moment>>;
}

/** So many people of the rehearsal's file; the places are fewer in the same measure. */
export const peopleCount = 50;

/** Plays a call of the rehearsal in virtual time, through the real handlers and machines, and keeps what is stored at each moment. */
export async function playRoads(): Promise<Roads> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-roads-"));
  const given = callFile();
  const read = await checkCall(JSON.stringify(given));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  const { call } = read.value;
  const cast = readPeople(Buffer.from(peopleFor(given)), call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join("\n"));
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const world = await openWorld(folder, openingOf(call), ledger);
  const found = new Map<MomentName, Moment & { readonly asked: number }>();
  try {
    await publishCall(world.house, cast.value.given);
    const refs = () => ledger.results().flatMap(({ ref }) => ref ?? []);
    const advanceTo = async (instant: string) => {
      const open = await openTasks(world, [refOfCall(call.id), ...refs()]);
      for (const name of momentNames) {
        const asked = open.filter(wanted[name]).length;
        if (asked > (found.get(name)?.asked ?? 0))
          found.set(name, { asked, ...(await momentOf(world, call.id, refs())) });
      }
      await world.advanceTo(instant);
    };
    await play(
      { ...world, advanceTo },
      { parts: [{ call, cast: cast.value, events: [] }], ledger, onProgress: () => undefined },
    );
    const moment = (name: MomentName): Moment => {
      const known = found.get(name);
      if (!known) throw new Error(`nobody was ever asked anything of "${name}"`);
      return known;
    };
    return {
      staff: {
        coordinator: given.staff.coordinator.email,
        commission: given.staff.commission.email,
        finance: given.staff.finance.email,
      },
      callId: call.id,
      config: world.house.config,
      moments: {
        screening: moment("screening"),
        reviewing: moment("reviewing"),
        ranked: moment("ranked"),
        paying: moment("paying"),
      },
    };
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}

function callFile(): CallFile {
  const call = callOf(shippedText("call.json"));
  const places = Object.fromEntries(Object.keys(call.places).map((country) => [country, 2]));
  const { coordinator, commission, finance } = call.staff;
  const staff = { coordinator, commission, agency: coordinator, finance };
  return { ...call, places, staff, budgetCents: 5_000_000 };
}

/** The text of a file of the people who apply first. Whoever comes too late has no case. */
function peopleFor(call: CallFile): string {
  const text = shippedText("people.csv");
  const first = personsOf(text, call).slice(0, peopleCount + 10);
  const lines = inOrderOfApplying(first)
    .slice(0, peopleCount)
    .map(({ line }) => line);
  return text
    .split("\n")
    .filter((_, index) => index === 0 || lines.includes(index + 1))
    .join("\n");
}

async function openTasks({ house }: OpenedWorld, refs: readonly string[]): Promise<readonly Task[]> {
  const found = await Promise.all(refs.map((ref) => house.table.query(ref, "task#")));
  return found
    .flat()
    .map((item) => taskItem.parse(item))
    .filter(({ status, kind }) => status === "open" && kind === "ask");
}

async function momentOf({ house }: OpenedWorld, callId: string, refs: readonly string[]): Promise<Moment> {
  const cases = await Promise.all(refs.map(async (ref) => [ref, await house.table.query(ref)] as const));
  return { now: house.clock.now(), call: await house.table.query(refOfCall(callId)), cases: new Map(cases) };
}
