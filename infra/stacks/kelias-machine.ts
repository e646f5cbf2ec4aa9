import { readFileSync } from "node:fs";
import { Arn, ArnFormat, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { compile, type MachineFunction, machineFunctions } from "../../workflows/kernel/compile.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { machineFileOf, machineText } from "../machine-file.ts";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import type { KeliasFunction } from "./kelias-function.ts";
import { kept } from "./kept.ts";
import { machineNameOf, vendedLogsOf } from "./names.ts";

interface Props {
  readonly process: Process;
  readonly environment: Environment;
  readonly data: DataStack;
  readonly functions: Readonly<Record<MachineFunction, KeliasFunction>>;
}

/**
 * The machine of a process, from its compiled file: CloudFormation fetches it from the assets, because all of them
 * together would be longer than a template may be. CDK gives such a definition no rights by itself, so the role may invoke
 * what it names, and nothing else. Throws when the file is not what the process compiles to.
 */
export class KeliasMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, props: Props) {
    super(scope, props.process.id);
    const { process, environment, data, functions } = props;
    const file = machineFileOf(process.id);
    const definition = readFileSync(file, "utf8");
    if (definition !== machineText(compile(process)))
      throw new Error(`${file} is not what ${process.id} compiles to: run npm run compile`);
    const called = machineFunctions.filter((name) => definition.includes(`\${${name}}`));
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("states.amazonaws.com") });
    role.addToPolicy(
      new PolicyStatement({
        sid: "Functions",
        actions: ["lambda:InvokeFunction"],
        // An execution that began before there were aliases goes on as it is defined, for a year at most, and calls the function itself.
        resources: called.flatMap((name) => [
          functions[name].live.functionArn,
          functions[name].lambda.functionArn,
        ]),
      }),
    );
    const machineName = machineNameOf(environment, process.id);
    if (definition.includes('"DISTRIBUTED"')) this.#asksMany(role, machineName);
    this.machine = new StateMachine(this, "Machine", {
      stateMachineName: machineName,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(file),
      definitionSubstitutions: Object.fromEntries(
        called.map((name) => [name, functions[name].live.functionArn]),
      ),
      role,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, "Logs", {
          logGroupName: vendedLogsOf(environment, process.id),
          retention: environment.logDays,
          encryptionKey: data.key,
          removalPolicy: kept,
        }),
      },
      removalPolicy: kept,
    });
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray's and log delivery's actions: IAM knows no resource for them.",
    });
  }

  /**
   * A distributed Map starts its items as executions of its own machine, looks after them and ends them with it. Nobody may redrive
   * one: a road that broke down is taken up again in an execution of its own (decision 29).
   * Source: https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
   */
  #asksMany(role: Role, machineName: string): void {
    const arn = (resource: string, resourceName: string) =>
      Arn.format(
        { service: "states", resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME },
        Stack.of(this),
      );
    const executions = arn("execution", `${machineName}:*`);
    const statement = (sid: string, actions: readonly string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ sid, actions: [...actions], resources: [resource] }));
    statement("Items", ["states:StartExecution"], arn("stateMachine", machineName));
    statement("ItemsUnderWay", ["states:DescribeExecution", "states:StopExecution"], executions);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${machineName}:*]`,
      reason: "Step Functions names the executions of a Map's items when it starts them.",
    });
  }
}
