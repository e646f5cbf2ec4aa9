import { resolve } from "node:path";
import * as z from "zod";
import { StartFault } from "./start-fault.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const schema = z.object({
  PORT: port.default(4000),
  INBOX_PORT: port.default(4001),
  KELIAS_DATA: z.string().min(1).default("data"),
});

export interface Settings {
  readonly port: number;
  readonly inboxPort: number;
  readonly dataFolder: string;
  /** Is a folder that holds nothing left empty? Otherwise a programme that lives is made in it. */
  readonly isEmpty: boolean;
}

/** Throws a `StartFault` that names the variable or the word that is none of ours. An empty variable is none. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[] = [],
): Settings {
  const [unknown] = words.filter((word) => word !== "--empty");
  if (unknown !== undefined) throw new StartFault("unknownWord", { detail: unknown });
  const given = Object.fromEntries(
    ["PORT", "INBOX_PORT", "KELIAS_DATA"].map((name) => [name, environment[name] || undefined]),
  );
  const read = schema.safeParse(given);
  if (!read.success) throw new StartFault("badSetting", { detail: String(read.error.issues[0]?.path[0]) });
  return {
    port: read.data.PORT,
    inboxPort: read.data.INBOX_PORT,
    dataFolder: resolve(read.data.KELIAS_DATA),
    isEmpty: words.includes("--empty"),
  };
}

const providerNames = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];

/** What the environment says of the provider through which staff sign in. An empty variable is none. */
export const providerIn = (
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(providerNames.map((name) => [name, environment[name] || undefined]));
