import { callerOf, examineBootstrap } from "./account.ts";
import { examineFunctions, examineMachines } from "./capacity.ts";
import { type Finding, fine } from "./finding.ts";
import { examineNames, examineStacks, examineTopics, installedStacks, type Place } from "./installed.ts";
import { examineMail, type MailNeeds } from "./mail.ts";
import { troubleOf, type Wire } from "./wire.ts";

/**
 * Looks at what an account needs before a deployment, and changes nothing. Without credentials, or without a network,
 * there is that one finding and no other. Throws when a service answers what nobody expects.
 */
export async function examine(wire: Wire, needs: MailNeeds): Promise<readonly Finding[]> {
  const caller = await callerOf(wire).catch((error: unknown) => troubleOf("credentials", error));
  if ("verdict" in caller) return [caller];
  const { account, arn } = caller;
  const [, partition = "aws"] = arn.split(":");
  const environment = needs.production ? "prod" : "dev";
  const rest = await Promise.all([
    asked("stacks", examineInstalled(wire, { environment, account, partition })),
    asked("bootstrap", examineBootstrap(wire)),
    asked("mail", examineMail(wire, needs)),
    asked("functions", examineFunctions(wire, needs)),
    asked("machines", examineMachines(wire)),
  ]);
  return [fine("credentials", `account ${account}, as ${arn}`), ...rest.flat()];
}

/** What of this environment is there already; without its data, whether the names are free for it. */
async function examineInstalled(wire: Wire, place: Place): Promise<readonly Finding[]> {
  const stacks = await installedStacks(wire);
  const isThere = stacks.some(({ StackName }) => StackName === `kelias-${place.environment}-data`);
  const more = isThere
    ? asked("alarms", examineTopics(wire, place))
    : asked("names", examineNames(wire, place));
  return [...examineStacks(stacks, place), ...(await more)];
}

const asked = (about: Finding["about"], answer: Promise<readonly Finding[]>): Promise<readonly Finding[]> =>
  answer.catch((error: unknown) => [troubleOf(about, error)]);
