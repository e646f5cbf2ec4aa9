import { describe, expect, it } from "vitest";
import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../../functions/catalogue.ts";
import { functionNames } from "../../../infra/stacks/called-by.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import {
  functionOf,
  listOf,
  liveOf,
  policiesOf,
  type Right,
  recordOf,
  resourcesOf,
  rightsOf,
  stacksOf,
  synthesize,
  textOf,
} from "./synthesized.ts";

const processes = await everyProcess();

const made = synthesize();
const prefix = "arn:<AWS::Partition>:";
const here = "<AWS::Region>:<AWS::AccountId>";
const documents = `${prefix}s3:::kelias-dev-documents-<AWS::AccountId>`;
const isTable = (resource: string) => /^<Table[^/]*(?<!Stream)Arn[0-9A-F]+>$/.test(resource);
const isAnswers = (resource: string) => /^<Answers[^/]*Arn[0-9A-F]+>$/.test(resource);
const isStream = (resource: string) => /^<Table[^/]*StreamArn[0-9A-F]+>$/.test(resource);
const of = (rights: readonly Right[], service: string) =>
  rights.filter(({ action }) => action.startsWith(`${service}:`));
const names = (rights: readonly Right[]) => rights.map(({ action }) => action).toSorted();

const entries = functionNames.map((name): { name: FunctionName; entry: FunctionEntry } => ({
  name,
  entry: functionCatalogue[name],
}));

