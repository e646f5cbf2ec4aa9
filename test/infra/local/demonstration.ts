import { join } from "node:path";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import { liveClock } from "../../../infra/local/clock.ts";
import { demoCall } from "../../../infra/local/demo.ts";
import { openHouse } from "../../../infra/local/house.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";

/** Publishes the demonstration's open call, and nothing else, in a data folder that is not there yet or that nobody has open. */
export async function publishDemonstration(dataFolder: string): Promise<void> {
  const local = await openHouse({
    dataFolder,
    clock: liveClock(join(dataFolder, "clock.json")),
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
  await publishCall(local.house, demoCall(local.house.clock.now()));
  await local.engine.settled();
  await local.close();
}
