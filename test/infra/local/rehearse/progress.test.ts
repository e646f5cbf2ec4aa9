import { PassThrough } from "node:stream";
import { WriteStream } from "node:tty";
import { describe, expect, it } from "vitest";
import { openProgress } from "../../../../infra/local/rehearse/progress.ts";

/** A stream that remembers; a terminal's methods do nothing. */
function listening(isTTY: boolean) {
  const through = new PassThrough();
  const written: string[] = [];
  through.on("data", (chunk) => written.push(String(chunk)));
  const stream = Object.setPrototypeOf(
    Object.assign(through, { isTTY, columns: 100 }),
    PassThrough.prototype,
  );
  return { stream, said: () => written.join("") };
}

void WriteStream;
describe("progress", () => {
  it("is a line now and then where nobody watches", () => {
    const { stream, said } = listening(false);
    let now = 0;
    const progress = openProgress(200, { stream, now: () => now });
    progress.show({ submitted: 1, ended: 0, now: "2027-01-12T08:00:00.000Z" });
    now = 5_000;
    progress.show({ submitted: 20, ended: 3, now: "2027-01-14T08:00:00.000Z" });
    now = 9_999;
    progress.show({ submitted: 90, ended: 9, now: "2027-02-14T08:00:00.000Z" });
    progress.close();
    expect(said()).toBe("2027-01-14: 20 of 200 applied, 3 at the end of their road\n");
  });
});
