import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { textsOf } from "../../../../infra/local/rehearse/example-files.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";
import { killAndEnd, mailsOf } from "./killing.ts";
import { bytesOf, casesAndMailsOf, layOut, runRehearsal } from "./run-rehearsal.ts";
import { seeded } from "./seeded.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-killed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rehearsed = (await everyProcess()).filter(({ rehearsal }) => rehearsal);

describe.each(rehearsed)("the example of $id, killed and begun again", ({ id, rehearsal }) => {
  it("comes to the same for everyone, pays each once and sends each mail once", async () => {
    const example = await (await rehearsal?.())?.example();
    if (!example) throw new Error("no example");
    const texts = textsOf(example);
    const undisturbed = layOut(join(folder, id, "undisturbed"), texts);
    const began = performance.now();
    await runRehearsal(undisturbed);
    let longest = Math.round((performance.now() - began) / 8);
    let killed = layOut(join(folder, id, "killed"), texts);
    // A small example is over before it can be killed: then it is given less time.
    for (
      let tries = 1;
      (await killAndEnd(killed, { kills: 6, chance: seeded(11), longest })).length < 2;
      tries += 1
    ) {
      expect(tries).toBeLessThan(10);
      longest = Math.round(longest / 3);
      killed = layOut(join(folder, id, `killed-${tries}`), texts);
    }
    expect(casesAndMailsOf(killed)).toEqual(casesAndMailsOf(undisturbed));
    expect(mailsOf(killed)).toEqual(mailsOf(undisturbed));
    expect(bytesOf(killed, "ledger.csv")).toBe(bytesOf(undisturbed, "ledger.csv"));
  });
});
