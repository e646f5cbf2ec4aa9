import type { Node } from "constructs";
import * as z from "zod";

/** What differs between one installation and another; everything else is the same everywhere. */
export interface Environment {
  readonly name: "dev" | "prod";
  /** How long logs are kept, in days, as CloudWatch Logs allows them. */
  readonly logDays: 30 | 365;
  /** A stack that may not be deleted by mistake. */
  readonly terminationProtection: boolean;
  /** Requests a second that the portal takes before it asks to come back, and how many at once. */
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  /** So many submissions may run at once, whatever pages take of the account's executions; without it, what is left. */
  readonly submissionsAtOnce?: number;
  /** The domain that mail is sent from. */
  readonly mailDomain: string;
  /** Requests that one address may make in five minutes: a whole school may come from one. */
  readonly requestsPerAddress: number;
  /** The domain under which people reach the portal, with its certificate; without one, CloudFront's name. */
  readonly address?: { readonly domain: string; readonly certificateArn: string };
  /** Another number makes another key between CloudFront and the API. */
  readonly originKey: string;
  /** The OpenID Connect provider through which staff sign in, with the secret in Secrets Manager that it knows us by. */
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly secretArn: string };
  /** Does new code get all requests at once, or a tenth of them first? */
  readonly shift: "gradual" | "atOnce";
  /** Who is told of alarms; in production there is somebody. */
  readonly alarmMail?: string;
  /** A table that was restored under another name, in place of the one that the stack made. */
  readonly restored?: { readonly table: string; readonly streamArn: string };
}

/** Lambda leaves so many executions of an account unreserved [Lambda developer guide, "Configuring reserved concurrency"]. */
export const leastUnreserved = 100;

export const settings = {
  dev: {
    logDays: 30,
    terminationProtection: false,
    requestsPerSecond: 50,
    requestBurst: 100,
    requestsPerAddress: 1000,
  },
  prod: {
    logDays: 365,
    terminationProtection: true,
    requestsPerSecond: 500,
    requestBurst: 1000,
    requestsPerAddress: 3000,
    submissionsAtOnce: 200,
  },
} as const;

const domainName = /^([a-z0-9-]+\.)+[a-z]{2,}$/;

const context = z.object({
  env: z.enum(["dev", "prod"], { error: "use -c env=dev or -c env=prod" }).default("dev"),
  mailDomain: z.string().regex(domainName, "use -c mailDomain=mail.example.org").default("kelias.example"),
  domain: z.string().regex(domainName, "use -c domain=kelias.example.org").optional(),
  certificateArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
      "use -c certificateArn=arn:aws:acm:us-east-1:…, a certificate of us-east-1",
    )
    .optional(),
  originKey: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "use -c originKey=2, a number")
    .default("1"),
  oidcIssuer: z.url("use -c oidcIssuer=https://…").optional(),
  oidcClientId: z.string().min(1).optional(),
  oidcSecretArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+$/,
      "use -c oidcSecretArn=arn:aws:secretsmanager:…, with its six last letters",
    )
    .optional(),
  shift: z
    .enum(["gradual", "atOnce"], { error: "use -c shift=gradual or -c shift=atOnce" })
    .default("gradual"),
  alarmMail: z.email("use -c alarmMail=name@example.org").optional(),
  table: z
    .string()
    .regex(/^[\w.-]{3,255}$/, "use -c table=NAME, a table that was restored under that name")
    .optional(),
  tableStreamArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+\/stream\/[\w:.-]+$/,
      "use -c tableStreamArn=arn:aws:dynamodb:…/stream/…, the stream of that table",
    )
    .optional(),
});

/** Both or neither: a domain without its certificate would be refused by CloudFront, the other would do nothing. */
function addressOf(domain: string | undefined, certificateArn: string | undefined): Environment["address"] {
  if (domain && certificateArn) return { domain, certificateArn };
  if (domain || certificateArn)
    throw new Error("context: use -c domain=… and -c certificateArn=… together or not at all");
  return undefined;
}

/** Both or neither: lists and figures follow the table by its stream. */
function restoredOf(table: string | undefined, streamArn: string | undefined): Environment["restored"] {
  if (table === undefined && streamArn === undefined) return undefined;
  if (table === undefined || streamArn === undefined)
    throw new Error("context: use -c table=… and -c tableStreamArn=… together or not at all");
  if (!streamArn.includes(`:table/${table}/stream/`))
    throw new Error("context: -c tableStreamArn=… is the stream of another table than -c table=…");
  return { table, streamArn };
}

/** All three or none. */
function oidcOf(
  issuer: string | undefined,
  clientId: string | undefined,
  secretArn: string | undefined,
): Environment["oidc"] {
  if (issuer && clientId && secretArn) return { issuer, clientId, secretArn };
  if (issuer || clientId || secretArn)
    throw new Error(
      "context: use -c oidcIssuer=…, -c oidcClientId=… and -c oidcSecretArn=… together or not at all",
    );
  return undefined;
}

/** Reads `-c env=dev|prod` and its companions. Throws, saying what is expected, when one is wrong. */
export function readEnvironment(node: Node): Environment {
  const given = Object.fromEntries(
    Object.keys(context.shape).map((name) => [name, node.tryGetContext(name) ?? undefined]),
  );
  const read = context.safeParse(given);
  if (!read.success) throw new Error(`context: ${z.prettifyError(read.error)}`);
  const { env, mailDomain, domain, certificateArn, originKey, alarmMail, shift, ...more } = read.data;
  if (env === "prod" && !alarmMail)
    throw new Error("context: use -c alarmMail=name@example.org: in production somebody is told of alarms");
  const oidc = oidcOf(more.oidcIssuer, more.oidcClientId, more.oidcSecretArn);
  const address = addressOf(domain, certificateArn);
  const restored = restoredOf(more.table, more.tableStreamArn);
  return {
    name: env,
    ...settings[env],
    mailDomain,
    originKey,
    shift,
    ...(address ? { address } : {}),
    ...(oidc ? { oidc } : {}),
    ...(alarmMail ? { alarmMail } : {}),
    ...(restored ? { restored } : {}),
  };
}
