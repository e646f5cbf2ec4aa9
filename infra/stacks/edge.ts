import { Duration, Stack, Validations } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import type { Environment } from "./environment.ts";
import { originHeader } from "./gate.ts";

interface Props {
  readonly environment: Environment;
  readonly api: HttpApi;
  readonly firewallArn: string;
  /** What proves to the API that a request came this way. */
  readonly originKey: string;
}

/** Errors that CloudFront would otherwise keep for ten seconds, so that a page that is there again looks missing. */
const errors = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504] as const;

/**
 * The portal's door: CloudFront with the firewall. It keeps the portal's own files by the version in their address, for
 * as long as the portal says, and nothing else: pages are for one person each.
 */
export class Edge extends Construct {
  /** The portal's address as people see it, without a slash at the end. */
  readonly portalUrl: string;

  constructor(scope: Construct, { environment, api, firewallArn, originKey }: Props) {
    super(scope, "Edge");
    const { region, urlSuffix } = Stack.of(this);
    const origin = new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      customHeaders: { [originHeader]: originKey },
    });
    const { address } = environment;
    const distribution = new Distribution(this, "Distribution", {
      comment: `kelias-${environment.name}`,
      webAclId: firewallArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(address
        ? {
            domainNames: [address.domain],
            certificate: Certificate.fromCertificateArn(this, "Certificate", address.certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      defaultBehavior: {
        origin,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
      additionalBehaviors: {
        "/assets/*": {
          origin,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: this.#byVersion(environment),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        },
      },
      errorResponses: errors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    this.portalUrl = `https://${address?.domain ?? distribution.distributionDomainName}`;
    acknowledge(distribution, environment);
  }

  #byVersion({ name }: Environment): CachePolicy {
    return new CachePolicy(this, "ByVersion", {
      cachePolicyName: `kelias-${name}-by-version`,
      comment: "The portal's own files; the version is in the address",
      queryStringBehavior: CacheQueryStringBehavior.allowList("v"),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }
}

function acknowledge(distribution: Distribution, { address }: Environment): void {
  Validations.of(distribution).acknowledge({
    id: "AwsSolutions-CFR1",
    reason: "Hosts and interns answer from abroad, so no country is shut out.",
  });
  Validations.of(distribution).acknowledge({
    id: "AwsSolutions-CFR3",
    reason:
      "Its log would hold paths, which carry the secrets of links, and visitors' addresses; the API logs each request by its route.",
  });
  if (address) return;
  Validations.of(distribution).acknowledge({
    id: "AwsSolutions-CFR4",
    reason: "Without a domain there is CloudFront's own certificate, whose protocols AWS sets.",
  });
}
