/** What a service answers: a status, and a body in the service's own protocol. */
export interface Said {
  readonly status?: number;
  readonly error?: string;
  readonly body: string;
}

export interface Asked {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export const json = (body: object): Said => ({ body: JSON.stringify(body) });
export const jsonError = (status: number, error: string): Said => ({
  status,
  error,
  body: JSON.stringify({ __type: error, message: "no" }),
});
export const xmlError = (status: number, code: string): Said => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
});

const identity =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ops</Arn><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

export const bootstrapped = (version: string): Said => ({
  body: `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>CDKToolkit</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs><member><OutputKey>BootstrapVersion</OutputKey><OutputValue>${version}</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
});

/** Stacks by their names, with where they stand. */
export const stacksAt = (stacks: Readonly<Record<string, string>>): Said => ({
  body: `<DescribeStacksResponse><DescribeStacksResult><Stacks>${Object.entries(stacks)
    .map(
      ([name, status]) =>
        `<member><StackName>${name}</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${status}</StackStatus></member>`,
    )
    .join("")}</Stacks></DescribeStacksResult></DescribeStacksResponse>`,
});

export const subscribed = (...arns: readonly string[]): Said => ({
  body: `<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>${arns
    .map((arn) => `<member><SubscriptionArn>${arn}</SubscriptionArn></member>`)
    .join("")}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
});

const quota = (QuotaName: string, Value: number) => ({ QuotaName, Value });

/** An account that lacks nothing, request by request: „what is asked“ → „what is said“. */
export const wellAccount: Readonly<Record<string, Said>> = {
  GetCallerIdentity: { body: identity },
  "DescribeStacks eu-north-1 CDKToolkit": bootstrapped("21"),
  "DescribeStacks us-east-1 CDKToolkit": bootstrapped("21"),
  "DescribeStacks eu-north-1": stacksAt({
    "kelias-prod-data": "CREATE_COMPLETE",
    other: "ROLLBACK_COMPLETE",
  }),
  "DescribeStacks us-east-1": stacksAt({ "kelias-prod-firewall": "UPDATE_ROLLBACK_COMPLETE" }),
  "ListSubscriptionsByTopic eu-north-1": subscribed(
    "arn:aws:sns:eu-north-1:111122223333:kelias-prod-alarms:1",
  ),
  "ListSubscriptionsByTopic us-east-1": subscribed("PendingConfirmation", "arn:aws:sns:us-east-1:1:t:2"),
  "GET /v2/email/account": json({
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 12 },
  }),
  "GET /v2/email/identities/mail.example.lt": json({ VerifiedForSendingStatus: true }),
  "GET /2016-08-19/account-settings": json({ AccountLimit: { ConcurrentExecutions: 1000 } }),
  "ServiceQuotasV20190624.ListServiceQuotas": json({
    Quotas: [
      quota("StartExecution throttle token refill rate per second", 150),
      quota("StateTransition throttle token refill rate per second", 800),
    ],
  }),
};

/** The services behind one handler, and a list of what they were asked. */
export function services(account: Readonly<Record<string, Said>>) {
  const asked: string[] = [];
  const handle = async (request: Asked) => {
    const name = nameOf(request);
    asked.push(name);
    const said = account[name];
    if (!said) throw new Error(`nobody expects ${name}`);
    return {
      response: {
        statusCode: said.status ?? 200,
        headers: said.error ? { "x-amzn-errortype": said.error } : {},
        body: Buffer.from(said.body),
      },
    };
  };
  return { asked, requestHandler: { handle } };
}

/** A request by what its protocol calls an operation: the query's action, the JSON target, or method and path. */
function nameOf({ method, hostname, path, headers, body }: Asked): string {
  const target = headers["x-amz-target"];
  if (target) return target;
  const said = new URLSearchParams(typeof body === "string" ? body : "");
  const action = said.get("Action");
  if (action === "DescribeStacks" || action === "ListSubscriptionsByTopic")
    return [action, hostname.split(".")[1], said.get("StackName")].filter(Boolean).join(" ");
  return (
    action ?? `${method} ${hostname.includes(".s3.") ? hostname.split(".")[0] : path.replace(/\/$/, "")}`
  );
}
