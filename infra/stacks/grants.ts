import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionEntry, TableAction } from "../../functions/catalogue.ts";
import { documentArns, executionArns, exportsArn, machineArns, quarantineArn } from "./arns.ts";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import type { MailStack } from "./mail-stack.ts";

/** Where the things are that functions touch. */
export interface Ground {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly mail: MailStack;
}

const reads: readonly TableAction[] = ["GetItem", "BatchGetItem", "Query"];

/**
 * The rights that the catalogue gives to a function, and no others: every action by its name, every resource by its
 * ARN.
 *
 * Step Functions checks SendTaskSuccess and SendTaskFailure against the ARN of the machine that waits, although its
 * reference lists no resource for them [aws/aws-cdk pull request 8486; grants.taskResponse does the same].
 */
export function grantsOf(scope: Construct, entry: FunctionEntry, ground: Ground): PolicyStatement[] {
  const stack = Stack.of(scope);
  return [
    ...tableGrants(stack, entry, ground),
    ...documentGrants(stack, entry, ground),
    ...(entry.machines.length > 0
      ? [
          new PolicyStatement({
            sid: "Machines",
            actions: entry.machines.map((action) => `states:${action}`),
            resources: machineArns(stack, ground.environment),
          }),
        ]
      : []),
    ...(entry.watchesMachines
      ? [
          new PolicyStatement({
            sid: "Executions",
            actions: ["states:DescribeExecution"],
            resources: executionArns(stack, ground.environment),
          }),
        ]
      : []),
    ...(entry.sendsMail ? [mailGrant(ground)] : []),
    ...(entry.usesLinks ? linkGrants(stack, ground) : []),
    ...(entry.usesProvider && ground.environment.oidc
      ? [providerGrant(ground.environment.oidc.secretArn)]
      : []),
  ];
}

function tableGrants(stack: Stack, entry: FunctionEntry, { data }: Ground): PolicyStatement[] {
  const { tableArn } = data.table;
  const writes = entry.table.some((action) => !reads.includes(action));
  return [
    new PolicyStatement({
      sid: "Table",
      actions: entry.table.map((action) => `dynamodb:${action}`),
      resources: [tableArn],
    }),
    ...(entry.answers
      ? [
          new PolicyStatement({
            sid: "Answers",
            actions: entry.answers.map((action) => `dynamodb:${action}`),
            resources: [data.answers.tableArn],
          }),
        ]
      : []),
    ...(entry.indexes
      ? [
          new PolicyStatement({
            sid: "Indexes",
            actions: ["dynamodb:Query"],
            resources: ["pending", "inbox"].map((index) => `${tableArn}/index/${index}`),
          }),
        ]
      : []),
    ...(entry.calledBy === "stream" ? [streamGrant(data)] : []),
    keyThrough(stack, data, "dynamodb", writes ? [...keyReads, ...keyWrites] : keyReads),
  ];
}

/** Lambda reads the stream for its function, with the function's own rights. */
function streamGrant({ table }: DataStack): PolicyStatement {
  if (!table.tableStreamArn) throw new Error("the table has no stream");
  return new PolicyStatement({
    sid: "Stream",
    actions: ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
      (action) => `dynamodb:${action}`,
    ),
    resources: [table.tableStreamArn],
  });
}

/**
 * Keeping a document is allowed only under the condition that it is not there yet [S3 user guide, "Enforce conditional
 * writes"]. Encrypting asks for a data key, reading for its decryption.
 */
