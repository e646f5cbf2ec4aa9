import { awsTable } from "../../../functions/adapters/aws-table.ts";
import { readSecret } from "../../../functions/adapters/secret.ts";

const { LINK_SECRET_ARN: arn = "", TABLE_NAME: name = "" } = process.env;
await readSecret(arn);
const table = awsTable(name);

/** The least that a function can be that keeps something of ours: a secret, one read, one write. */
export const handler = async (): Promise<unknown> => {
  const key = { pk: "floor", sk: "floor" };
  return { before: await table.get(key), outcome: await table.put(key, { ifAbsent: true }) };
};
