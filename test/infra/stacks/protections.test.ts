import { describe, expect, it } from "vitest";
import { readConfig } from "../../../functions/config.ts";
import { functionNames } from "../../../infra/stacks/called-by.ts";
import {
  functionOf,
  listOf,
  production,
  recordOf,
  resourcesOf,
  stacksOf,
  synthesize,
  textOf,
} from "./synthesized.ts";

const made = synthesize();
const all = stacksOf(made);
/** Its stack may go and it stays; it goes only when the deployment that made it is rolled back. */
const outlives = (deletionPolicy: string | undefined): boolean =>
  deletionPolicy === "Retain" || deletionPolicy === "RetainExceptOnCreate";
const one = (type: string, is: Readonly<Record<string, unknown>> = {}) => {
  const [found, ...more] = resourcesOf(all, type).filter(({ properties }) =>
    Object.entries(is).every(([name, value]) => properties[name] === value),
  );
  if (!found || more.length > 0) throw new Error(`not exactly one ${type}`);
  return found;
};

describe("the table of anonymous answers", () => {
  const { properties, deletionPolicy } = one("AWS::DynamoDB::Table", { TableName: "kelias-dev-answers" });

  it("remembers nothing of what was deleted: neither a stream nor a recovery, and is not deleted by mistake", () => {
    expect(properties.StreamSpecification).toBeUndefined();
    expect(properties.PointInTimeRecoverySpecification).toBeUndefined();
    expect(properties.DeletionProtectionEnabled).toBe(true);
    expect(outlives(deletionPolicy)).toBe(true);
  });
});

describe("the table", () => {
  const { properties, deletionPolicy } = one("AWS::DynamoDB::Table", { TableName: "kelias-dev" });

  it("outlives its stack, refuses deletion and can be set back to any second of five weeks", () => {
    expect(outlives(deletionPolicy)).toBe(true);
    expect(properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    });
  });

  it("is paid for by the request and encrypted with the customer's key", () => {
    expect(properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
    });
    expect(textOf(recordOf(properties.SSESpecification).KMSMasterKeyId)).toMatch(/^<Key\w+\.Arn>$/);
  });

  it("has the two indexes that docs/data.md describes", () => {
    expect(properties.GlobalSecondaryIndexes).toMatchObject([
      {
        IndexName: "pending",
        KeySchema: [
          { AttributeName: "pending", KeyType: "HASH" },
          { AttributeName: "pendingAt", KeyType: "RANGE" },
        ],
      },
      {
        IndexName: "inbox",
        KeySchema: [
          { AttributeName: "inbox", KeyType: "HASH" },
          { AttributeName: "dueAt", KeyType: "RANGE" },
        ],
      },
    ]);
  });
});

describe("the documents", () => {
  const buckets = resourcesOf(all, "AWS::S3::Bucket");
  const named = (start: string) => {
    const bucket = buckets.find(({ id }) => id.startsWith(start));
    const policy = resourcesOf(all, "AWS::S3::BucketPolicy").find(({ id }) => id.startsWith(start));
    if (!bucket || !policy) throw new Error(`no bucket ${start} with a policy`);
    const statements = listOf(recordOf(policy.properties.PolicyDocument).Statement).map(recordOf);
    return { ...bucket, statements };
  };
  const kept = named("DocumentsBucket");
  const accessLogs = named("DocumentsAccessLogs");

  it("outlive their stack, and every version of them stays", () => {
    expect(outlives(kept.deletionPolicy)).toBe(true);
    expect(kept.properties).toMatchObject({ VersioningConfiguration: { Status: "Enabled" } });
    const rules = listOf(recordOf(kept.properties.LifecycleConfiguration).Rules).map(recordOf);
    expect(rules.map(({ Prefix }) => Prefix)).toEqual(["quarantine/", "uploads/", "exports/"]);
    // A file that was ordered is offered for seven days.
    expect(rules[1]).toEqual({
      Prefix: "uploads/",
      Status: "Enabled",
      NoncurrentVersionExpiration: { NoncurrentDays: 7 },
    });
    expect(rules[2]).toMatchObject({
      ExpirationInDays: 8,
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 },
    });
  });

  it("are encrypted with the customer's key", () => {
    const [rule] = listOf(recordOf(kept.properties.BucketEncryption).ServerSideEncryptionConfiguration).map(
      recordOf,
    );
    const encryption = recordOf(rule?.ServerSideEncryptionByDefault);
    expect(encryption.SSEAlgorithm).toBe("aws:kms");
    expect(textOf(encryption.KMSMasterKeyID)).toMatch(/^<Key/);
  });

  it("are written over by nobody, whatever right they have", () => {
    expect(kept.statements).toContainEqual({
      Sid: "NothingIsWrittenOver",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "s3:PutObject",
      NotResource: [expect.anything(), expect.anything()],
      Condition: {
        Null: { "s3:if-none-match": "true" },
        Bool: { "s3:ObjectCreationOperation": "true" },
      },
    });
  });

  it("are logged by each access, for as long as other logs are kept", () => {
    expect(textOf(recordOf(kept.properties.LoggingConfiguration).DestinationBucketName)).toBe(
      `<${accessLogs.id}>`,
    );
    expect(accessLogs.statements).toContainEqual(
      expect.objectContaining({
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
      }),
    );
    expect(accessLogs.properties.LifecycleConfiguration).toMatchObject({ Rules: [{ ExpirationInDays: 30 }] });
  });

  it.each([kept, accessLogs])(
    "$id is closed to the public, to owners of objects and to plain HTTP",
    (bucket) => {
      expect(bucket.properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      });
      expect(bucket.statements).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
    },
  );
});

