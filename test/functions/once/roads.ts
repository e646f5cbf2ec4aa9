import { composeIBAN } from "ibantools";
import { inject } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import type { Ledger } from "../../../infra/local/rehearse/ledger.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { type Part, play } from "../../../infra/local/rehearse/play.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { readExample } from "../../examples.ts";
import { type RandomRehearsal, randomRehearsal } from "../../infra/local/rehearse/random-rehearsal.ts";

/** A call of one process with its people, to be lived from its opening to the end of the last road. */
export interface Road {
  /** Local time in Vilnius. */
  readonly opens: string;
  readonly live: (world: OpenedWorld, ledger: Ledger) => Promise<void>;
}

interface Played {
  readonly opens: string;
  readonly part: Part;
}

/** Everybody has an account of their own: of two who share one, which is asked about it hangs on who signs first at one instant. */
const accountOf = (number: number): string =>
  composeIBAN({ countryCode: "LT", bban: `10000${String(number).padStart(11, "0")}` }) ?? "";

const examples = new Map<string, Played>();
for (const { id, rehearsal } of await everyProcess()) {
  const example = await (await rehearsal?.())?.example();
  if (!example) continue;
  const people = example.people.map((one, number) => (one.iban ? { ...one, iban: accountOf(number) } : one));
  const { read, part } = await readExample({ ...example, people });
  examples.set(id, { opens: read.call.opens, part });
}

/** Many apply by chance for few places, so that offers go down the list: more than an example shows. */
const crowd = "a crowd by chance";

/** Each person of an example costs seconds where every write is cut off; `npm test` lives the small ones. */
const few = 4;

/** The example of every process that brings one, whatever the catalogue lists, and a crowd. */
export const roadNames: readonly string[] = inject("thorough")
  ? [...examples.keys(), crowd]
  : [...examples].flatMap(([name, { part }]) => (part.cast.rows.length <= few ? [name] : []));

export async function roadOf(name: string): Promise<Road> {
  const { opens, part } = examples.get(name) ?? (await crowded(40));
  return {
    opens,
    live: async (world, ledger) => {
      await publishCall(world.house, part.cast.given);
      await play(world, { parts: [part], ledger, onProgress: () => undefined });
    },
  };
}

async function crowded(people: number): Promise<Played> {
  const { callText, peopleText } = withOwnAccounts(randomRehearsal(16, people));
  const read = await checkCall(callText);
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const { call } = read.value;
  const cast = readPeople(Buffer.from(peopleText), call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join());
  return { opens: call.opens, part: { call, cast: cast.value, events: [] } };
}

function withOwnAccounts({ callText, peopleText }: RandomRehearsal): RandomRehearsal {
  let number = 0;
  return {
    callText,
    peopleText: peopleText.replaceAll("LT121000011101001000", () => accountOf(number++)),
  };
}
