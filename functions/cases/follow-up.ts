import type { House } from "../house.ts";
import { queueMail } from "../mails/queue.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey } from "../store/keys.ts";
import { loadCase } from "./load.ts";
import { awaitsInterruption, startExecution } from "./start.ts";
import { enterSelection } from "./submit.ts";

/**
 * Does what follows from a stored application: its place in the selection, the acknowledgement, its machine. Each may
 * be repeated. The head stays pending until all is done.
 */
export async function followUp(house: House, ref: string): Promise<"done" | "later"> {
  const item = await house.table.get(headKey(ref));
  if (!item) return "done";
  const head: Head = headItem.parse(item);
  try {
    if (head.toStart && head.generation === 1 && head.application) {
      await enterSelection(house, head);
      const loaded = await loadCase(house, ref);
      const applicant = loaded?.process.people("applicant", loaded.file);
      // Of what another case gave rise to, nobody waits for a receipt.
      const wasSent = head.toStart.from === loaded?.process.start;
      if (applicant && wasSent) {
        const order = { ref, visit: 0, template: "received", role: "applicant", to: applicant, round: 0 };
        await queueMail(house, order, loaded);
      }
    }
    if (head.toStart) await startExecution(house, head);
    return awaitsInterruption(head) ? "later" : "done";
  } catch (error) {
    house.log("K303", { ref, what: "start", error: error instanceof Error ? error.name : "unknown" });
    return "later";
  }
}
