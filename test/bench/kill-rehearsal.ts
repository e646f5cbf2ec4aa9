import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";
import { killAndEnd, mailsOf } from "../infra/local/rehearse/killing.ts";
import { shippedText } from "../infra/local/rehearse/plain-files.ts";
import { casesAndMailsOf, layOut, runRehearsal } from "../infra/local/rehearse/run-rehearsal.ts";
import { seeded } from "../infra/local/rehearse/seeded.ts";

/**
 * Plays the shipped call once undisturbed and once killed at random moments, and compares what became of everyone
 * and who was sent what. Usage: `node --import tsx test/bench/kill-rehearsal.ts [kills] [seed]`.
 */

const [kills = 20, seed = 1] = argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "kelias-kills-"));
const texts = { callText: shippedText("call.json"), peopleText: shippedText("people.csv") };

const undisturbed = layOut(join(folder, "undisturbed"), texts);
const began = performance.now();
await runRehearsal(undisturbed);
const seconds = (performance.now() - began) / 1000;
console.log(`undisturbed: ${seconds.toFixed(1)} s, ${casesAndMailsOf(undisturbed).length} people`);

const killed = layOut(join(folder, "killed"), texts);
const longest = Math.round((2 * seconds * 1000) / (kills + 2));
const done = await killAndEnd(killed, { kills, chance: seeded(seed), longest });
console.log("\nkill  during  after, ms  virtual time reached");
for (const [index, { during, after, reached }] of done.entries()) {
  console.log(
    [
      String(index + 1).padStart(4),
      during.padEnd(6),
      String(after).padStart(9),
      reached ?? "before the first",
    ].join("  "),
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const mails = mailsOf(killed);
const results = {
  "cases.csv but for transitions, items_written": isSame(
    casesAndMailsOf(killed),
    casesAndMailsOf(undisturbed),
  ),
  "mails.csv by case, template, recipient, round, time": isSame(mails, mailsOf(undisturbed)),
};
console.log(`\n${done.length} kills, ${mails.length} mails`);
for (const [what, equal] of Object.entries(results)) console.log(`${what}: ${equal ? "equal" : "DIFFERS"}`);
rmSync(folder, { recursive: true });
process.exitCode = Object.values(results).every(Boolean) ? 0 : 1;
