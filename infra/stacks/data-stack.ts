import { Stack, type StackProps, Validations } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { alarmTopic } from "./alarm-topic.ts";
import { Documents } from "./documents.ts";
import type { Environment } from "./environment.ts";
import { kept } from "./kept.ts";
import { answersTableOf, functionLogsOf, madeTableOf, vendedLogsOf } from "./names.ts";

/** The table as functions use it. */
interface UsedTable {
  readonly tableName: string;
  readonly tableArn: string;
  readonly tableStreamArn: string;
}

/** What must outlive everything else: the table, the documents, the secret that links are derived from, their key. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: UsedTable;
  /** Of anonymous answers (decision 87). */
  readonly answers: Pick<UsedTable, "tableName" | "tableArn">;
  readonly documents: Documents;
  readonly linkSecret: Secret;
  /** Through which people are told of alarms; here, so that every later stack may have alarms. */
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, props: StackProps & { readonly environment: Environment }) {
    super(scope, id, props);
    const { environment } = props;
    this.key = this.#key(environment);
    const made = this.#table(environment);
    const answers = this.#answers(environment);
    this.answers = answers;
    this.table = this.#used(made, environment);
    this.documents = new Documents(this, { environment, key: this.key });
    this.linkSecret = this.#linkSecret(environment);
    this.alarms = alarmTopic(this, {
      topicName: `kelias-${environment.name}-alarms`,
      environment,
      key: this.key,
    });
    // A table that refuses deletion cannot be rolled back, and the name of a secret is free only some time after it, so both are
    // made when nothing else of this stack can fail any more.
    this.linkSecret.node.addDependency(this.key, this.documents, this.alarms);
    made.node.addDependency(this.linkSecret);
    answers.node.addDependency(made);
  }

  /**
   * A table that was restored is there already and belongs to no stack. What later stacks import of the one that was made goes on
   * being exported, because an export cannot go while it is used (CloudFormation user guide, "Outputs").
   */
  #used({ tableName, tableArn, tableStreamArn }: Table, { restored }: Environment): UsedTable {
    if (!tableStreamArn) throw new Error("the table has no stream");
    if (!restored) return { tableName, tableArn, tableStreamArn };
    for (const imported of [tableName, tableArn, tableStreamArn]) this.exportValue(imported);
    return {
      tableName: restored.table,
      tableArn: this.formatArn({ service: "dynamodb", resource: "table", resourceName: restored.table }),
      tableStreamArn: restored.streamArn,
    };
  }

  #key(environment: Environment): Key {
    const key = new Key(this, "Key", {
      alias: `kelias/${environment.name}`,
      description: "Everything that Kelias keeps: table, documents, secret, logs, queue, alarms",
      enableKeyRotation: true,
      removalPolicy: kept,
    });
    const logs = [
      functionLogsOf(environment, "Portal").replace(/[^/]+$/, "*"),
      vendedLogsOf(environment, "*"),
    ];
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "LogsOfThisEnvironment",
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(`logs.${this.region}.amazonaws.com`)],
        actions: [...useOfKey],
        resources: ["*"],
        conditions: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": logs.map((name) =>
              this.formatArn({ service: "logs", resource: `log-group:${name}` }),
            ),
          },
        },
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsToTheTopic",
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "MissedEventsToTheQueue",
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal("events.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    return key;
  }

  #table(environment: Environment): Table {
    const string = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new Table(this, "Table", {
      tableName: madeTableOf(environment),
      partitionKey: string("pk"),
      sortKey: string("sk"),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      stream: StreamViewType.KEYS_ONLY,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      // Drafts, sessions and codes go by themselves (functions/store/expiring.ts).
      timeToLiveAttribute: "expiresAt",
      removalPolicy: kept,
    });
    for (const [indexName, sort] of [
      ["pending", "pendingAt"],
      ["inbox", "dueAt"],
    ] as const) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(indexName),
        sortKey: string(sort),
        projectionType: ProjectionType.ALL,
      });
    }
    return table;
  }

  /** Without streams and without recovery to a point in time: what is deleted from it shall be gone. */
  #answers(environment: Environment): Table {
    const table = new Table(this, "Answers", {
      tableName: answersTableOf(environment),
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      deletionProtection: true,
      removalPolicy: kept,
    });
    Validations.of(table).acknowledge({
      id: "AwsSolutions-DDB3",
      reason:
        "A recovery would bring back the keys and slips by which answers were told apart, for 35 days after they were destroyed (decision 87).",
    });
    return table;
  }

  #linkSecret(environment: Environment): Secret {
    const secret = new Secret(this, "LinkSecret", {
      secretName: `kelias/${environment.name}/links`,
      description: "From which the links in mails and the identifiers of cases are derived",
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: kept,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "A new secret would break every link that was mailed and every case's identifier; docs/runbook.md says when to change it all the same.",
    });
    return secret;
  }
}

/** What a service does with the key on behalf of others. */
const useOfKey = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey",
  "kms:DescribeKey",
] as const;
