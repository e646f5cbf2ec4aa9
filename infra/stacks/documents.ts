import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { keptDays } from "../../functions/exports/order.ts";
import type { Environment } from "./environment.ts";
import { kept } from "./kept.ts";
import { documentsBucketOf } from "./names.ts";

interface Props {
  readonly environment: Environment;
  readonly key: Key;
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: kept,
} as const;

/**
 * The bucket of the documents, which can be added to and read but not written over, and the log of who asked for
 * what. S3 writes that log with its own encryption only [S3 user guide, "Logging requests with server access logging"].
 */
export class Documents extends Construct {
  readonly bucket: Bucket;
  readonly accessLogs: Bucket;

  constructor(scope: Construct, { environment, key }: Props) {
    super(scope, "Documents");
    this.accessLogs = new Bucket(this, "AccessLogs", {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      // It has no fixed name, and with a line of the log in it nobody could roll it back.
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(environment.logDays) }],
    });
    this.bucket = new Bucket(this, "Bucket", {
      ...closed,
      bucketName: documentsBucketOf(environment, Stack.of(this).account),
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      // What was released was copied; what came in is of no more use after a day.
      lifecycleRules: [
        {
          prefix: "quarantine/",
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        // Of what somebody uploaded and took back the earlier version is kept for a week, against mistakes of ours.
        { prefix: "uploads/", noncurrentVersionExpiration: Duration.days(7) },
        // Files that are made on order are made anew at any time; a day more than the console offers them.
        {
          prefix: "exports/",
          expiration: Duration.days(keptDays + 1),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(2),
        },
      ],
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: "NothingIsWrittenOver",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:PutObject"],
        // What comes in by a browser cannot say so, nor can the file by which GuardDuty tries its rights.
        notResources: ["quarantine/*", "malware-protection-resource-validation-object"].map((name) =>
          this.bucket.arnForObjects(name),
        ),
        conditions: {
          Null: { "s3:if-none-match": "true" },
          Bool: { "s3:ObjectCreationOperation": "true" },
        },
      }),
    );
    this.#logAccess();
  }

  /** By hand, because CDK's own property has S3 deliver by access control lists, which these buckets do not have. */
  #logAccess(): void {
    const { bucket, accessLogs } = this;
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error("a bucket is not made as a CfnBucket any more");
    resource.loggingConfiguration = { destinationBucketName: accessLogs.bucketName };
    accessLogs.addToResourcePolicy(
      new PolicyStatement({
        sid: "AccessToDocuments",
        principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
        actions: ["s3:PutObject"],
        resources: [accessLogs.arnForObjects("*")],
        conditions: {
          ArnLike: { "aws:SourceArn": bucket.bucketArn },
          StringEquals: { "aws:SourceAccount": Stack.of(this).account },
        },
      }),
    );
  }
}
