import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type FunctionEntry, functionCatalogue } from "../../functions/catalogue.ts";
import type { CodeOf } from "./bundle.ts";
import { functionsCalledBy } from "./called-by.ts";
import { Edge } from "./edge.ts";
import type { FirewallStack } from "./firewall-stack.ts";
import { Gate } from "./gate.ts";
import type { Ground } from "./grants.ts";
import { KeliasFunction } from "./kelias-function.ts";
import { kept } from "./kept.ts";
import { vendedLogsOf } from "./names.ts";
import { Shift } from "./shift.ts";

interface Props extends StackProps, Ground {
  readonly codeOf: CodeOf;
  readonly firewall: FirewallStack;
}

/** What people and programs reach over HTTP, through CloudFront and its firewall only. */
export class PortalStack extends Stack {
  readonly api: HttpApi;
  readonly portalUrl: string;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { environment, firewall } = props;
    this.addStackDependency(firewall);
    const gate = new Gate(this, props);
    this.api = new HttpApi(this, "Api", {
      apiName: `kelias-${environment.name}`,
      createDefaultStage: false,
      defaultAuthorizer: gate.authorizer,
    });
    const edge = new Edge(this, {
      environment,
      api: this.api,
      firewallArn: firewall.arnElsewhere,
      originKey: gate.key,
    });
    this.portalUrl = edge.portalUrl;
    new CfnOutput(this, "PortalUrl", { value: this.portalUrl });
    const functions = functionsCalledBy("http").map(
      (name) => new KeliasFunction(this, { ...props, name, portalUrl: this.portalUrl }),
    );
    for (const { name, called } of functions) {
      const entry: FunctionEntry = functionCatalogue[name];
      const integration = new HttpLambdaIntegration(`${name}Integration`, called);
      for (const route of entry.routes ?? []) this.#route(route, integration);
    }
    this.#stage(props);
    new Shift(this, { environment, data: props.data, apiId: this.api.apiId, functions });
  }

  #route(route: string, integration: HttpLambdaIntegration): void {
    const [method, path] = route.split(" ");
    const known = Object.values(HttpMethod).find((candidate) => candidate === method);
    if (!known || !path) throw new Error(`a route is a method and a path, not ${route}`);
    new HttpRoute(this, route, {
      httpApi: this.api,
      routeKey: HttpRouteKey.with(path, known),
      integration,
    });
  }

  /** The access log names the route, never the path: paths carry the secrets of links. */
  #stage({ environment, data }: Ground): void {
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: environment.requestsPerSecond, burstLimit: environment.requestBurst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLogs", {
            logGroupName: vendedLogsOf(environment, "portal"),
            retention: environment.logDays,
            encryptionKey: data.key,
            removalPolicy: kept,
          }),
        ),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: "$context.requestId",
            at: "$context.requestTimeEpoch",
            route: "$context.routeKey",
            status: "$context.status",
            milliseconds: "$context.responseLatency",
            bytes: "$context.responseLength",
            error: "$context.integrationErrorMessage",
          }),
        ),
      },
    });
  }
}
