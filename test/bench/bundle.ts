import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Metafile } from "esbuild";
import { functionCatalogue } from "../../functions/catalogue.ts";
import { bundle } from "../../infra/stacks/bundle.ts";

/** What a function costs before it answers for the first time. Bytes are minified; times are medians in milliseconds. */
export interface BundleFigures {
  /** Read before the function's own first line runs: the entry and all that it imports statically. */
  readonly eagerBytes: number;
  /** Read until the function is ready: on top of that the clients of the secret and the table. */
  readonly readyBytes: number;
  readonly bundleBytes: number;
  readonly emptyMillis: number;
  readonly eagerMillis: number;
  /** With a secret's server on this machine, so one round trip in it is shorter than on AWS. */
  readonly readyMillis: number;
  readonly eagerByPackage: readonly (readonly [name: string, bytes: number])[];
}

const run = promisify(execFile);
type Variables = Readonly<Record<string, string>>;

/** Bundles an entry point as it is deployed and starts it in `runs` fresh processes. Nothing of it leaves the machine. */
export async function measureBundle(entry: string, runs = 15): Promise<BundleFigures> {
  const folder = await mkdtemp(join(tmpdir(), "kelias-bench-"));
  const secret = await secretServer();
  try {
    const { metafile } = bundle(entry, folder);
    const [index, empty] = [join(folder, "index.mjs"), join(folder, "empty.mjs")];
    await writeFile(empty, "export const handler = async () => undefined;\n");
    const eager = eagerOutputs(metafile);
    const variables = functionVariables(secret.port);
    const times: Record<"empty" | "eager" | "ready", number[]> = { empty: [], eager: [], ready: [] };
    for (let i = 0; i < runs; i++) {
      times.empty.push(await importMillis(empty, {}));
      // Without its variables a function gives up as soon as its eager code has run.
      times.eager.push(await importMillis(index, {}));
      times.ready.push(await importMillis(index, variables));
    }
    return {
      eagerBytes: bytesOf(metafile, eager),
      readyBytes: await bytesRead(index, variables),
      bundleBytes: bytesOf(metafile, Object.keys(metafile.outputs)),
      emptyMillis: median(times.empty),
      eagerMillis: median(times.eager),
      readyMillis: median(times.ready),
      eagerByPackage: byPackage(metafile, eager),
    };
  } finally {
    secret.close();
    await rm(folder, { recursive: true });
  }
}

/** The entry's output and what it imports statically, through all levels. */
export function eagerOutputs({ outputs }: Metafile): readonly string[] {
  const found = new Set(
    Object.keys(outputs).filter(
      (name) => outputs[name]?.entryPoint !== undefined && name.endsWith("index.mjs"),
    ),
  );
  for (const name of found) {
    for (const { kind, path } of outputs[name]?.imports ?? []) {
      if (kind === "import-statement" && path in outputs) found.add(path);
    }
  }
  return [...found];
}

export const bytesOf = ({ outputs }: Metafile, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);

function byPackage({ outputs }: Metafile, names: readonly string[]): BundleFigures["eagerByPackage"] {
  const sums = new Map<string, number>();
  for (const name of names) {
    for (const [path, { bytesInOutput }] of Object.entries(outputs[name]?.inputs ?? {})) {
      const owner =
        /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split("/").slice(0, 2).join("/");
      sums.set(owner, (sums.get(owner) ?? 0) + bytesInOutput);
    }
  }
  return [...sums].toSorted(([, a], [, b]) => b - a);
}

/** Imports a file in a fresh process that knows nothing but the given variables. */
async function importMillis(file: string, variables: Variables): Promise<number> {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}).catch(() => {}); process.stdout.write(String(performance.now() - t));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { env: variables });
  return Number(stdout);
}

/** The bytes of every file that a process reads while it imports one. Throws when the import fails. */
async function bytesRead(file: string, variables: Variables): Promise<number> {
  const script = `
    import { registerHooks } from "node:module";
    let bytes = 0;
    registerHooks({ load: (url, context, next) => {
      const loaded = next(url, context);
      if (url.startsWith("file:")) bytes += Buffer.byteLength(loaded.source ?? "");
      return loaded;
    } });
    await import(${JSON.stringify(file)});
    process.stdout.write(String(bytes));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { env: variables });
  return Number(stdout);
}

const functionVariables = (secretPort: number): Variables => ({
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "none",
  AWS_SECRET_ACCESS_KEY: "none",
  AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${secretPort}`,
  LINK_SECRET_ARN: "arn:aws:secretsmanager:eu-north-1:111122223333:secret:kelias",
  TABLE_NAME: "kelias",
  DOCUMENTS_BUCKET: "kelias-documents",
  PORTAL_URL: "https://kelias.example",
  MAIL_FROM: "kelias@kelias.example",
  MACHINE_ARN_PREFIX: "arn:aws:states:eu-north-1:111122223333:stateMachine:kelias-",
});

/** Stands in for Secrets Manager. */
async function secretServer(): Promise<{ port: number; close: () => void }> {
  const answer = JSON.stringify({ SecretString: "s".repeat(64) });
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(answer),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port for the secret's server");
  return { port: address.port, close: () => server.close() };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (import.meta.main) {
  const name = process.argv[2] ?? functionCatalogue.SubmitApplication.entry;
  const { eagerByPackage, ...figures } = await measureBundle(name);
  console.log(name);
  console.table({ ...figures, aboveEmptyMillis: figures.readyMillis - figures.emptyMillis });
  console.table(Object.fromEntries(eagerByPackage.slice(0, 12)));
}
