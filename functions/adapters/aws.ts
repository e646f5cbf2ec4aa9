import { type Config, readConfig } from "../config.ts";
import type { House } from "../house.ts";
import { consoleLog } from "../log.ts";
import { knowingOwnWrites } from "../store/own-writes.ts";
import { systemClock } from "./clock.ts";
import type { Documents } from "./documents.ts";
import type { Engine } from "./engine.ts";
import type { Files } from "./files.ts";
import { lateAnswers } from "./late-answers.ts";
import type { Mailer } from "./mailer.ts";
import { once } from "./once.ts";
import type { Table } from "./table.ts";
import type { Uploads } from "./uploads.ts";

/** How the house reaches AWS; tests pass others. */
export interface Reach {
  readonly secret: (arn: string) => Promise<string>;
  readonly table: (name: string) => Promise<Table>;
  readonly engine: (machineArnPrefix: string) => Promise<Engine>;
  readonly mailer: (config: Config) => Promise<Mailer>;
  readonly documents: (bucket: string) => Promise<Documents>;
  readonly uploads: (bucket: string) => Promise<Uploads>;
  readonly files: (bucket: string) => Promise<Files>;
}

const aws: Reach = {
  secret: async (arn) => (await import("./secret.ts")).readSecret(arn),
  table: async (name) => (await import("./aws-table.ts")).awsTable(name),
  engine: async (prefix) => (await import("./aws-engine.ts")).awsEngine(prefix),
  mailer: async (config) => (await import("./aws-mailer.ts")).awsMailer(config),
  documents: async (bucket) => (await import("./aws-documents.ts")).awsDocuments(bucket),
  uploads: async (bucket) => (await import("./aws-uploads.ts")).awsUploads(bucket),
  files: async (bucket) => (await import("./aws-files.ts")).awsFiles(bucket),
};

/**
 * Everything that a function may touch, as it is on AWS. Called once, when a function starts. The secret is read then
 * and kept as long as the function lives; the table's client loads while it travels. The clients of Step Functions,
 * SES and S3 load with the first of their calls, so that who answers without them does not wait for them.
 *
 * `LINK_SECRET_ARN` names the secret, `OIDC_CLIENT_SECRET_ARN` that of the provider where there is one; the rest of the environment is as functions/config.ts says. Throws, naming what
 * is missing, when the environment is not as the stacks set it.
 */
export async function awsHouse(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  reach: Reach = aws,
): Promise<House> {
  const { LINK_SECRET_ARN: arn, OIDC_CLIENT_SECRET_ARN: oidcArn, TABLE_NAME: name } = environment;
  const [secret, oidcSecret, table] = await Promise.all([
    arn && reach.secret(arn),
    oidcArn && reach.secret(oidcArn),
    name && reach.table(name),
  ]);
  const config = readConfig({
    ...environment,
    ...(secret ? { LINK_SECRET: secret } : {}),
    ...(oidcSecret ? { OIDC_CLIENT_SECRET: oidcSecret } : {}),
  });
  if (!table) throw new Error("configuration: TABLE_NAME is empty");
  const engine = once(() => reach.engine(config.machineArnPrefix));
  const mailer = once(() => reach.mailer(config));
  const documents = once(() => reach.documents(config.documentsBucket));
  const uploads = once(() => reach.uploads(config.documentsBucket));
  const files = once(() => reach.files(config.documentsBucket));
  return {
    table: knowingOwnWrites(table),
    // Nothing remembers what was deleted there: neither streams nor a recovery to a point in time.
    answers: lateAnswers(
      async () => {
        if (config.answersTableName === undefined)
          throw new Error("configuration: ANSWERS_TABLE_NAME is empty");
        return reach.table(config.answersTableName);
      },
      async () => undefined,
    ),
    engine: {
      start: async (machine, name, input) => (await engine()).start(machine, name, input),
      succeed: async (token, output) => (await engine()).succeed(token, output),
      isRunning: async (machine, name) => (await engine()).isRunning(machine, name),
      failureOf: async (machine, name) => (await engine()).failureOf(machine, name),
      interrupt: async (token, error, word) => (await engine()).interrupt(token, error, word),
    },
    mailer: { send: async (message) => (await mailer()).send(message) },
    documents: {
      keep: async (key, body, type) => (await documents()).keep(key, body, type),
      read: async (key) => (await documents()).read(key),
      remove: async (key) => (await documents()).remove(key),
    },
    uploads: {
      form: async (upload) => (await uploads()).form(upload),
      read: async (key, mostBytes) => (await uploads()).read(key, mostBytes),
    },
    files: {
      begin: async (key, type) => (await files()).begin(key, type),
      add: async (key, making, number, body) => (await files()).add(key, making, number, body),
      finish: async (key, making, parts) => (await files()).finish(key, making, parts),
      link: async (key, handing) => (await files()).link(key, handing),
      remove: async (key) => (await files()).remove(key),
    },
    clock: systemClock,
    config,
    log: consoleLog,
  };
}