function documentGrants(
  stack: Stack,
  { documents, folders, quarantine, exports, removesUploads }: FunctionEntry,
  { data, environment }: Ground,
): PolicyStatement[] {
  const lent = quarantine && quarantineUses[quarantine];
  const ordered = exports ? exportUses[exports] : [];
  const actions = [...documents, ...(lent ? [lent] : []), ...ordered];
  if (actions.length === 0) return [];
  const keyUse = { PutObject: "kms:GenerateDataKey", GetObject: "kms:Decrypt" } as const;
  return [
    ...documents.map(
      (action) =>
        new PolicyStatement({
          sid: `Documents${action}`,
          actions: [`s3:${action}`],
          resources: documentArns(stack.partition, environment, stack.account, folders ? { folders } : {}),
          ...(action === "PutObject" ? { conditions: { Null: { "s3:if-none-match": "false" } } } : {}),
        }),
    ),
    ...(removesUploads
      ? [
          new PolicyStatement({
            sid: "UploadsTakenBack",
            actions: ["s3:DeleteObject"],
            resources: documentArns(stack.partition, environment, stack.account, { folders: ["uploads"] }),
          }),
        ]
      : []),
    ...(lent
      ? [
          new PolicyStatement({
            sid: "Quarantine",
            actions: [`s3:${lent}`],
            resources: [quarantineArn(stack.partition, environment, stack.account)],
          }),
        ]
      : []),
    ...(exports ? exportGrants(exports, exportsArn(stack.partition, environment, stack.account)) : []),
    keyThrough(stack, data, "s3", [...new Set(actions.map((action) => keyUse[action]))]),
  ];
}

/**
 * A file that is made part by part is begun and added to without the condition that a document has, which S3 knows only of what
 * creates an object; putting it together has it [S3 user guide, "Enforce conditional writes"].
 */
function exportGrants(use: "make" | "hand", arn: string): PolicyStatement[] {
  if (use === "hand")
    return [new PolicyStatement({ sid: "Exports", actions: ["s3:GetObject"], resources: [arn] })];
  return [
    new PolicyStatement({
      sid: "ExportParts",
      actions: ["s3:PutObject"],
      resources: [arn],
      conditions: { Bool: { "s3:ObjectCreationOperation": "false" } },
    }),
    new PolicyStatement({
      sid: "ExportsPutTogether",
      actions: ["s3:PutObject"],
      resources: [arn],
      conditions: { Null: { "s3:if-none-match": "false" } },
    }),
  ];
}

/**
 * What is done with the key on behalf of whoever makes a file or hands it out: the parts of one are decrypted to put them together
 * [S3 user guide, "Uploading an object using multipart upload"].
 */
const exportUses = { make: ["PutObject", "GetObject"], hand: ["GetObject"] } as const;

/** Whoever signs a form for a file lends the right to put it; whoever looks at it reads it. */
const quarantineUses = { sign: "PutObject", read: "GetObject" } as const;

const keyReads = ["kms:Decrypt", "kms:DescribeKey"];
const keyWrites = ["kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

/** The customer's key, but only when the service asks for it: no function decrypts anything by itself. */
const keyThrough = (stack: Stack, { key }: DataStack, service: string, actions: readonly string[]) =>
  new PolicyStatement({
    sid: `KeyThrough${service[0]?.toUpperCase()}${service.slice(1)}`,
    actions: [...actions],
    resources: [key.keyArn],
    conditions: { StringEquals: { "kms:ViaService": `${service}.${stack.region}.amazonaws.com` } },
  });

/** Encrypting what is left in a queue. */
export const queueKeyGrant = (scope: Construct, data: DataStack) =>
  keyThrough(Stack.of(scope), data, "sqs", ["kms:Decrypt", "kms:GenerateDataKey"]);

/** Leaving an event in the queue of what did not get through. */
export const waitingGrants = (scope: Construct, { queueArn }: Pick<IQueue, "queueArn">, data: DataStack) => [
  new PolicyStatement({ sid: "Waiting", actions: ["sqs:SendMessage"], resources: [queueArn] }),
  queueKeyGrant(scope, data),
];

const mailGrant = ({ mail }: Ground) =>
  new PolicyStatement({
    sid: "Mail",
    actions: ["ses:SendRawEmail"],
    resources: [mail.identityArn, mail.configurationSetArn],
    conditions: { StringEquals: { "ses:FromAddress": mail.fromAddress } },
  });

const providerGrant = (secretArn: string) =>
  new PolicyStatement({
    sid: "ProviderSecret",
    actions: ["secretsmanager:GetSecretValue"],
    resources: [secretArn],
  });

const linkGrants = (stack: Stack, { data }: Ground) => [
  new PolicyStatement({
    sid: "LinkSecret",
    actions: ["secretsmanager:GetSecretValue"],
    resources: [data.linkSecret.secretArn],
  }),
  keyThrough(stack, data, "secretsmanager", ["kms:Decrypt"]),
];
