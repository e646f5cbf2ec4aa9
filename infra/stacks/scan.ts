import { Stack, Validations } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { CfnMalwareProtectionPlan } from "aws-cdk-lib/aws-guardduty";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { eventTarget } from "./event-target.ts";
import type { Ground } from "./grants.ts";
import type { KeliasFunction } from "./kelias-function.ts";
import { documentsBucketOf } from "./names.ts";

interface Props extends Ground {
  /** What is woken. */
  readonly woken: KeliasFunction;
}

/**
 * Files that come into quarantine are scanned by GuardDuty, and its word wakes the function that looks at them
 * [GuardDuty user guide, "Malware Protection for S3": the plan, its role and its events]. A word that does not reach the
 * function waits in a queue for a person.
 */
export class Scan extends Construct {
  constructor(scope: Construct, id: string, { environment, data, woken }: Props) {
    super(scope, id);
    const stack = Stack.of(this);
    const bucket = documentsBucketOf(environment, stack.account);
    const role = this.#role(bucket, data);
    const plan = new CfnMalwareProtectionPlan(this, "Plan", {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket, objectPrefixes: ["quarantine/"] } },
    });
    // GuardDuty tries the role's rights when the plan is made, so its policy has to be there by then.
    plan.node.addDependency(role);
    new Rule(this, "Scanned", {
      ruleName: `kelias-${environment.name}-scanned`,
      description: "A file in quarantine was scanned",
      eventPattern: {
        source: ["aws.guardduty"],
        detailType: ["GuardDuty Malware Protection Object Scan Result"],
        detail: { s3ObjectDetails: { bucketName: [bucket] } },
      },
      targets: [eventTarget(woken)],
    });
  }

  /** What GuardDuty needs to be told of new files of the quarantine and to read them, as its guide lists it. */
  #role(bucket: string, { key }: Ground["data"]): Role {
    const stack = Stack.of(this);
    const arn = `arn:${stack.partition}:s3:::${bucket}`;
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("malware-protection-plan.guardduty.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
      }),
    });
    const rule = stack.formatArn({
      service: "events",
      resource: "rule",
      resourceName: "DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*",
    });
    const managed = { StringLike: { "events:ManagedBy": "malware-protection-plan.guardduty.amazonaws.com" } };
    role.addToPolicy(
      new PolicyStatement({
        actions: ["events:PutRule", "events:DeleteRule", "events:PutTargets", "events:RemoveTargets"],
        resources: [rule],
        conditions: managed,
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["events:DescribeRule", "events:ListTargetsByRule"],
        resources: [rule],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["s3:PutBucketNotification", "s3:GetBucketNotification", "s3:ListBucket"],
        resources: [arn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:PutObjectTagging"],
        resources: [`${arn}/quarantine/*`],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["s3:PutObject"],
        resources: [`${arn}/malware-protection-resource-validation-object`],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["kms:GenerateDataKey", "kms:Decrypt"],
        resources: [key.keyArn],
        conditions: { StringEquals: { "kms:ViaService": `s3.${stack.region}.amazonaws.com` } },
      }),
    );
    for (const resource of [
      "Resource::arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*",
      `Resource::arn:<AWS::Partition>:s3:::${documentsBucketName(bucket)}/quarantine/*`,
    ]) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[${resource}]`,
        reason: "GuardDuty names its own rule, and a file in quarantine is named after what it is for.",
      });
    }
    return role;
  }
}

/** The bucket's name as nag prints it. */
const documentsBucketName = (bucket: string): string =>
  bucket.replace(/\$\{Token\[AWS\.AccountId\.\d+\]\}/, "<AWS::AccountId>");
