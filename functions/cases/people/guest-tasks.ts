import { processOf } from "../../../workflows/catalogue.ts";
import { houseRoles, signsIn } from "../../../workflows/kernel/roles.ts";
import type { House } from "../../house.ts";
import { type InboxTask, readInbox } from "../tasks/inbox.ts";

/**
 * What is asked of an address in roles whose people sign in, the most urgent first: nobody's own case, and nothing of the console's.
 */
export async function tasksOfGuest(
  house: Pick<House, "table" | "clock">,
  email: string,
): Promise<readonly InboxTask[]> {
  const { tasks } = await readInbox(house, email, { filter: { whose: "mine" } });
  const isListed = await Promise.all(
    tasks.map(async ({ process, role = "" }) => {
      return !houseRoles.includes(role) && signsIn(await processOf(process), role);
    }),
  );
  return tasks.filter((_, index) => isListed[index]);
}
