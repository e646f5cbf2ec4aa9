import * as z from "zod";
import { register } from "../../functions/staff/register.ts";
import { staffRoles } from "../../functions/store/staff-items.ts";
import { type Command, Refusal } from "./command.ts";

const roles = staffRoles.join(", ");

const asked = z.object({
  email: z.email({
    error: ({ input }) => `EMAIL: expected an e-mail address, found ${JSON.stringify(input)}`,
  }),
  name: z
    .string({ error: "--name: expected the name by which colleagues know this person" })
    .trim()
    .min(1, "--name: expected a name")
    .max(120, "--name: expected at most 120 letters")
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, "--name: expected one line of printable text"),
  roles: z
    .array(
      z.enum(staffRoles, {
        error: ({ input }) => `--role: expected ${roles}, found ${JSON.stringify(input)}`,
      }),
    )
    .min(1),
  language: z.enum(["lt", "en"], { error: "--language: expected lt or en" }),
});

const outcomes = {
  added: "was added",
  changed: "was changed",
  same: "is there already; nothing was changed",
};

/** Enters somebody into the register of staff. */
export const staffAdd: Command = {
  name: "staff add",
  summary: "lets somebody sign in to the console, and a coordinator make calls",
  on: "installation",
  begins: true,
  words: [{ value: "EMAIL", means: "the address to which codes for signing in are mailed" }],
  options: {
    name: { value: "NAME", means: "the name by which colleagues know this person; needed" },
    role: {
      value: "ROLES",
      means: `${roles}; several with commas between; without it, coordinator`,
    },
    language: { value: "lt|en", means: "the language of mails; without it, lt" },
  },
  more: [
    "A coordinator may make calls; everybody who is added may come into the console. What somebody may see and do in a call, the " +
      "call's own list of its staff says, whatever roles are given here.",
    "Adding somebody again changes what is said of them. They sign in at PORTAL/sign-in with a code that is mailed to them, or " +
      "through the OpenID Connect provider where one is configured.",
  ],
  read: ({ words: [email], options: { name, role = "coordinator", language = "lt" } }) => ({
    email,
    name,
    roles: String(role)
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    language,
  }),
  async ask(installation, given, { say }) {
    const read = asked.safeParse(given);
    if (!read.success) throw new Refusal(...read.error.issues.map(({ message }) => message));
    const { data } = read;
    const outcome = await register(installation, data);
    say(`${data.name} <${data.email}>, ${data.roles.join(", ")}: ${outcomes[outcome]}`);
    return 0;
  },
};
