import * as z from "zod";
import { allCalls } from "../../functions/calls/calls.ts";
import { ownRoles } from "../../functions/cases/people/standing-in.ts";
import { takeOut } from "../../functions/staff/register.ts";
import { idOf } from "../../functions/store/keys.ts";
import type { Command } from "./command.ts";

const asked = z.object({ email: z.string() });

/** Takes somebody out of the register of staff. */
export const staffRemove: Command = {
  name: "staff remove",
  summary: "ends what was given with staff add, at once",
  on: "installation",
  words: [{ value: "EMAIL", means: "the address of whoever was added" }],
  more: [
    "What somebody may do in a call, the call's own list of its staff says: whoever is named there stays, and the command says in " +
      "which calls. There they are replaced in the console, with „Change the call“.",
  ],
  read: ({ words: [email] }) => ({ email }),
  async ask(installation, given, { say }) {
    const { email } = asked.parse(given);
    const outcome = await takeOut(installation, email);
    say(
      outcome === "removed"
        ? `${email} was removed`
        : `${email} is not among those who were added; nothing was changed`,
    );
    for (const call of await allCalls(installation)) {
      const roles = [...ownRoles(call, email)];
      if (roles.length > 0) say(`${email} still works for the call ${idOf(call.pk)}: ${roles.join(", ")}`);
    }
    return 0;
  },
};
