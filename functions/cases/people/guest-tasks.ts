import { houseRoles } from "../../../workflows/kernel/roles.ts";
import type { House } from "../../house.ts";
import { type InboxTask, readInbox } from "../tasks/inbox.ts";

/**
 * What is asked of an address in roles of a process, the most urgent first: nobody's own case, and nothing of the console's. Whoever was
 * asked finds it by signing in, too: a mail with a link gets lost.
 */
export async function tasksOfGuest(
  house: Pick<House, "table" | "clock">,
  email: string,
): Promise<readonly InboxTask[]> {
  const { tasks } = await readInbox(house, email, { filter: { whose: "mine" } });
  return tasks.filter(({ role = "" }) => !houseRoles.includes(role));
}
