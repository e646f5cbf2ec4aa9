import { parseArgs } from "node:util";
import * as z from "zod";

const schema = z.object({
  env: z.enum(["dev", "prod"], { error: "use --env dev or --env prod" }).default("dev"),
  region: z
    .string({ error: "use --region eu-north-1, or set AWS_REGION" })
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region is written like eu-north-1"),
  mailDomain: z.string().min(1).default("kelias.example"),
});

export type DoctorSettings = z.infer<typeof schema>;

/** Reads `--env dev|prod --region … --mailDomain …`. Gives what is wrong as a sentence instead of throwing. */
export function readDoctorSettings(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DoctorSettings | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { env: { type: "string" }, region: { type: "string" }, mailDomain: { type: "string" } },
    });
    const region = values.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
    const read = schema.safeParse({ ...values, region });
    return read.success ? read.data : { fault: read.error.issues.map(({ message }) => message).join("; ") };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
