import { type App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { bundledCode, type CodeOf } from "./bundle.ts";
import { DataStack } from "./data-stack.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { FirewallStack } from "./firewall-stack.ts";
import { MailStack } from "./mail-stack.ts";
import { PortalStack } from "./portal-stack.ts";
import { WatchStack } from "./watch-stack.ts";
import { WorkflowStack } from "./workflow-stack.ts";

export interface Kelias {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly mail: MailStack;
  readonly firewall: FirewallStack;
  readonly portal: PortalStack;
  readonly workflow: WorkflowStack;
  readonly watch: WatchStack;
}

/** All stacks of one environment, in the order in which they are deployed; each refers to earlier ones only. */
export function kelias(app: App, codeOf: CodeOf = bundledCode): Kelias {
  const environment = readEnvironment(app.node);
  const { terminationProtection } = environment;
  const id = (stack: string) => `kelias-${environment.name}-${stack}`;
  const data = new DataStack(app, id("data"), { environment, terminationProtection });
  const mail = new MailStack(app, id("mail"), { environment, terminationProtection });
  const ground = { environment, data, mail, terminationProtection, codeOf };
  const firewall = new FirewallStack(app, id("firewall"), { environment, terminationProtection });
  const portal = new PortalStack(app, id("portal"), { ...ground, firewall });
  const workflow = new WorkflowStack(app, id("workflow"), { ...ground, portalUrl: portal.portalUrl });
  const watch = new WatchStack(app, id("watch"), {
    environment,
    terminationProtection,
    data,
  });
  Tags.of(app).add("kelias:environment", environment.name);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { environment, data, mail, firewall, portal, workflow, watch };
}
