import { describe, expect, it } from "vitest";
import { awsHouse, type Reach } from "../../../functions/adapters/aws.ts";
import type { Engine } from "../../../functions/adapters/engine.ts";
import type { Mailer } from "../../../functions/adapters/mailer.ts";
import { memoryDocuments } from "../memory-documents.ts";
import { memoryFiles } from "../memory-files.ts";
import { memoryTable } from "../memory-table.ts";

const environment = {
  TABLE_NAME: "kelias-dev",
  DOCUMENTS_BUCKET: "kelias-dev-documents",
  PORTAL_URL: "https://kelias.example",
  MAIL_FROM: "Kelias <kelias@kelias.example>",
  MACHINE_ARN_PREFIX: "arn:aws:states:eu-north-1:111122223333:stateMachine:kelias-dev-",
  LINK_SECRET_ARN: "arn:aws:secretsmanager:eu-north-1:111122223333:secret:kelias/dev/links",
};
const secret = "a secret that is longer than it needs to be";
const message = { to: "ona@example.org", subject: "", html: "", text: "", id: "1" };

/** Services that keep a list of how they were reached. */
function reached(more: Partial<Reach> = {}) {
  const list: string[] = [];
  const engine: Engine = {
    start: async (machine) => {
      list.push(`start ${machine}`);
      return "started";
    },
    succeed: async () => ({ outcome: "delivered" }),
    isRunning: async () => true,
    failureOf: async () => undefined,
    interrupt: async () => ({ outcome: "delivered" }),
  };
  const mailer: Mailer = { send: async () => ({ outcome: "sent", providerId: "1" }) };
  const reach: Reach = {
    secret: async (arn) => {
      list.push(`secret ${arn}`);
      return secret;
    },
    table: async (name) => {
      list.push(`table ${name}`);
      return memoryTable();
    },
    engine: async (prefix) => {
      list.push(`engine ${prefix}`);
      return engine;
    },
    mailer: async ({ mailFrom }) => {
      list.push(`mailer ${mailFrom}`);
      return mailer;
    },
    uploads: async (bucket) => {
      list.push(`uploads ${bucket}`);
      return { form: async () => ({ url: "", fields: {} }), read: async () => undefined };
    },
    documents: async (bucket) => {
      list.push(`documents ${bucket}`);
      return memoryDocuments();
    },
    files: async (bucket) => {
      list.push(`files ${bucket}`);
      return memoryFiles();
    },
    ...more,
  };
  return { list, reach };
}

describe("a function's house on AWS", () => {
  it("reads the secret of the links once, when the function starts", async () => {
    const { list, reach } = reached();
    const house = await awsHouse(environment, reach);
    expect(house.config.linkSecret).toBe(secret);
    expect(list).toEqual([`secret ${environment.LINK_SECRET_ARN}`, "table kelias-dev"]);
  });

  it("reaches Step Functions, SES and S3 with the first call to them, and once", async () => {
    const { list, reach } = reached();
    const house = await awsHouse(environment, reach);
    list.length = 0;
    await house.engine.start("foreign-internship", "one", {});
    await house.engine.start("foreign-internship", "two", {});
    await house.mailer.send(message);
    await house.mailer.send(message);
    await house.documents.keep("calls/demo/ranking-1.json", "{}", "application/json");
    await house.documents.read("calls/demo/ranking-1.json");
    expect(list).toEqual([
      `engine ${environment.MACHINE_ARN_PREFIX}`,
      "start foreign-internship",
      "start foreign-internship",
      `mailer ${environment.MAIL_FROM}`,
      "documents kelias-dev-documents",
    ]);
  });

  it("tries again to reach a service that could not be reached", async () => {
    let tries = 0;
    const { reach } = reached({
      mailer: async () => {
        tries++;
        if (tries === 1) throw new Error("the client could not be read");
        return { send: async () => ({ outcome: "later" }) };
      },
    });
    const house = await awsHouse(environment, reach);
    await expect(house.mailer.send(message)).rejects.toThrow("could not be read");
    expect(await house.mailer.send(message)).toEqual({ outcome: "later" });
  });

  it("does not start without its variables, and names them", async () => {
    const { TABLE_NAME: _, ...without } = environment;
    await expect(awsHouse(without, reached().reach)).rejects.toThrow(/TABLE_NAME/);
    const { LINK_SECRET_ARN: __, ...bare } = environment;
    await expect(awsHouse(bare, reached().reach)).rejects.toThrow(/LINK_SECRET/);
  });

  it("does not start with a secret that is too short to derive links from", async () => {
    const { reach } = reached({ secret: async () => "short" });
    await expect(awsHouse(environment, reach)).rejects.toThrow(/LINK_SECRET/);
  });
});
