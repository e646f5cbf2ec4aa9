import { SFNClient } from "@aws-sdk/client-sfn";
import type { Engine } from "./engine.ts";
import { impatient } from "./impatient.ts";
import { sfnEngine } from "./sfn-engine.ts";

/** `machineArnPrefix` is what stands before the process's id in the ARN of its machine. */
export const awsEngine = (machineArnPrefix: string): Engine =>
  sfnEngine(new SFNClient(impatient), (process) => `${machineArnPrefix}${process}`);
