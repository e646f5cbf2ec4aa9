import { describe, expect, it } from "vitest";
import { functionOf, listOf, recordOf, resourcesOf, synthesize, textOf } from "./synthesized.ts";

const made = synthesize();
const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000000";
const named = synthesize({ domain: "kelias.example.org", certificateArn });

const distributionOf = ({ portal }: typeof made) => {
  const [distribution] = resourcesOf([portal], "AWS::CloudFront::Distribution");
  return recordOf(distribution?.properties.DistributionConfig);
};
const distribution = distributionOf(made);
const one = (type: string) => resourcesOf([made.portal, made.firewall], type)[0]?.properties ?? {};
const portalUrlOf = (of: typeof made) =>
  textOf(recordOf(recordOf(functionOf(of, "Portal").properties.Environment).Variables).PORTAL_URL);

describe("the door", () => {
  it("keeps the portal's own files by their version, for as long as the portal says", () => {
    const [assets, ...more] = listOf(distribution.CacheBehaviors).map(recordOf);
    expect(more).toEqual([]);
    expect(assets).toMatchObject({ PathPattern: "/assets/*", AllowedMethods: ["GET", "HEAD"] });
    const policy = recordOf(one("AWS::CloudFront::CachePolicy").CachePolicyConfig);
    expect(policy).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        QueryStringsConfig: { QueryStringBehavior: "whitelist", QueryStrings: ["v"] },
        CookiesConfig: { CookieBehavior: "none" },
      },
    });
  });

  it("keeps nothing else, errors neither", () => {
    // Managed-CachingDisabled [CloudFront developer guide, "Use managed cache policies"].
    expect(distribution.DefaultCacheBehavior).toMatchObject({
      CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    });
    const errors = listOf(distribution.CustomErrorResponses).map(recordOf);
    expect(errors.map(({ ErrorCode }) => ErrorCode)).toEqual(expect.arrayContaining([404, 500, 503]));
    expect(errors.filter(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL !== 0)).toEqual([]);
  });

  it("is entered by HTTPS only, and goes on to the API by HTTPS only", () => {
    const [origin] = listOf(distribution.Origins).map(recordOf);
    expect(distribution.DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: "redirect-to-https" });
    expect(origin?.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: "https-only",
      OriginSSLProtocols: ["TLSv1.2"],
    });
  });

  it("is called what CloudFront calls it, or by the domain whose certificate is given; links begin so", () => {
    expect(portalUrlOf(made)).toMatch(/^https:\/\/<EdgeDistribution\w+\.DomainName>$/);
    expect(distribution.Aliases).toBeUndefined();
    expect(portalUrlOf(named)).toBe("https://kelias.example.org");
    expect(distributionOf(named)).toMatchObject({
      Aliases: ["kelias.example.org"],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: "TLSv1.2_2021" },
    });
  });
});

describe("the API behind the door", () => {
  const secrets = (of: typeof made) =>
    resourcesOf([of.portal], "AWS::SecretsManager::Secret").map(({ id }) => id);
  const [origin] = listOf(distribution.Origins).map(recordOf);
  const [header] = listOf(origin?.OriginCustomHeaders).map(recordOf);

  it("is reached by no route but with the key that CloudFront sends", () => {
    const [authorizer] = resourcesOf([made.portal], "AWS::ApiGatewayV2::Authorizer");
    expect(authorizer?.properties).toMatchObject({
      AuthorizerType: "REQUEST",
      EnableSimpleResponses: true,
      IdentitySource: [`$request.header.${textOf(header?.HeaderName)}`],
    });
    const routes = resourcesOf([made.portal], "AWS::ApiGatewayV2::Route");
    expect(routes.length).toBeGreaterThan(0);
    for (const { properties } of routes) {
      expect(properties.AuthorizationType).toBe("CUSTOM");
      expect(textOf(properties.AuthorizerId)).toBe(`<${authorizer?.id}>`);
    }
  });

  it("checks the very key that CloudFront sends, which stands in no template", () => {
    const key = textOf(header?.HeaderValue);
    expect(key).toBe(`{{resolve:secretsmanager:<${secrets(made)[0]}>:SecretString:::}}`);
    const [gate] = resourcesOf([made.portal], "AWS::Lambda::Function").filter(({ id }) =>
      id.startsWith("Gate"),
    );
    expect(textOf(recordOf(recordOf(gate?.properties.Environment).Variables).ORIGIN_KEY)).toBe(key);
  });

  it("gets another key with another number, for both in one deployment", () => {
    expect(secrets(synthesize({ originKey: "2" }))).not.toEqual(secrets(made));
  });
});

describe("the firewall", () => {
  const acl = one("AWS::WAFv2::WebACL");
  const rules = listOf(acl.Rules).map(recordOf);

  it("stands in the region that CloudFront asks for it, and before the distribution", () => {
    expect(made.firewall.region).toBe("us-east-1");
    expect(acl.Scope).toBe("CLOUDFRONT");
    expect(distribution.WebACLId).toEqual({
      "Fn::GetStackOutput": {
        StackName: "kelias-dev-firewall",
        OutputName: "FirewallArn",
        Region: "us-east-1",
      },
    });
  });

  it("slows down who asks too much, in both languages, and leaves a whole school behind one address room", () => {
    expect(rules[0]).toMatchObject({
      Name: "Pace",
      Statement: { RateBasedStatement: { AggregateKeyType: "IP", Limit: 1000, EvaluationWindowSec: 300 } },
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
    });
    expect(JSON.stringify(acl.CustomResponseBodies)).toMatch(/bandykite.*try again/);
  });

  it("stops what Amazon's groups know as attacks, but nobody for what they write in a form", () => {
    const groups = rules.slice(1).map(({ Name, Statement }) => {
      const { RuleActionOverrides } = recordOf(recordOf(Statement).ManagedRuleGroupStatement);
      return [Name, listOf(RuleActionOverrides).map((override) => recordOf(override).Name)];
    });
    expect(groups).toEqual([
      ["AWSManagedRulesAmazonIpReputationList", []],
      ["AWSManagedRulesKnownBadInputsRuleSet", []],
      ["AWSManagedRulesCommonRuleSet", expect.arrayContaining(["SizeRestrictions_BODY"])],
    ]);
    expect(groups.flatMap(([, counted]) => counted).every((rule) => String(rule).endsWith("_BODY"))).toBe(
      true,
    );
  });

  it("keeps no request: paths carry the secrets of links", () => {
    const seen = [acl, ...rules].map(({ VisibilityConfig }) => recordOf(VisibilityConfig));
    expect(seen.filter(({ SampledRequestsEnabled }) => SampledRequestsEnabled !== false)).toEqual([]);
    expect(resourcesOf([made.firewall], "AWS::WAFv2::LoggingConfiguration")).toEqual([]);
  });
});
