import * as z from "zod";
import { Refusal, type Typed } from "./command.ts";

const schema = z.object({
  env: z.enum(["dev", "prod"], { error: "--env: expected dev or prod" }),
  region: z
    .string({ error: "--region: expected a region such as eu-north-1, or AWS_REGION set to one" })
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "--region: expected a region such as eu-north-1"),
  table: z
    .string()
    .regex(/^[\w.-]{3,255}$/, "--table: expected the name of a table, 3 to 255 letters, digits, _ - .")
    .optional(),
});

/** An environment on AWS. */
export type Account = z.infer<typeof schema>;

/** The environment that is meant; `undefined` for the data folder. Throws a `Refusal` that names what is wrong. */
export function readAccount({ options, environment }: Typed): Account | undefined {
  const { env, table, region } = options;
  if (env === undefined) {
    const stray = region === undefined ? (table === undefined ? undefined : "--table") : "--region";
    if (stray) throw new Refusal(`${stray} goes with --env dev or --env prod`);
    return undefined;
  }
  const read = schema.safeParse({
    env,
    table,
    region: region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION,
  });
  if (!read.success) throw new Refusal(...read.error.issues.map(({ message }) => message));
  return read.data;
}

/** How an environment on AWS is asked for. */
export const accountOptions = {
  env: { value: "dev|prod", means: "the environment on AWS" },
  region: { value: "REGION", means: "the region, such as eu-north-1 (else AWS_REGION)" },
};
