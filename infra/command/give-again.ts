import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { FunctionName } from "../../functions/catalogue.ts";

export type Given = { readonly outcome: "done" } | { readonly outcome: "failed"; readonly why: string };

/** What the stream of the table leaves in the queue: where it was, and nothing of what changed there. */
const isPlaceInStream = (body: string): boolean => body.includes('"DDBStreamBatchInfo"');

/** Gives functions events again and waits for what comes of it; a place in the stream has the lists of all calls made anew, once. */
export function giveAgain(lambda: LambdaClient, nameOf: (name: FunctionName) => string) {
  let rebuilt: Promise<Given> | undefined;
  const invoke = async (name: FunctionName, body: string): Promise<Given> => {
    const { InvokeCommand } = await import("@aws-sdk/client-lambda");
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName: nameOf(name), Payload: Buffer.from(body) }),
    );
    if (FunctionError === undefined) return { outcome: "done" };
    return { outcome: "failed", why: errorOf(Payload) };
  };
  return async (name: FunctionName, body: string): Promise<Given> => {
    if (!isPlaceInStream(body)) return invoke(name, body);
    rebuilt ??= invoke("RunJobs", JSON.stringify({ rebuild: "*" }));
    return rebuilt;
  };
}

/** The class of an error alone: its message may quote what somebody wrote. */
function errorOf(payload: Uint8Array | undefined): string {
  const [, name = "an error without a name"] =
    /"errorType":"([\w.]+)"/.exec(Buffer.from(payload ?? []).toString("utf8")) ?? [];
  return name;
}
