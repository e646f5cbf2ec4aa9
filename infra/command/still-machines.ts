import type { LocalClock } from "../local/clock.ts";
import type { Database } from "../local/database/database.ts";
import type { Keeping } from "./installation.ts";

/** The machines of a data folder on which no product runs. */
export const stillMachines = (database: Database, clock: LocalClock): Keeping => ({
  settleMillis: 0,
  async use(work) {
    const { openStillMachines } = await import("../local/still-machines.ts");
    const { machines, close } = openStillMachines(database, clock);
    try {
      return await work(machines);
    } finally {
      await close();
    }
  },
  // Tokens are signed with it; those that machines wait for are kept whole.
  forgetTokens: () => {
    database.changeAtOnce(() => database.rows("DELETE FROM setting WHERE name = 'secret'"));
  },
});
