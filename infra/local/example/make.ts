import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { publishCall } from "../../../functions/calls/publish.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import type { Cast } from "../../../workflows/kernel/rehearsal.ts";
import { demoCall, demoStaff } from "../demo.ts";
import { type KeptMail, writeMailFile } from "../mail-file.ts";
import { checkCall } from "../rehearse/call-file.ts";
import { textsOf } from "../rehearse/example-files.ts";
import { openLedger } from "../rehearse/ledger.ts";
import { readPeople } from "../rehearse/people-file.ts";
import { type Part, play } from "../rehearse/play.ts";
import { type OpenedWorld, openingOf, openWorld } from "../rehearse/world.ts";
import { mailsInto } from "../taken-mails.ts";
import { livingOf, sayingMore, stayingAs } from "./living.ts";
import { unfinished } from "./unfinished.ts";
import { exampleUpTo } from "./up-to-day.ts";

interface Options {
  /** The portal's address in the mails, without a slash at the end. */
  readonly portalUrl: string;
  /** Until when it is played: UTC. */
  readonly now: string;
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** Hears of the world once its first call is open, with the mails that come meanwhile. */
  readonly onOpened?: (world: OpenedWorld, mails: readonly KeptMail[]) => void;
  /** Whatever else uses the world ends with this. */
  readonly beforeClosing?: () => Promise<void>;
}

/** So many days back everybody did what they had to for the last time. */
const awayDays = 2;
/** So many days back staff find their digests. */
const digestDays = 3;
/** So many months after somebody has gone through a form they are asked once more how it was. */
const asksAgainAfter = 6;
/** So many mails of the example are kept. */
const mostMails = 5_000;

/**
 * Makes a programme that lives in a folder that holds nothing: the example of every process of the catalogue, each a call, played by the
 * real handlers and machines in virtual time up to now.
 */
export async function makeExample(
  dataFolder: string,
  { portalUrl, now, onProgress, onOpened, beforeClosing }: Options,
): Promise<void> {
  const scratch = unfinished(dataFolder);
  mkdirSync(scratch, { recursive: true });
  const parts = await partsOn(String(localDay(Temporal.Instant.from(now))));
  const openings = parts.map(({ cast }) => openingOf(cast)).toSorted();
  const [first = now] = openings;
  const ledger = openLedger(join(scratch, "applications.jsonl"));
  const mails: KeptMail[] = [];
  const clock = { millis: () => world.local.clock.millis() };
  const world = await openWorld(dataFolder, first, ledger, undefined, {
    portalUrl,
    // What was cut off is made anew.
    survives: "nothing",
    // Whoever looks at a page meanwhile is answered between two steps.
    between: (call) => async (name, payload) => {
      await setImmediate();
      return call(name, payload);
    },
    digestsFrom: String(Temporal.Instant.from(now).subtract({ hours: 24 * digestDays })),
    mail: mailsInto({ add: (mail) => mails.push(mail) }, clock),
  });
  try {
    for (const { cast } of parts) if (openingOf(cast) === first) await publishCall(world.house, cast.given);
    onOpened?.(world, mails);
    const [from, to] = [first, now].map((at) => Date.parse(at));
    await play(world, {
      parts,
      ledger,
      until: String(Temporal.Instant.from(now).subtract({ hours: 24 * awayDays })),
      onProgress: ({ now: at }) => onProgress((Date.parse(at) - (from ?? 0)) / ((to ?? 0) - (from ?? 0))),
    });
    // Meanwhile what is asked stays unanswered, for whoever looks around.
    await world.advanceTo(now);
    await publishCall(world.house, demoCall(now));
    await world.house.keepLines();
  } finally {
    await beforeClosing?.();
    await world.close();
  }
  writeMailFile(join(dataFolder, "mail.jsonl"), mails.slice(-mostMails));
  rmSync(scratch, { recursive: true });
}

/** The example of every process that brings one, as it stands on a day. */
async function partsOn(day: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const { id, rehearsal } of await everyProcess()) {
    const example = await (await rehearsal?.())?.example();
    if (!example) continue;
    const moved = exampleUpTo(day, livingOf(example));
    // Several bring a call of the same name; whoever has gone through one is asked how it was.
    const call = { ...moved.call, id, followUpMonths: asksAgainAfter };
    const { callText, peopleText } = textsOf({ ...moved, call });
    const read = await checkCall(callText);
    if (read.outcome === "faulty") throw new Error(`the example of ${id}: ${read.faults.join("; ")}`);
    const { call: checked } = read.value;
    const cast = readPeople(Buffer.from(peopleText), checked);
    if (cast.outcome === "faulty") throw new Error(`the example of ${id}: ${cast.faults.join("; ")}`);
    const { stays = {}, says = {} } = example.living ?? {};
    const played = { ...cast.value, given: withOurStaff(cast.value.given) };
    parts.push({ call: checked, cast: stayingAs(sayingMore(played, says), stays), events: [] });
  }
  return parts;
}

const staffed = z.object({ staff: z.record(z.string(), z.unknown()) });

/** The same people see after all calls, whoever their examples name: who looks around is the coordinator of each. */
function withOurStaff(given: Cast["given"]): Cast["given"] {
  const { staff } = staffed.safeParse(given).data ?? {};
  if (!staff) return given;
  const ours = Object.entries(demoStaff).filter(([role]) => role in staff);
  return { ...given, staff: { ...staff, ...Object.fromEntries(ours) } };
}
