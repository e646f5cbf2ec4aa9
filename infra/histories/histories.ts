import { parseArgs } from "node:util";
import { everyProcess } from "../../workflows/catalogue.ts";
import { faultsSince } from "./differences.ts";
import { historyOf } from "./history.ts";
import { historiesOf, keep, releases } from "./kept.ts";

/**
 * `npm run histories -- --record RELEASE` keeps what cases of this release rely on; without it the processes of today are held to what
 * was kept of every release.
 */
const { values } = parseArgs({ options: { record: { type: "string" } } });
const processes = await everyProcess();
if (values.record === undefined) process.exitCode = compare();
else if (/^[\w.-]{1,40}$/.test(values.record)) {
  const { record } = values;
  keep(
    record,
    processes.map((one) => historyOf(one, record)),
  );
  process.stdout.write(`kept what ${processes.length} processes are at ${record}\n`);
} else {
  process.stderr.write("--record: expected the name of a release such as 2026-11: letters, digits, _ . -\n");
  process.exitCode = 2;
}

function compare(): number {
  const known = new Map(processes.map((one) => [one.id, one]));
  const faults = releases()
    .flatMap(historiesOf)
    .flatMap((one) => {
      const today = known.get(one.process);
      return today
        ? faultsSince(one, today)
        : [
            `${one.process}, since ${one.release}: there is no such process any more; its cases may still run`,
          ];
    });
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length === 0) process.stdout.write("every case of an earlier release can go on\n");
  return faults.length === 0 ? 0 : 1;
}
