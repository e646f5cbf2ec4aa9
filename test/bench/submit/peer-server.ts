import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { applicationOf } from "../../../functions/cases/applications/application-forms.ts";
import { demoCall } from "../../../infra/local/demo.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { demoHouse } from "../../functions/demo-house.ts";
import { peerPackage } from "../peers/packages.ts";
import { callId } from "./applicant.ts";

/**
 * What many would write: express, which takes the form whole, looks at it with the very rules of the call, and stores the
 * application, the task of the principal and the mail to the applicant in one transaction of PostgreSQL. Says its port to
 * whoever started it; the address of the database is its only argument.
 */

/** What is used of `express`. */
interface Express {
  readonly default: {
    (): App;
    urlencoded(options: { readonly extended: boolean }): unknown;
  };
}
interface App {
  post(path: string, ...handlers: readonly unknown[]): void;
  listen(port: number, host: string, listening: () => void): Server;
}
interface Response {
  status(code: number): Response;
  json(body: unknown): void;
  redirect(status: number, location: string): void;
}

/** What is used of `pg`. */
interface Postgres {
  readonly default: { readonly Pool: new (options: Readonly<Record<string, unknown>>) => Pool };
}
interface Pool {
  connect(): Promise<Client>;
  query(text: string): Promise<unknown>;
}
interface Client {
  query(
    text: string | { name: string; text: string; values: readonly unknown[] },
  ): Promise<{ rowCount: number }>;
  release(): void;
}

const tables = `
  CREATE TABLE application (id uuid PRIMARY KEY, call text NOT NULL, email text NOT NULL, form jsonb NOT NULL,
    submitted_at timestamptz NOT NULL, UNIQUE (call, email));
  CREATE TABLE task (id uuid PRIMARY KEY, application uuid NOT NULL REFERENCES application, role text NOT NULL,
    assignee text NOT NULL, due_at timestamptz NOT NULL);
  CREATE INDEX task_of_assignee ON task (assignee, due_at);
  CREATE TABLE mail (id uuid PRIMARY KEY, application uuid NOT NULL REFERENCES application, template text NOT NULL,
    receiver text NOT NULL, sent_at timestamptz);
  CREATE INDEX mail_to_send ON mail (id) WHERE sent_at IS NULL;
`;

const week = 7 * 24 * 3600 * 1000;

const house = demoHouse(new Date().toISOString());
await publishCall(house, demoCall(house.clock.now()));
const call = await loadCall(house, callId);
const terms = call && (await applicationOf(house, call));
if (!terms) throw new Error("nobody can apply to the call");

const [{ default: express }, { default: pg }] = await Promise.all([
  peerPackage<Express>("express"),
  peerPackage<Postgres>("pg"),
]);
const pool = new pg.Pool({ connectionString: process.argv[2], max: 20 });
await pool.query(tables);

async function keep(values: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const [id, now] = [randomUUID(), new Date()];
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rowCount } = await client.query({
      name: "application",
      text: "INSERT INTO application VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
      values: [id, callId, values.email, JSON.stringify(values), now],
    });
    if (rowCount === 1) {
      await client.query({
        name: "task",
        text: "INSERT INTO task VALUES ($1, $2, 'principal', $3, $4)",
        values: [randomUUID(), id, values.principalEmail, new Date(now.getTime() + week)],
      });
      await client.query({
        name: "mail",
        text: "INSERT INTO mail VALUES ($1, $2, 'received', $3)",
        values: [randomUUID(), id, values.email],
      });
    }
    await client.query("COMMIT");
    return rowCount === 1 ? id : undefined;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

const app = express();
app.post(
  "/applications",
  express.urlencoded({ extended: false }),
  async ({ body }: { readonly body: unknown }, response: Response) => {
    const parsed = parseAnswer(terms.form, body);
    if (parsed.outcome === "invalid") return response.status(422).json(parsed.errors);
    const { values } = parsed.value;
    const errors = await terms.checkFacts(house, values);
    if (errors.length > 0) return response.status(422).json(errors);
    const id = await keep(values);
    if (id === undefined) return response.status(409).json({ why: "duplicate" });
    response.redirect(303, `/applications/${id}`);
  },
);
const server = app.listen(0, "127.0.0.1", () => process.send?.({ port: portOf(server) }));

function portOf(listening: Server): number {
  const address = listening.address();
  return typeof address === "object" && address ? address.port : 0;
}
