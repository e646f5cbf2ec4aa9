import { leastUnreserved, settings } from "../stacks/environment.ts";
import { advice, blocks, type Finding, fine } from "./finding.ts";
import type { Wire } from "./wire.ts";

/** With fewer the functions of one environment get in each other's way; a new account may have 10. */
const fewestAtOnce = 50;
const enoughAtOnce = 1000;

/** How many functions may run at once; in production some of them are reserved for submissions. */
export async function examineFunctions(
  wire: Wire,
  { production }: { readonly production: boolean },
): Promise<readonly Finding[]> {
  const { GetAccountSettingsCommand, LambdaClient } = await import("@aws-sdk/client-lambda");
  const { AccountLimit } = await new LambdaClient(wire).send(new GetAccountSettingsCommand({}));
  const atOnce = AccountLimit?.ConcurrentExecutions ?? 0;
  const unreserved = AccountLimit?.UnreservedConcurrentExecutions ?? atOnce;
  const says =
    unreserved < atOnce
      ? `${atOnce} functions at once, ${unreserved} of them reserved for nobody`
      : `${atOnce} functions at once`;
  const todo = `Service Quotas, Lambda, „Concurrent executions“: ask for ${enoughAtOnce}`;
  const fewest = production ? settings.prod.submissionsAtOnce + leastUnreserved : fewestAtOnce;
  // What is reserved may be this environment's own, from the deployment before.
  const own = production ? Math.min(atOnce - unreserved, settings.prod.submissionsAtOnce) : 0;
  if (unreserved + own < fewest) return [blocks("functions", says, todo)];
  return [atOnce < enoughAtOnce ? advice("functions", says, todo) : fine("functions", says)];
}

/** A second, steadily: what a closing call and its sweeper need without making people wait. */
const enough = [
  ["StartExecution throttle token refill rate per second", 100],
  ["StateTransition throttle token refill rate per second", 500],
] as const;

/** How fast machines may be started and move on. */
export async function examineMachines(wire: Wire): Promise<readonly Finding[]> {
  const { paginateListServiceQuotas, ServiceQuotasClient } = await import("@aws-sdk/client-service-quotas");
  const quotas = new Map<string, number>();
  const pages = paginateListServiceQuotas(
    { client: new ServiceQuotasClient(wire) },
    { ServiceCode: "states" },
  );
  for await (const { Quotas = [] } of pages) {
    for (const { QuotaName, Value } of Quotas) {
      if (QuotaName !== undefined && Value !== undefined) quotas.set(QuotaName, Value);
    }
  }
  return enough.map(([name, wanted]) => {
    const value = quotas.get(name);
    const todo = `Service Quotas, Step Functions, „${name}“: ${wanted} or more`;
    if (value === undefined) return advice("machines", `no quota is called „${name}“ here`, todo);
    const says = `${name}: ${value}`;
    return value < wanted ? advice("machines", says, todo) : fine("machines", says);
  });
}
