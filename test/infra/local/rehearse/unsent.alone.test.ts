import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { readExample } from "../../../examples.ts";
import { example } from "./book-grant/rehearsal.ts";
import { playInLives } from "./lives.ts";

/** A process of which one mail names what its cases do not give. */
vi.mock("../../../../workflows/catalogue.ts", async (original) => {
  const real = await original<typeof import("../../../../workflows/catalogue.ts")>();
  const { bookGrant } = await import("./book-grant/process.ts");
  const lt = async () => ({ ...(await bookGrant.words.lt()), "mail.received.body": "Gavome, {nickname}." });
  const broken = { ...bookGrant, words: { ...bookGrant.words, lt } };
  const processIds = ["standing-call", broken.id];
  const processOf = async (id: string) => (id === broken.id ? broken : real.processOf(id));
  return {
    processIds,
    processOf,
    isProcess: (id: unknown) => processIds.some((known) => known === id),
    everyProcess: () => Promise.all(processIds.map(processOf)),
  };
});

const top = mkdtempSync(join(tmpdir(), "kelias-unsent-"));
afterAll(() => rmSync(top, { recursive: true }));

it("a rehearsal of which a mail was not sent fails, and says whose it is and which text is to blame", async () => {
  const { read, part } = await readExample(example);
  await expect(playInLives(join(top, "broken"), [{ read, part }])).rejects.toThrow(
    "line 2, Ona Onaitė: the mail received to applicant, in lt, was not sent: " +
      "its text mail.received.body names {nickname}, which the case does not give (and 3 more such mails)",
  );
});
