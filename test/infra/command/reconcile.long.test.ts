import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { codeOf } from "../../../functions/reading/codes.ts";
import { certificateItem } from "../../../functions/store/certificate-item.ts";
import { entryItem, headItem, taskItem } from "../../../functions/store/items.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { openWorld } from "../../../infra/local/rehearse/world.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { roadNames, roadOf } from "../../functions/once/roads.ts";
import { seeded } from "../local/rehearse/seeded.ts";
import {
  itemsIn,
  type SetBack,
  type Snapshot,
  sentMails,
  setBack,
  setBacks,
  snapshotsAfter,
} from "./set-back.ts";
import { typed } from "./typed-command.ts";

const top = mkdtempSync(join(tmpdir(), "kelias-reconcile-"));
afterAll(() => rmSync(top, { recursive: true }));

const soonMillis = 2 * 86_400_000;
const chance = seeded(15);
/** Not set back here: answers that nobody can tie to a person are kept beside the table, and were not set back with it. */
const notHere: readonly string[] = ["assessment-campaign"];

/** Within so many of the writes of their lives, and so many times set back. */
const lives = roadNames
  .filter((name) => !notHere.includes(name))
  .map((name) => ({ name, writes: 700, tries: 3 }));

/** Where those stand whose roads have not ended. */
const goingOn = (entries: readonly z.infer<typeof entryItem>[]): readonly string[] =>
  entries.flatMap(({ ended, state }) => (ended ? [] : [state])).toSorted();

