import { RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
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
import type { Ground } from "./grants.ts";
import { KeliasFunction } from "./kelias-function.ts";
import { vendedLogsOf } from "./names.ts";

/** What people and programs reach over HTTP. */
export class PortalStack extends Stack {
  readonly api: HttpApi;
  readonly portalUrl: string;

  constructor(scope: Construct, id: string, props: StackProps & Ground & { readonly codeOf: CodeOf }) {
    super(scope, id, props);
    const { environment } = props;
    this.api = new HttpApi(this, "Api", {
      apiName: `kelias-${environment.name}`,
      createDefaultStage: false,
    });
    this.portalUrl = environment.portalUrl ?? this.api.apiEndpoint;
    for (const name of functionsCalledBy("http")) {
      const { lambda } = new KeliasFunction(this, { ...props, name, portalUrl: this.portalUrl });
      const entry: FunctionEntry = functionCatalogue[name];
      const integration = new HttpLambdaIntegration(`${name}Integration`, lambda);
      for (const route of entry.routes ?? []) this.#route(route, integration);
    }
    this.#stage(props);
  }

  #route(route: string, integration: HttpLambdaIntegration): void {
    const [method, path] = route.split(" ");
    const known = Object.values(HttpMethod).find((candidate) => candidate === method);
    if (!known || !path) throw new Error(`a route is a method and a path, not ${route}`);
    const made = new HttpRoute(this, route, {
      httpApi: this.api,
      routeKey: HttpRouteKey.with(path, known),
      integration,
    });
    Validations.of(made).acknowledge({
      id: "AwsSolutions-APIG4",
      reason: "Visitors have no account: whoever acts comes by a sealed link, which the function checks.",
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
            removalPolicy: RemovalPolicy.RETAIN,
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
