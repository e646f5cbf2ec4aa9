import { describe, expect, it } from "vitest";
import { examine } from "../../../infra/doctor/examine.ts";
import {
  bootstrapped,
  json,
  jsonError,
  type Said,
  services,
  stacksAt,
  subscribed,
  wellAccount,
  xmlError,
} from "./services.ts";

const credentials = { accessKeyId: "somebody", secretAccessKey: "nothing" };
const needs = { production: true, mailDomain: "mail.example.lt" };

async function look(change: Readonly<Record<string, Said>> = {}, of = needs) {
  const { asked, requestHandler } = services({ ...wellAccount, ...change });
  const findings = await examine({ region: "eu-north-1", credentials, maxAttempts: 1, requestHandler }, of);
  const lacks = findings.filter(({ verdict }) => verdict !== "fine");
  return { asked, findings, lacks: lacks.map(({ verdict, says }) => `${verdict}: ${says}`), all: lacks };
}

describe("an account that lacks nothing", () => {
  it("is fine in everything that a deployment needs", async () => {
    const { findings, lacks } = await look();
    expect(lacks).toEqual([]);
    expect(new Set(findings.map(({ about }) => about))).toEqual(
      new Set(["credentials", "stacks", "alarms", "bootstrap", "mail", "functions", "machines"]),
    );
    expect(findings[0]?.says).toBe("account 111122223333, as arn:aws:iam::111122223333:user/ops");
  });

  it("is only read: nothing is asked that could change it", async () => {
    const { asked } = await look();
    expect(asked.toSorted()).toEqual(Object.keys(wellAccount).toSorted());
    for (const name of asked) expect(name).toMatch(/^GET |^Get|^Describe|List/);
  });
});

