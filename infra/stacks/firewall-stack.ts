import { CfnOutput, Fn, Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { EdgeAlarms } from "./edge-alarms.ts";
import type { Environment } from "./environment.ts";

const output = "FirewallArn";

/** CloudFront takes its firewall from this region only [AWS WAF developer guide, "Amazon CloudFront"]. */
const edgeRegion = "us-east-1";

/** Rules that look into what is sent: people write freely there, so they count what they find and stop nobody. */
const ofBodies = [
  "SizeRestrictions_BODY",
  "CrossSiteScripting_BODY",
  "GenericLFI_BODY",
  "GenericRFI_BODY",
  "EC2MetaDataSSRF_BODY",
] as const;

/**
 * Amazon's rule groups before the portal, and no more of them than there is a reason for:
 * - who is known for attacks (bots, scanners);
 * - requests that only an attack makes, whatever it attacks;
 * - the common ways into web applications, except in bodies, whose text the forms check and pages show as text.
 * There is no group against SQL, PHP or operating systems: there are none behind this door.
 */
const groups = [
  { name: "AWSManagedRulesAmazonIpReputationList", counted: [] },
  { name: "AWSManagedRulesKnownBadInputsRuleSet", counted: [] },
  { name: "AWSManagedRulesCommonRuleSet", counted: ofBodies },
] as const;

/**
 * The firewall before the portal. It counts and stops; it keeps no request, neither sampled nor logged, because paths
 * carry the secrets of links and addresses belong to people.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly environment: Environment }) {
    super(scope, id, { ...props, env: { region: edgeRegion } });
    const { environment } = props;
    const seen = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    });
    const acl = new CfnWebACL(this, "Firewall", {
      name: `kelias-${environment.name}`,
      description: "Before the portal of Kelias",
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen(`kelias-${environment.name}`),
      customResponseBodies: {
        slower: {
          contentType: "TEXT_PLAIN",
          content:
            "Per daug užklausų iš šio tinklo. Po kelių minučių bandykite dar kartą.\nToo many requests from this network. Please try again in a few minutes.\n",
        },
      },
      rules: [
        {
          name: "Pace",
          priority: 0,
          statement: {
            rateBasedStatement: {
              aggregateKeyType: "IP",
              evaluationWindowSec: 300,
              limit: environment.requestsPerAddress,
            },
          },
          action: {
            block: { customResponse: { responseCode: 429, customResponseBodyKey: "slower" } },
          },
          visibilityConfig: seen("Pace"),
        },
        ...groups.map(({ name, counted }, place) => ({
          name,
          priority: place + 1,
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name,
              ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
          overrideAction: { none: {} },
          visibilityConfig: seen(name),
        })),
      ],
    });
    new EdgeAlarms(this, environment, `kelias-${environment.name}`);
    new CfnOutput(this, output, { value: acl.attrArn });
  }

  /** The firewall's ARN in a template of another region: CloudFormation reads it when that is deployed. */
  get arnElsewhere(): string {
    return Fn.getStackOutput(this.stackName, output, edgeRegion);
  }
}
