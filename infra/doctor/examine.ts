import { examineBootstrap, examineCredentials } from "./account.ts";
import { examineFunctions, examineMachines } from "./capacity.ts";
import type { Finding } from "./finding.ts";
import { examineMail, type MailNeeds } from "./mail.ts";
import { troubleOf, type Wire } from "./wire.ts";

/**
 * Looks at what an account needs before a deployment, and changes nothing. Without credentials, or without a network,
 * there is that one finding and no other. Throws when a service answers what nobody expects.
 */
export async function examine(wire: Wire, needs: MailNeeds): Promise<readonly Finding[]> {
  const who = await asked("credentials", examineCredentials(wire));
  if (who.some(({ verdict }) => verdict === "blocks")) return who;
  const rest = await Promise.all([
    asked("bootstrap", examineBootstrap(wire)),
    asked("mail", examineMail(wire, needs)),
    asked("functions", examineFunctions(wire, needs)),
    asked("machines", examineMachines(wire)),
  ]);
  return [...who, ...rest.flat()];
}

const asked = (about: Finding["about"], answer: Promise<readonly Finding[]>): Promise<readonly Finding[]> =>
  answer.catch((error: unknown) => [troubleOf(about, error)]);
