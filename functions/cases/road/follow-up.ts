import type { House } from "../../house.ts";
import { noteTaken } from "../../linked/linked.ts";
import { queueMail } from "../../mails/queue.ts";
import { type Head, headItem } from "../../store/items.ts";
import { headKey, nothingPending, refOfCall } from "../../store/keys.ts";
import { noteContest } from "../applications/same-address.ts";
import { enterSelection, noteIfHidden } from "../applications/submit.ts";
import { loadCase } from "../load.ts";
import { sayToCase } from "./owe.ts";
import { asRead, awaitsInterruption, isWaitedFor, startExecution } from "./start.ts";

/**
 * Does what follows from a stored head: its place in the selection, the acknowledgement, its machine. Each may be
 * repeated. The head stays pending until all is done; the acknowledgement is pending by itself from then on, so that
 * the machine does not wait for the pace of mails.
 */
export async function followUp(house: House, head: Head): Promise<"done" | "later"> {
  const { pk: ref, toStart } = head;
  if (toStart) {
    // Also of a case whose first machine went on without the table, which was set back to where nothing of this was done.
    const isFirst = toStart.visit === 1 && head.application !== undefined;
    if (isFirst) {
      await enterSelection(house, head);
      await hearCall(house, head);
      await noteIfHidden(house, head);
      await noteTaken(house, head);
      await noteContest(house, ref);
    }
    const loaded = await loadCase(house, ref);
    if (isFirst) {
      const applicant = loaded?.process.people("applicant", loaded.file);
      // Of what another case gave rise to, or a call invited to, nobody waits for a receipt.
      const wasSent = loaded?.process.application && toStart.from === loaded.process.start;
      if (applicant && wasSent) {
        const order = { ref, visit: 0, template: "received", role: "applicant", to: applicant, round: 0 };
        await queueMail(house, { ...order, isPaced: true }, loaded);
      }
    }
    await startExecution(house, head, loaded);
  }
  if (awaitsInterruption(head) || isWaitedFor(head)) return "later";
  if (!toStart) await house.table.change(headKey(ref), { remove: nothingPending, when: asRead(head) });
  return "done";
}

/** A call that is called off while somebody applies has looked through its cases already, or finds this one among them. */
async function hearCall(house: House, { pk, callId }: Head): Promise<void> {
  const call = await house.table.get(headKey(refOfCall(callId)));
  const word = call && headItem.parse(call).saidToAll;
  if (word) await sayToCase(house, pk, word);
}
