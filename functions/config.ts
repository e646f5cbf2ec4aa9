import * as z from "zod";

/** The only file that reads the environment. */
const schema = z.object({
  TABLE_NAME: z.string(),
  /** The table of anonymous answers; only what asks for them or counts them is told. */
  ANSWERS_TABLE_NAME: z.string().optional(),
  DOCUMENTS_BUCKET: z.string().min(1),
  /** The portal's address as people see it, without a slash at the end. */
  PORTAL_URL: z.url(),
  MAIL_FROM: z.string(),
  MAIL_CONFIGURATION_SET: z.string().optional(),
  /** At most so many mails a second leave in the sweeper's batches; without it they leave as fast as they can. */
  MAIL_PER_SECOND: z.coerce.number().positive().optional(),
  /** `arn:…:stateMachine:NAME-` before the process's id. */
  MACHINE_ARN_PREFIX: z.string(),
  /** From which every link is derived; in AWS the value of a secret. */
  LINK_SECRET: z.string().min(32),
  /** The OpenID Connect provider through which staff sign in; all three or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Asking for a code to sign in is answered at a multiple of so many milliseconds. */
  SIGN_IN_BEAT: z.coerce.number().nonnegative().default(1000),
  /** Where time can be moved forward; there is no such place on AWS. */
  TIME_CONTROL: z.string().optional(),
});

export interface Config {
  readonly tableName: string;
  readonly answersTableName?: string;
  readonly documentsBucket: string;
  readonly portalUrl: string;
  readonly mailFrom: string;
  readonly mailConfigurationSet?: string;
  readonly mailPerSecond?: number;
  readonly machineArnPrefix: string;
  readonly linkSecret: string;
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  /** Milliseconds; without it answers come as soon as they can. */
  readonly signInBeat?: number;
  readonly timeControl?: string;
}

/** Throws, naming each variable that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = schema.safeParse(environment);
  if (!read.success) throw new Error(`configuration: ${z.prettifyError(read.error)}`);
  const { data } = read;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  const oidc = issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
  if (!oidc && (issuer || clientId || clientSecret))
    throw new Error(
      "configuration: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together or not at all",
    );
  return {
    tableName: data.TABLE_NAME,
    ...(data.ANSWERS_TABLE_NAME ? { answersTableName: data.ANSWERS_TABLE_NAME } : {}),
    documentsBucket: data.DOCUMENTS_BUCKET,
    portalUrl: data.PORTAL_URL,
    mailFrom: data.MAIL_FROM,
    ...(data.MAIL_CONFIGURATION_SET ? { mailConfigurationSet: data.MAIL_CONFIGURATION_SET } : {}),
    ...(data.MAIL_PER_SECOND === undefined ? {} : { mailPerSecond: data.MAIL_PER_SECOND }),
    machineArnPrefix: data.MACHINE_ARN_PREFIX,
    linkSecret: data.LINK_SECRET,
    ...(oidc ? { oidc } : {}),
    signInBeat: data.SIGN_IN_BEAT,
    ...(data.TIME_CONTROL ? { timeControl: data.TIME_CONTROL } : {}),
  };
}
