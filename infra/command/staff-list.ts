import { allCalls } from "../../functions/calls/calls.ts";
import { staffIn } from "../../functions/cases/people/standing-in.ts";
import { registeredStaff } from "../../functions/staff/register.ts";
import { idOf } from "../../functions/store/keys.ts";
import type { Command } from "./command.ts";

/** Shows who may come into the console, and why. */
export const staffList: Command = {
  name: "staff list",
  summary: "lists who may come into the console: whoever was added, and whoever works for a call",
  on: "installation",
  read: () => ({}),
  async ask(installation, _, { say }) {
    const register = await registeredStaff(installation);
    for (const { name, email, roles, language, addedAt } of register)
      say(`${name} <${email}>, ${language}: ${roles.join(", ")}, added ${addedAt.slice(0, 10)}`);
    for (const call of await allCalls(installation))
      for (const [role, { name, email, language }] of staffIn(call))
        say(`${name} <${email}>, ${language}: ${role} of the call ${idOf(call.pk)}`);
    if (register.length === 0) say("nobody was added yet: npm run -s kelias -- staff add EMAIL --name NAME");
    return 0;
  },
};
