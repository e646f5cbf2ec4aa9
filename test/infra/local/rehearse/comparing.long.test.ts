import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { comparedPlaces } from "../../../../functions/compared/figures.ts";
import { askingItem } from "../../../../functions/store/compared-items.ts";
import { entryItem } from "../../../../functions/store/items.ts";
import { registrationPrefix } from "../../../../functions/store/keys.ts";
import { registrationItem } from "../../../../functions/store/seat-items.ts";
import { playAll } from "../../../../infra/local/rehearse/play-all.ts";
import { openTable } from "../../../../infra/local/table/table.ts";
import { everyProcess, processOf } from "../../../../workflows/catalogue.ts";
import { finishedBy } from "../../../../workflows/kernel/comparing.ts";
import { readExample } from "../../../examples.ts";

const processes = await everyProcess();

it.each(processes.filter(({ rehearsal }) => rehearsal))(
  "of a call of $id everybody who has gone through is asked at both moments, and no code and no key is left",
  async ({ rehearsal }) => {
    const example = await (await rehearsal?.())?.example();
    if (!example) throw new Error("no example");
    const read = await readExample({ ...example, call: { ...example.call, followUpMonths: 3 } });
    const folder = mkdtempSync(join(tmpdir(), "kelias-compared-"));
    try {
      await playAll(folder, [read], async ({ house, local }) => {
        const items = openTable(local.database).all();
        const asked = items.flatMap((item) => (item.sk === "asking" ? [askingItem.parse(item)] : []));
        const entries = items.flatMap((item) =>
          String(item.sk).startsWith("entry#") ? [entryItem.parse(item)] : [],
        );
        const gone: string[] = [];
        for (const { ref, state, ended } of entries) {
          const head = items.find(({ pk, sk }) => pk === ref && sk === "head");
          const process = await processOf(String(head?.process));
          if (ended && finishedBy(process).includes(state)) gone.push(ref);
        }
        expect(asked.map(({ pk }) => pk).toSorted()).toEqual(gone.toSorted());
        for (const { asked: when, next, pending } of asked)
          expect([Object.keys(when), next, pending]).toEqual([["end", "later"], undefined, undefined]);
        const places = await comparedPlaces(house);
        const sum = (moment: string) =>
          places.reduce((total, place) => total + (place.moment === moment ? (place.asked ?? 0) : 0), 0);
        // Whoever was at an event is asked as well, and has no case.
        const there = items.flatMap((item) =>
          String(item.sk).startsWith(registrationPrefix) ? [registrationItem.parse(item)] : [],
        );
        const all = gone.length + there.filter(({ checkedInAt }) => checkedInAt !== undefined).length;
        expect([sum("end"), sum("later")]).toEqual([all, all]);
        expect(local.answers.all().filter(({ pk }) => /^(campaign|slips)#~/.test(String(pk)))).toEqual([]);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);