describe("what else is kept", () => {
  const [linkSecret, ...more] = resourcesOf([made.data], "AWS::SecretsManager::Secret");

  it("is encrypted with the customer's key, which turns every year and outlives its stack", () => {
    const key = one("AWS::KMS::Key");
    expect(key.properties).toMatchObject({ EnableKeyRotation: true });
    expect(outlives(key.deletionPolicy)).toBe(true);
    const secrets = resourcesOf(all, "AWS::SecretsManager::Secret");
    expect(secrets).toHaveLength(2);
    for (const { properties } of secrets) expect(textOf(properties.KmsKeyId)).toMatch(/^<Key/);
    for (const { properties } of resourcesOf(all, "AWS::SQS::Queue"))
      expect(textOf(properties.KmsMasterKeyId)).toMatch(/^<Key/);
    const [topic] = resourcesOf([made.data], "AWS::SNS::Topic");
    expect(textOf(topic?.properties.KmsMasterKeyId)).toMatch(/^<Key/);
  });

  it("is a secret of the links that outlives its stack and stands in no template", () => {
    expect(more).toEqual([]);
    expect(outlives(linkSecret?.deletionPolicy)).toBe(true);
    expect(linkSecret?.properties).toMatchObject({ GenerateSecretString: { PasswordLength: 64 } });
    expect(linkSecret?.properties).not.toHaveProperty("SecretString");
  });

  it("survives the removal of its stack wherever it is about people: data, documents, logs, running cases", () => {
    const kinds = ["DynamoDB::Table", "S3::Bucket", "Logs::LogGroup", "StepFunctions::StateMachine"];
    for (const kind of kinds) {
      const kept = resourcesOf(all, `AWS::${kind}`);
      expect(kept.length, kind).toBeGreaterThan(0);
      expect(kept.filter(({ deletionPolicy }) => !outlives(deletionPolicy))).toEqual([]);
    }
  });

  it.each([
    { env: "dev", days: 30, terminationProtection: false },
    { env: "prod", days: 365, terminationProtection: true },
  ])("$env: logs stay for $days days, encrypted; stacks protected: $terminationProtection", (wanted) => {
    const stacks = stacksOf(synthesize({ ...production, env: wanted.env }));
    const logs = resourcesOf(stacks, "AWS::Logs::LogGroup");
    expect(logs.length).toBeGreaterThanOrEqual(functionNames.length);
    for (const { properties } of logs) {
      expect(properties.RetentionInDays).toBe(wanted.days);
      expect(textOf(properties.KmsKeyId)).toMatch(/^<Key/);
    }
    expect(stacks.map(({ terminationProtection }) => terminationProtection)).toEqual(
      stacks.map(() => wanted.terminationProtection),
    );
  });
});

describe.each(functionNames)("%s", (name) => {
  const { properties } = functionOf(made, name);

  it("runs on Node 24 and arm64, is traced, and logs to a group of its own", () => {
    expect(properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      TracingConfig: { Mode: "Active" },
    });
    expect(textOf(recordOf(properties.LoggingConfig).LogGroup)).toMatch(new RegExp(`^<${name}Logs`));
  });

  it("gets every variable that the configuration asks for, and no secret", () => {
    const variables = Object.fromEntries(
      Object.entries(recordOf(recordOf(properties.Environment).Variables)).map(([key, value]) => [
        key,
        key === "PORTAL_URL" ? "https://portal.example" : textOf(value),
      ]),
    );
    expect(() => readConfig({ ...variables, LINK_SECRET: "x".repeat(64) })).not.toThrow();
    expect(variables).not.toHaveProperty("LINK_SECRET");
    expect(variables.LINK_SECRET_ARN).toMatch(/^<LinkSecret/);
  });
});

describe("a deadline day on which pages take all that the account has", () => {
  const reserved = (env: "dev" | "prod") => {
    const stacks = synthesize({ ...production, env });
    return functionNames
      .map((name) => [name, functionOf(stacks, name).properties.ReservedConcurrentExecutions] as const)
      .filter(([, executions]) => executions !== undefined);
  };

  it("leaves the submit function executions of its own; a new account for trying has none to reserve", () => {
    expect(reserved("prod")).toEqual([["SubmitApplication", 200]]);
    expect(reserved("dev")).toEqual([]);
  });
});
