import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { CodeOf } from "./bundle.ts";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import { kept } from "./kept.ts";
import { gateLogsOf, gateNameOf } from "./names.ts";

interface Props {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly codeOf: CodeOf;
}

/** The header in which CloudFront tells the API that a request came through it. */
export const originHeader = "x-kelias-origin";

/**
 * Keeps the API to CloudFront: a key that only the two know. The API refuses a request without the header by itself,
 * and asks the function once an hour whether the key is right. CloudFormation fills the key in while it deploys, so it
 * stands in no template. docs/runbook.md says how to change it.
 */
export class Gate extends Construct {
  readonly authorizer: HttpLambdaAuthorizer;
  /** What CloudFront sends; resolved by CloudFormation. */
  readonly key: string;

  constructor(scope: Construct, { environment, data, codeOf }: Props) {
    super(scope, "Gate");
    const secret = new Secret(this, `Key${environment.originKey}`, {
      description: "What CloudFront tells the API, so that nobody passes by the firewall",
      encryptionKey: data.key,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "CloudFront and the API must change it in one deployment, which -c originKey does; it opens nothing but the way past the firewall.",
    });
    this.key = secret.secretValue.unsafeUnwrap();
    this.authorizer = new HttpLambdaAuthorizer("OriginGate", this.#function(environment, data, codeOf), {
      authorizerName: `kelias-${environment.name}-origin`,
      identitySource: [`$request.header.${originHeader}`],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.hours(1),
    });
  }

  #function(environment: Environment, data: DataStack, codeOf: CodeOf): LambdaFunction {
    const logGroup = new LogGroup(this, "Logs", {
      logGroupName: gateLogsOf(environment),
      retention: environment.logDays,
      encryptionKey: data.key,
      removalPolicy: kept,
    });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "xray:PutTraceSegments and xray:PutTelemetryRecords: IAM knows no resource for them.",
    });
    return new LambdaFunction(this, "Function", {
      functionName: gateNameOf(environment),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: codeOf({ entry: "infra/stacks/origin-gate.ts" }),
      role,
      timeout: Duration.seconds(5),
      memorySize: 128,
      tracing: Tracing.ACTIVE,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { ORIGIN_KEY: this.key },
    });
  }
}
