import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inPieces } from "../../../functions/adapters/in-pieces.ts";
import { s3Documents } from "../../../functions/adapters/s3-documents.ts";
import { erase } from "../../../functions/erasure/erase.ts";
import { personBy } from "../../../functions/erasure/person.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { erasuresOnAws, keptOnAws } from "../../../infra/command/aws-kept.ts";
import { eraseAgain } from "../../../infra/command/erase-again.ts";
import { tableOnDynalite } from "../../functions/adapters/dynalite.ts";
import { versionedBucket } from "./versioned-s3.ts";

/** The same erasure on the services of AWS: DynamoDB as dynalite has it, and a bucket with versions. */

let dynalite: Awaited<ReturnType<typeof tableOnDynalite>>;
beforeAll(async () => {
  dynalite = await tableOnDynalite();
});
afterAll(() => dynalite.close());

const name = "Petras Petraitis";
const email = "petras@mokykla.example";
const secret = "a secret of at least thirty-two letters";

function parts() {
  const dynamo = new DynamoDBClient({
    region: "local",
    endpoint: dynalite.endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const { client: s3, bucket, versions } = versionedBucket();
  const kept = keptOnAws({ dynamo, tableName: "kelias", s3, bucket });
  const documents = s3Documents(s3, bucket);
  const table = inPieces(dynalite.table);
  const clock = {
    now: () => "2027-02-01T08:00:00.000Z",
    real: () => "2027-02-01T08:00:00.000Z",
    rest: async () => undefined,
  };
  const house = { table, clock, config: { linkSecret: secret } };
  return { kept, documents, versions, table, house, erasures: erasuresOnAws(documents, kept) };
}

const everything = async (kept: ReturnType<typeof keptOnAws>): Promise<string> => {
  const items: unknown[] = [];
  for await (const item of kept.items()) items.push(item);
  return JSON.stringify(items);
};

describe("what an environment on AWS keeps", () => {
  it("names nobody any more who was erased: items, long ones too, rankings and their earlier versions", async () => {
    const { kept, documents, versions, table, house } = parts();
    const long = Array.from({ length: 2000 }, (_, index) => `eilutė ${index} ${name}`);
    await table.put({ pk: "plan#call#demo", sk: "000001#ranking#", people: [{ name, email }], long });
    await table.put({ pk: "session#x", sk: "session", email });
    await documents.keep(
      "calls/demo/ranking-1.json",
      JSON.stringify([{ name, points: 7 }]),
      "application/json",
    );
    const person = await personBy(house, kept, email);
    expect(person.identity).toMatchObject({ addresses: [email], names: [name] });
    await erase(house, kept, person, { by: "Rasa Rasaitė", reason: "prašymas" });
    const left = await everything(kept);
    for (const text of [name, email]) expect(left).not.toContain(text);
    expect(left).toContain("eilutė 1999 Ištrinta #");
    expect(JSON.stringify(versions())).not.toContain(name);
    const ranking = Buffer.from((await kept.documents.read("calls/demo/ranking-1.json")) ?? []).toString();
    expect(JSON.parse(ranking)).toMatchObject([{ points: 7 }]);
  });

  it("is erased again after the table was restored: the bucket knows who was", async () => {
    const { kept, table, house, erasures } = parts();
    await table.put({ pk: "staff-notes", sk: "1", people: [{ name, email }] });
    const note = {
      person: addressIdOf(secret, email),
      at: house.clock.now(),
      by: "Rasa",
      reason: "prašymas",
    };
    await erasures.note(note);
    expect(await erasures.noted()).toEqual([note]);
    const said: string[] = [];
    const output = {
      say: (line: string) => void said.push(line),
      tell: (line: string) => void said.push(line),
    };
    const machines = { settleMillis: 0, use: () => Promise.reject(new Error("no machine is needed")) };
    await eraseAgain({ ...house, machines, kept: async () => kept, erasures }, output);
    expect(said).toEqual(["1 people have been erased in all; 1 of them from this copy now"]);
    expect(await everything(kept)).not.toContain(email);
  });

  it("loses an upload with all its versions", async () => {
    const { kept, documents, versions } = parts();
    await documents.keep("uploads/one", "pdf", "application/pdf");
    await documents.keep("uploads/one-more", "pdf", "application/pdf");
    await kept.documents.remove("uploads/one");
    expect(versions().map(({ key }) => key)).toEqual(["uploads/one-more"]);
  });
});