describe.each(entries)("$name", ({ name, entry }) => {
  const { stack, roleId } = functionOf(made, name);
  const rights = rightsOf(stack, roleId);
  const isCalledByEvents = ["schedule", "scan", "mail", "stream", "failure"].includes(entry.calledBy);

  it("does to the table what the catalogue names, and nothing else", () => {
    const onTable = of(rights, "dynamodb").filter(({ resource }) => isTable(resource));
    expect(names(onTable)).toEqual(entry.table.map((action) => `dynamodb:${action}`).toSorted());
  });

  it("does to the table of anonymous answers what the catalogue names, most of them nothing", () => {
    const onAnswers = of(rights, "dynamodb").filter(({ resource }) => isAnswers(resource));
    expect(names(onAnswers)).toEqual((entry.answers ?? []).map((action) => `dynamodb:${action}`).toSorted());
  });

  it("queries the two indexes only if the catalogue says so", () => {
    const beyond = of(rights, "dynamodb").filter(
      ({ resource }) => ![isTable, isStream, isAnswers].some((is) => is(resource)),
    );
    expect(beyond.map(({ action, resource }) => `${action} ${resource.replace(/^<[^>]*>/, "")}`)).toEqual(
      entry.indexes ? ["dynamodb:Query /index/pending", "dynamodb:Query /index/inbox"] : [],
    );
  });

  it("reads the stream of the table only if that calls it", () => {
    const onStream = of(rights, "dynamodb").filter(({ resource }) => isStream(resource));
    expect(names(onStream)).toEqual(
      entry.calledBy === "stream"
        ? ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((one) => `dynamodb:${one}`)
        : [],
    );
  });

  it("does to the machines of the catalogue's processes what the catalogue names", () => {
    const wanted = entry.machines.flatMap((action) =>
      processes.map(({ id }) => `states:${action} ${prefix}states:${here}:stateMachine:kelias-dev-${id}`),
    );
    const watched = "watchesMachines" in entry ? processes.map(({ id }) => id) : [];
    for (const id of watched)
      wanted.push(`states:DescribeExecution ${prefix}states:${here}:execution:kelias-dev-${id}:*`);
    expect(of(rights, "states").map(({ action, resource }) => `${action} ${resource}`)).toEqual(wanted);
  });

  it("sends mail only if the catalogue says so, and only as Kelias", () => {
    expect(of(rights, "ses")).toEqual(
      entry.sendsMail
        ? ["identity/kelias.example", "configuration-set/kelias-dev"].map((resource) => ({
            action: "ses:SendRawEmail",
            resource: `${prefix}ses:${here}:${resource}`,
            condition: "StringEquals ses:FromAddress kelias@kelias.example",
          }))
        : [],
    );
  });

  it("keeps and reads documents as the catalogue names, and keeps only what is not there yet", () => {
    const wanted = entry.documents.flatMap((action) =>
      (entry.folders ?? ["calls", "cases", "uploads"]).map((folder) => ({
        action: `s3:${action}`,
        resource: `${documents}/${folder}/*`,
        condition: action === "PutObject" ? "Null s3:if-none-match false" : "",
      })),
    );
    const action = { sign: "s3:PutObject", read: "s3:GetObject" }[entry.quarantine ?? "read"];
    const incoming = { action, resource: `${documents}/quarantine/*`, condition: "" };
    // What is begun and added to is no object yet; what is put together must not be there.
    const parts = ["Bool s3:ObjectCreationOperation false", "Null s3:if-none-match false"];
    const exported = { hand: [""], make: parts }[entry.exports ?? "hand"].map((condition) => ({
      action: entry.exports === "make" ? "s3:PutObject" : "s3:GetObject",
      resource: `${documents}/exports/*`,
      condition,
    }));
    // What somebody uploaded and took back goes; nothing else of documents ever does.
    const takenBack = { action: "s3:DeleteObject", resource: `${documents}/uploads/*`, condition: "" };
    expect(of(rights, "s3")).toEqual([
      ...wanted,
      ...(name === "Portal" ? [takenBack] : []),
      ...(entry.quarantine ? [incoming] : []),
      ...(entry.exports ? exported : []),
    ]);
  });

  it("reads the secret of the links only if it uses links", () => {
    const reads = of(rights, "secretsmanager");
    expect(names(reads)).toEqual(entry.usesLinks ? ["secretsmanager:GetSecretValue"] : []);
    expect(reads.every(({ resource }) => /^<LinkSecret[^*]*>$/.test(resource))).toBe(true);
  });

  it("uses the key only through the services that it calls", () => {
    const through = new Set(of(rights, "kms").map(({ condition }) => condition));
    expect([...through]).toEqual([
      "StringEquals kms:ViaService dynamodb.<AWS::Region>.amazonaws.com",
      ...(entry.documents.length > 0 ? ["StringEquals kms:ViaService s3.<AWS::Region>.amazonaws.com"] : []),
      ...(entry.usesLinks ? ["StringEquals kms:ViaService secretsmanager.<AWS::Region>.amazonaws.com"] : []),
      ...(isCalledByEvents ? ["StringEquals kms:ViaService sqs.<AWS::Region>.amazonaws.com"] : []),
    ]);
  });

  it("besides that writes its own log and its traces, and has no other right", () => {
    const known = ["dynamodb", "states", "ses", "secretsmanager", "kms", "s3"];
    const rest = rights.filter(({ action }) => !known.includes(action.split(":")[0] ?? ""));
    expect(rest.map(({ action, resource }) => `${action} ${resource.replace(/[0-9A-F]{8}\./, ".")}`)).toEqual(
      [
        `logs:CreateLogStream <${name}Logs.Arn>`,
        `logs:PutLogEvents <${name}Logs.Arn>`,
        ...(isCalledByEvents ? [`sqs:SendMessage <${name}WaitingQueue.Arn>`] : []),
        "xray:PutTraceSegments *",
        "xray:PutTelemetryRecords *",
      ],
    );
  });
});

