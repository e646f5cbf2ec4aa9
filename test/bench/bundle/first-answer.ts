import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as z from "zod";
import { lambdaContext } from "../../functions/lambda-context.ts";
import type { Moment } from "./moments.ts";
import { openStandIns } from "./stand-ins.ts";

const figures = z.object({
  /** CPU of the whole process since it began, Node's own start too. */
  readyMillis: z.number(),
  answeredMillis: z.number(),
  /** Of all files that were read until then; 0 unless they were counted, which costs time. */
  bytes: z.number(),
  answer: z.unknown(),
});
type FirstAnswer = z.infer<typeof figures>;

const run = promisify(execFile);

/**
 * Calls a bundled function for the first time, in a fresh process that has nothing but it; the services that it asks are in
 * this process. Throws when it is not answered as it should be.
 */
export async function firstAnswer(
  file: string,
  moment: Moment,
  { isCounted = false } = {},
): Promise<FirstAnswer> {
  const services = await openStandIns(moment.items, moment.secret);
  try {
    const script = `${isCounted ? counting : "const bytes = 0;"}\n${calling(file, moment.event)}`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
      env: services.variables,
    });
    const found = figures.parse(JSON.parse(stdout.slice(stdout.lastIndexOf("\n{"))));
    if (!moment.isAnswered(found.answer)) throw new Error(`${moment.what}: ${stdout}`);
    return found;
  } finally {
    await services.close();
  }
}

const calling = (file: string, event: unknown): string => `
  const millis = () => Object.values(process.cpuUsage()).reduce((sum, micros) => sum + micros / 1000, 0);
  const { handler } = await import(${JSON.stringify(file)});
  const readyMillis = millis();
  const context = { ...${JSON.stringify(lambdaContext)}, getRemainingTimeInMillis: () => 60_000 };
  const answer = await handler(${JSON.stringify(event)}, context);
  const answeredMillis = millis();
  console.log("\\n" + JSON.stringify({ readyMillis, answeredMillis, bytes, answer }));
  process.exit();
`;

const counting = `
  import { registerHooks } from "node:module";
  let bytes = 0;
  registerHooks({ load: (url, context, next) => {
    const loaded = next(url, context);
    if (url.startsWith("file:")) bytes += Buffer.byteLength(loaded.source ?? "");
    return loaded;
  } });
`;
