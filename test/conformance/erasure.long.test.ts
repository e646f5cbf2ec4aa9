import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditCall } from "../../functions/audit/audit-call.ts";
import type { LoadedCase } from "../../functions/cases/load.ts";
import { documentsFor, makeDocument } from "../../functions/documents/documents.ts";
import { erase } from "../../functions/erasure/erase.ts";
import type { Kept } from "../../functions/erasure/kept.ts";
import { personBy } from "../../functions/erasure/person.ts";
import { idOf, isCall } from "../../functions/store/keys.ts";
import { keptInFolder } from "../../infra/local/kept-in-folder.ts";
import { postingsOf, sumsOf } from "../../workflows/kernel/ledger.ts";
import { everyExample } from "../examples.ts";
import { type Life, lived, notebook } from "./played.ts";

/**
 * Somebody drawn by the seed is erased after the example of each process was rehearsed to its end: nothing in the data folder names
 * them any more, and what counts counts as before.
 */

const seed = Number(process.env.FIRST_SEED ?? 1);

/** The rehearsal's own notebook names whoever applied, as the file of people does. */
const ownFiles = new Set([notebook]);

/** What must be the same before and after: of each case how it stands and what its money came to, of each call what an audit finds. */
async function balanceOf({ world, cases }: Life) {
  const all = await cases();
  const standing = all
    .filter(({ head }) => !isCall(head.pk))
    .map(({ head, entry, process, file }) => ({
      ref: head.pk,
      state: entry?.state,
      ended: entry?.ended,
      money: sumsOf(postingsOf(process.money, file)),
      decided: file.entry?.decision === undefined,
    }));
  const audits = [];
  for (const { head } of all.filter((one) => isCall(one.head.pk)))
    audits.push([head.pk, verdict(await auditCall(world.house, idOf(head.pk)))]);
  return { standing, audits };
}

function verdict(audited: Awaited<ReturnType<typeof auditCall>>) {
  if (audited.outcome !== "audited") return audited.outcome;
  return { differences: audited.rankings.map(({ differences }) => differences), changed: audited.changed };
}

/** In which files of the folder a text stands, whatever its capitals. */
const filesWith = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile() && !ownFiles.has(found.name))
    .filter(({ parentPath, name }) =>
      readFileSync(join(parentPath, name)).toString("utf8").toLowerCase().includes(text.toLowerCase()),
    )
    .map(({ name }) => name);

/** Somebody of whom nothing goes on any more. */
async function draw(house: Life["world"]["house"], kept: Kept, applicants: readonly LoadedCase[]) {
  for (const [index] of applicants.entries()) {
    const one = applicants[(seed * 7919 + index) % applicants.length];
    const email = one?.process.people("applicant", one.file)?.email ?? "";
    const person = await personBy(house, kept, email);
    if (person.obstacles.length === 0) return { person, email };
  }
  return undefined;
}

const examples = await everyExample();

describe.each(examples)("after a rehearsal of $id", (example) => {
  it("somebody is erased: the folder names them nowhere, ledgers balance and audits agree", async () => {
    await lived(example, async (life) => {
      await life.world.house.keepLines();
      const { world, folder, cases } = life;
      const { house, local } = world;
      const applicants = (await cases()).filter(
        ({ head, entry, process, file }) =>
          !isCall(head.pk) && entry?.ended && process.people("applicant", file) !== undefined,
      );
      const before = await balanceOf(life);
      const kept = keptInFolder(local, folder);
      const found = await draw(house, kept, applicants);
      // A process whose cases have no end of their own, such as a register of places: they are withdrawn first.
      if (!found) return expect(applicants.length).toBeGreaterThan(0);
      const { person, email } = found;
      const { names, accounts } = person.identity;
      await erase(house, kept, person, { by: "Duomenų apsaugos pareigūnė", reason: "prašymas" });
      for (const text of [email, ...names.filter((name) => name.length > 2), ...accounts])
        expect([text, filesWith(folder, text)]).toEqual([text, []]);
      expect(await balanceOf(life)).toEqual(before);
      const after = await cases();
      for (const loaded of after.filter(({ head }) => head.erased)) {
        expect(loaded.head.erased).toMatchObject({ by: "Duomenų apsaugos pareigūnė", reason: "prašymas" });
        for (const role of ["applicant", "coordinator"] as const)
          for (const { name } of documentsFor(role, loaded))
            await makeDocument(house, name, role, loaded, "lt");
      }
      expect(after.filter(({ head }) => head.erased)).not.toEqual([]);
      const again = await personBy(house, kept, email);
      expect([again.own, again.elsewhere, again.drafts]).toEqual([[], 0, 0]);
    });
  });
});