describe("an account that lacks something", () => {
  const account = (more: object) =>
    json({
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
      ...more,
    });
  const quota = (value: number) =>
    json({ Quotas: [{ QuotaName: "StartExecution throttle token refill rate per second", Value: value }] });

  it.each<[string, Readonly<Record<string, Said>>, readonly string[]]>([
    [
      "a region that does not know CDK",
      { "DescribeStacks eu-north-1 CDKToolkit": xmlError(400, "ValidationError") },
      ["blocks: eu-north-1 does not know CDK yet"],
    ],
    [
      "an old bootstrap where the firewall stands",
      { "DescribeStacks us-east-1 CDKToolkit": bootstrapped("5") },
      ["blocks: us-east-1 has an old bootstrap (5)"],
    ],
    [
      "mail for everybody",
      { "GET /v2/email/account": account({ ProductionAccessEnabled: false }) },
      ["blocks: the account is in SES's sandbox: mail goes to verified addresses only"],
    ],
    [
      "mail at all",
      { "GET /v2/email/account": account({ EnforcementStatus: "SHUTDOWN" }) },
      ["blocks: SES has stopped this account's mail"],
    ],
    [
      "mail enough for a deadline day",
      { "GET /v2/email/account": account({ SendQuota: { Max24HourSend: 200, MaxSendRate: 1 } }) },
      ["advice: 200 mails a day (0 used), 1 a second"],
    ],
    [
      "the domain in SES",
      { "GET /v2/email/identities/mail.example.lt": jsonError(404, "NotFoundException") },
      ["advice: mail.example.lt is not an identity of SES yet"],
    ],
    [
      "the domain's records",
      { "GET /v2/email/identities/mail.example.lt": json({ VerifiedForSendingStatus: false }) },
      ["advice: mail.example.lt is not verified yet: no mail leaves"],
    ],
    [
      "functions at once, as a new one",
      { "GET /2016-08-19/account-settings": json({ AccountLimit: { ConcurrentExecutions: 10 } }) },
      ["blocks: 10 functions at once"],
    ],
    [
      "functions at once for a deadline day",
      { "GET /2016-08-19/account-settings": json({ AccountLimit: { ConcurrentExecutions: 400 } }) },
      ["advice: 400 functions at once"],
    ],
    [
      "functions that nobody else has reserved",
      {
        "GET /2016-08-19/account-settings": json({
          AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 100 },
        }),
      },
      [],
    ],
    [
      "functions that another application has not reserved",
      {
        "GET /2016-08-19/account-settings": json({
          AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 90 },
        }),
      },
      ["blocks: 1000 functions at once, 90 of them reserved for nobody"],
    ],
    [
      "an account of its own",
      {
        "DescribeStacks eu-north-1": stacksAt({
          "kelias-prod-data": "CREATE_COMPLETE",
          "kelias-dev-data": "CREATE_COMPLETE",
        }),
      },
      ["advice: kelias-dev is here too: both share functions at once, mails a day and starts of machines"],
    ],
    [
      "stacks that a deployment went through",
      {
        "DescribeStacks eu-north-1": stacksAt({
          "kelias-prod-data": "CREATE_COMPLETE",
          "kelias-prod-workflow": "ROLLBACK_COMPLETE",
          "kelias-prod-portal": "UPDATE_ROLLBACK_FAILED",
        }),
      },
      [
        "advice: kelias-prod-workflow stands at ROLLBACK_COMPLETE",
        "advice: kelias-prod-portal stands at UPDATE_ROLLBACK_FAILED",
      ],
    ],
    [
      "somebody who confirmed that alarms may come",
      { "ListSubscriptionsByTopic us-east-1": subscribed("PendingConfirmation") },
      ["blocks: kelias-prod-edge-alarms: nobody has confirmed, so alarms of us-east-1 reach nobody"],
    ],
    [
      "somebody who is told of alarms",
      { "ListSubscriptionsByTopic eu-north-1": subscribed() },
      ["blocks: kelias-prod-alarms tells nobody"],
    ],
    [
      "a topic of alarms",
      { "ListSubscriptionsByTopic eu-north-1": xmlError(404, "NotFound") },
      ["blocks: there is no topic kelias-prod-alarms"],
    ],
    [
      "names that are free, because an installation before has left them taken",
      {
        "DescribeStacks eu-north-1": stacksAt({}),
        "DescribeStacks us-east-1": stacksAt({}),
        "DynamoDB_20120810.DescribeTable": json({ Table: { TableName: "kelias-prod" } }),
        "HEAD kelias-prod-documents-111122223333": { status: 403, body: "" },
      },
      [
        "blocks: no stack has the table kelias-prod and the bucket kelias-prod-documents-111122223333, left by an installation before",
      ],
    ],
    [
      "nothing, and never had Kelias",
      {
        "DescribeStacks eu-north-1": stacksAt({}),
        "DescribeStacks us-east-1": stacksAt({}),
        "DynamoDB_20120810.DescribeTable": jsonError(400, "ResourceNotFoundException"),
        "HEAD kelias-prod-documents-111122223333": { status: 404, body: "" },
      },
      [],
    ],
    [
      "starts of machines, and tells not of their moves",
      { "ServiceQuotasV20190624.ListServiceQuotas": quota(20) },
      [
        "advice: StartExecution throttle token refill rate per second: 20",
        "advice: no quota is called „StateTransition throttle token refill rate per second“ here",
      ],
    ],
  ])("%s: is told so, and what to do", async (_, change, wanted) => {
    const { lacks, all } = await look(change);
    expect(lacks).toEqual(wanted);
    for (const { todo } of all) expect(todo).toMatch(/\w/);
  });

  it("may try in the sandbox, where it is not production", async () => {
    const sandboxed = {
      "GET /v2/email/account": account({ ProductionAccessEnabled: false }),
      "DescribeStacks eu-north-1": stacksAt({ "kelias-dev-data": "CREATE_COMPLETE" }),
      "DescribeStacks us-east-1": stacksAt({}),
    };
    const { lacks } = await look(sandboxed, { ...needs, production: false });
    expect(lacks).toEqual(["advice: the account is in SES's sandbox: mail goes to verified addresses only"]);
  });
});

describe("who cannot look", () => {
  it("without credentials is told that, and nothing else", async () => {
    const nobody = async () => {
      throw Object.assign(new Error("none"), { name: "CredentialsProviderError" });
    };
    const { requestHandler } = services({});
    const found = await examine({ region: "eu-north-1", credentials: nobody, requestHandler }, needs);
    expect(found).toMatchObject([{ verdict: "blocks", says: "there are no credentials" }]);
  });

  it("without a network is told that, and nothing else", async () => {
    const handle = async () => {
      throw Object.assign(new Error("no such host"), { code: "ENOTFOUND" });
    };
    const wire = { region: "eu-north-1", credentials, maxAttempts: 1, requestHandler: { handle } };
    expect(await examine(wire, needs)).toMatchObject([{ verdict: "blocks", says: "AWS cannot be reached" }]);
  });

  it("with credentials that have expired is told that, and nothing else", async () => {
    const { findings } = await look({ GetCallerIdentity: xmlError(403, "ExpiredToken") });
    expect(findings).toMatchObject([{ verdict: "blocks", says: "AWS refuses the credentials" }]);
  });

  it("with too few rights learns all that they allow", async () => {
    const { lacks, findings } = await look({
      "ServiceQuotasV20190624.ListServiceQuotas": jsonError(400, "AccessDeniedException"),
    });
    expect(lacks).toEqual(["advice: these credentials may not look"]);
    expect(findings.length).toBeGreaterThan(5);
  });

  it("hears of a defect as of one", async () => {
    await expect(
      look({ "GET /2016-08-19/account-settings": jsonError(400, "SomethingNew") }),
    ).rejects.toMatchObject({ name: "SomethingNew" });
  });
});