describe("the rights of all", () => {
  const roles = stacksOf(made).flatMap((stack) =>
    resourcesOf([stack], "AWS::IAM::Role").map((role) => ({ ...role, rights: rightsOf(stack, role.id) })),
  );

  it("name every action: there is no star in one", () => {
    const actions = roles.flatMap(({ rights }) => rights.map(({ action }) => action));
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  it("name every resource, but for documents by their folder, executions by their machine, the rule that GuardDuty names, and alarms, traces and log delivery, for which IAM knows none", () => {
    const wide = roles.flatMap(({ rights }) => rights.filter(({ resource }) => resource.includes("*")));
    const starred = wide.filter(({ action }) => !/^(s3|events|states):/.test(action));
    expect(new Set(wide.map(({ resource }) => resource))).toEqual(
      new Set([
        "*",
        ...["calls", "cases", "exports", "quarantine", "uploads"].map((folder) => `${documents}/${folder}/*`),
        ...processes.map(({ id }) => `${prefix}states:${here}:execution:kelias-dev-${id}:*`),
        "arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*",
      ]),
    );
    expect(new Set(starred.map(({ resource }) => resource))).toEqual(new Set(["*"]));
    expect([...new Set(names(starred))]).toEqual([
      "cloudwatch:DescribeAlarms",
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
      "xray:GetSamplingRules",
      "xray:GetSamplingTargets",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ]);
  });

  it("are told apart: no two statements of one policy have the same name", () => {
    const policies = stacksOf(made).flatMap((stack) => policiesOf([stack]));
    const twice = policies.flatMap(({ id, properties }) => {
      const statements = listOf(recordOf(properties.PolicyDocument).Statement).map(recordOf);
      const sids = statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [textOf(Sid)]));
      return new Set(sids).size < sids.length ? [id] : [];
    });
    expect(policies.length).toBeGreaterThan(10);
    expect(twice).toEqual([]);
  });

  it("come from policies written here: no role has a managed or an inline one", () => {
    expect(roles.filter(({ properties }) => properties.ManagedPolicyArns ?? properties.Policies)).toEqual([]);
  });

  it("leave completing tasks to functions that no machine calls", () => {
    const invoked = new Set(
      roles
        .filter(({ properties }) => JSON.stringify(properties).includes("states.amazonaws.com"))
        .flatMap(({ rights }) => of(rights, "lambda").map(({ resource }) => resource)),
    );
    const called = functionNames.filter((name) => invoked.has(liveOf(made, name)));
    expect(called).toEqual(["OpenTask", "ExpireTask", "RunStep", "EndCase"]);
    for (const name of called) {
      const { stack, roleId } = functionOf(made, name);
      expect(of(rightsOf(stack, roleId), "states")).toEqual([]);
    }
  });

  it("let the key's policy name who uses it besides the account: this environment's logs, alarms, and events that were missed", () => {
    const [key] = resourcesOf([made.data], "AWS::KMS::Key");
    const statements = listOf(recordOf(key?.properties.KeyPolicy).Statement).map(recordOf);
    const others = statements.filter(({ Principal }) => "Service" in recordOf(Principal));
    expect(others.map(({ Principal }) => textOf(recordOf(Principal).Service))).toEqual([
      "logs.<AWS::Region>.amazonaws.com",
      "cloudwatch.amazonaws.com",
      "events.amazonaws.com",
    ]);
    expect(
      others.flatMap(({ Action }) => listOf(Action)).filter((action) => String(action).includes("*")),
    ).toEqual([]);
    const accounts = statements.filter((statement) => !others.includes(statement));
    expect(new Set(accounts.map(({ Principal }) => textOf(recordOf(Principal).AWS)))).toEqual(
      new Set(["arn:<AWS::Partition>:iam::<AWS::AccountId>:root"]),
    );
  });
});

describe("with a provider for staff to sign in", () => {
  const secretArn = "arn:aws:secretsmanager:eu-north-1:111122223333:secret:kelias-oidc-AbCdEf";
  const withProvider = synthesize({
    oidcIssuer: "https://id.example",
    oidcClientId: "kelias",
    oidcSecretArn: secretArn,
  });

  it.each(functionNames)("%s reads its secret only if it signs people in", (name) => {
    const { stack, roleId } = functionOf(withProvider, name);
    const reads = of(rightsOf(stack, roleId), "secretsmanager").filter(
      ({ resource }) => resource === secretArn,
    );
    expect(reads).toHaveLength(name === "Portal" ? 1 : 0);
  });
});
