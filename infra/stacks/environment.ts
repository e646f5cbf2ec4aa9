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
  /** The domain that mail is sent from. */
  readonly mailDomain: string;
  /** The portal's address as people see it, without a slash at the end; without one, that of the API. */
  readonly portalUrl?: string;
  /** Who is told of alarms. */
  readonly alarmMail?: string;
}

const settings = {
  dev: { logDays: 30, terminationProtection: false, requestsPerSecond: 50, requestBurst: 100 },
  prod: { logDays: 365, terminationProtection: true, requestsPerSecond: 500, requestBurst: 1000 },
} as const;

const context = z.object({
  env: z.enum(["dev", "prod"], { error: "use -c env=dev or -c env=prod" }).default("dev"),
  mailDomain: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "use -c mailDomain=mail.example.org")
    .default("kelias.example"),
  portalUrl: z
    .url({ protocol: /^https$/, error: "use -c portalUrl=https://…, without a slash at the end" })
    .regex(/[^/]$/, "no slash at the end")
    .optional(),
  alarmMail: z.email("use -c alarmMail=name@example.org").optional(),
});

/** Reads `-c env=dev|prod` and its companions. Throws, saying what is expected, when one is wrong. */
export function readEnvironment(node: Node): Environment {
  const given = Object.fromEntries(
    Object.keys(context.shape).map((name) => [name, node.tryGetContext(name) ?? undefined]),
  );
  const read = context.safeParse(given);
  if (!read.success) throw new Error(`context: ${z.prettifyError(read.error)}`);
  const { env, mailDomain, portalUrl, alarmMail } = read.data;
  return {
    name: env,
    ...settings[env],
    mailDomain,
    ...(portalUrl ? { portalUrl } : {}),
    ...(alarmMail ? { alarmMail } : {}),
  };
}