describe.each(lives)("$name", ({ name, writes: most, tries }) => {
  const folder = join(top, name);
  const ledgerFile = join(top, `${name}.jsonl`);
  let taken: readonly Snapshot[] = [];
  let road: Awaited<ReturnType<typeof roadOf>>;
  beforeAll(async () => {
    road = await roadOf(name);
    // A small example is over after some hundred of them.
    const writes = [most, 120]
      .flatMap((last) => Array.from({ length: 40 }, () => chance.whole(20, last)))
      .toSorted((a, b) => a - b);
    const snapshots = snapshotsAfter(writes, join(top, `${name}-snapshots`), ledgerFile);
    const ledger = openLedger(ledgerFile);
    const world = await openWorld(
      folder,
      vilniusInstant(road.opens).toString({ smallestUnit: "millisecond" }),
      ledger,
      undefined,
      { watch: snapshots.watch },
    );
    snapshots.of(world);
    await road.live(world, ledger);
    await world.close();
    taken = snapshots.taken;
    expect(taken.length).toBeGreaterThan(1);
  });

  const pairs = Array.from({ length: tries }, (_, index) => index);
  it.each(pairs.flatMap((pair) => setBacks.map((what) => ({ pair, what }))))(
    "set back: $what ($pair)",
    async ({ pair, what }) => {
      const { earlier, later } = momentsFrom(Math.floor((pair * taken.length) / pairs.length));
      const where = join(top, `${name}-${what}-${pair}`);
      setBack(what, { earlier, later }, { from: folder, folder: where });
      const kelias = (...words: readonly string[]) => typed(words, { KELIAS_DATA: where });
      const file = join(where, "kelias.sqlite");
      const before = itemsIn(file, "");

      const dry = await kelias("reconcile");
      expect(itemsIn(file, "")).toEqual(before);
      const applied = await kelias("reconcile", "--apply");
      expect([applied.code, applied.told]).toEqual([0, []]);
      const again = await kelias("reconcile");
      expect([again.code, again.said.at(-1)]).toEqual([0, "everything fits together"]);

      if (what !== "machines") expectLostIsListed(earlier, later, dry.said);
      await goesOn(where, what, { earlier, later });
    },
  );

  /** A moment, and the latest one soon after it between which nobody's time to answer was up: who answers again is still in time. */
  function momentsFrom(index: number): { readonly earlier: Snapshot; readonly later: Snapshot } {
    for (const earlier of [...taken.slice(index), ...taken]) {
      const due = dueIn(earlier);
      const soon = new Date(Date.parse(earlier.at) + soonMillis).toISOString();
      const later = taken.findLast(
        ({ at }, order) => order > taken.indexOf(earlier) && at < soon && due.every((end) => end > at),
      );
      if (later) return { earlier, later };
    }
    throw new Error("there are too few snapshots");
  }

  const dueIn = ({ folder: where }: Snapshot): readonly string[] =>
    itemsIn(join(where, "kelias.sqlite"), "task#")
      .map((item) => taskItem.parse(item))
      .filter(({ status, kind }) => status === "open" && kind === "ask")
      .map(({ dueAt }) => dueAt ?? "9999");

  /** Every case that was acknowledged after the point and told of by a mail is named. */
  function expectLostIsListed(earlier: Snapshot, later: Snapshot, said: readonly string[]): void {
    const kept = new Set(headsIn(earlier));
    const lost = [...new Set(sentMails(join(later.folder, "kelias.sqlite")).map(({ pk }) => pk))].filter(
      (pk) => !kept.has(pk) && pk.startsWith("case#"),
    );
    for (const ref of lost) expect(said.join("\n")).toContain(`lost: ${codeOf(ref)}, application`);
  }

  const headsIn = (snapshot: Snapshot): readonly string[] =>
    itemsIn(join(snapshot.folder, "kelias.sqlite"), "head").map((item) => headItem.parse(item).pk);

  async function goesOn(
    where: string,
    what: SetBack,
    { earlier, later }: { readonly earlier: Snapshot; readonly later: Snapshot },
  ): Promise<void> {
    const ledgerOf = what === "machines" ? later : earlier;
    const ledger = join(where, "applications.jsonl");
    const kept = join(ledgerOf.folder, "applications.jsonl");
    if (existsSync(kept)) copyFileSync(kept, ledger);
    const sent = sentMails(join(later.folder, "kelias.sqlite"));
    const opened = openLedger(ledger);
    // Whoever plays groups answers what was opened, and knows nothing of what was open before.
    if (name !== "foreign-internship")
      for (const item of itemsIn(join(where, "kelias.sqlite"), "")) opened.noteItem(item);
    const world = await openWorld(where, earlier.at, opened);
    await road.live(world, opened);
    await world.close();

    const file = join(where, "kelias.sqlite");
    const entries = itemsIn(file, "entry#").map((item) => entryItem.parse(item));
    // A place that is offered for years goes on when its example is over.
    const lived = itemsIn(join(folder, "kelias.sqlite"), "entry#").map((item) => entryItem.parse(item));
    expect(goingOn(entries)).toEqual(goingOn(lived));
    const known = new Set(entries.map(({ ref }) => ref));
    expect(headsIn(ledgerOf).filter((ref) => ref.startsWith("case#") && !known.has(ref))).toEqual([]);

    // A mail that had gone stands as it went: it did not go again.
    const after = new Map(sentMails(file).map((mail) => [`${mail.pk} ${mail.sk}`, mail.sentAt]));
    const twice = sent.filter(({ pk, sk, sentAt }) => {
      const now = after.get(`${pk} ${sk}`);
      return (
        now !== undefined &&
        Math.floor(Date.parse(now) / 1000) !== Math.floor(Date.parse(sentAt ?? "") / 1000)
      );
    });
    const acknowledged = new Set(headsIn(earlier));
    expect(twice.filter(({ pk }) => acknowledged.has(pk)).map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);

    // An event certifies each of those who were there.
    const certified = itemsIn(file, "certificate")
      .map((item) => certificateItem.parse(item))
      .map(({ ref, says }) => `${ref} ${says.holder}`);
    expect(certified).toEqual([...new Set(certified)]);
    const end = itemsIn(join(folder, "kelias.sqlite"), "entry#").map((item) => entryItem.parse(item));
    // Whoever applied in between may come too late the second time, and then others get the places.
    if (isClosed(earlier)) {
      const states = (all: typeof entries) => all.map(({ ref, state }) => `${ref} ${state}`);
      expect(states(entries)).toEqual(states(end));
    }
  }

  function isClosed({ folder: where, at }: Snapshot): boolean {
    const heads = itemsIn(join(where, "kelias.sqlite"), "head").map((item) => headItem.parse(item));
    return heads.every(({ data }) => data?.closesAt === undefined || at > String(data.closesAt));
  }
});
