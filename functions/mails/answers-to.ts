import type { LoadedCase } from "../cases/load.ts";
import type { Mail } from "../store/mail-items.ts";
import type { Rendered } from "./rendered.ts";

/** An answer to a mail goes to whoever coordinates the call that it is about; that person's own mails have none to go to. */
export function answersTo(
  { to }: Pick<Mail, "to">,
  { process, file }: Pick<LoadedCase, "process" | "file">,
): Pick<Rendered, "replyTo"> {
  const coordinator = process.people("coordinator", file);
  if (!coordinator || coordinator.email.toLowerCase() === to.email.toLowerCase()) return {};
  return { replyTo: { name: coordinator.name, email: coordinator.email } };
}
