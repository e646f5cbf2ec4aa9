import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let program: Visitor;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  program = visitor(house);
});

const apply = (change: Readonly<Record<string, unknown>> = {}, key = "a-key-of-the-draft-1") =>
  program.postJson(
    "/api/calls/demo/applications",
    { ...demoApplication, ...change },
    { "idempotency-key": key },
  );
const read = (body: string): Record<string, unknown> => JSON.parse(body);

describe("applying by the API", () => {
  it("stores an application once for each key", async () => {
    const first = await apply();
    expect(first.status).toBe(201);
    const again = await apply();
    expect(again.status).toBe(200);
    expect(read(again.body).ref).toBe(read(first.body).ref);
    await sweeper(house)({}, lambdaContext);
    expect(house.started.filter(({ machine }) => machine === "foreign-internship")).toHaveLength(1);
  });

  it("answers somebody whose address has applied before as everybody else: nobody learns who has applied", async () => {
    const shapeOf = ({ status, body, headers }: Awaited<ReturnType<typeof apply>>) => ({
      status,
      headers: { ...headers, date: "" },
      fields: Object.keys(read(body)),
    });
    const first = await apply();
    const second = await apply({}, "another-key-entirely");
    const stranger = await apply({ email: "kita@mokykla.example" }, "a-third-key-entirely");
    expect(shapeOf(second)).toEqual(shapeOf(stranger));
    expect(shapeOf(first)).toEqual(shapeOf(stranger));
    expect(read(second.body).id).not.toBe(read(first.body).id);
  });

  it("says that the call is closed, or not open yet, with the instant", async () => {
    house.at("2027-01-31T22:00:00.000Z");
    expect(read((await apply()).body)).toMatchObject({ code: "late", closedAt: "2027-01-31T21:59:59.000Z" });
    house.at("2027-01-03T10:00:00.000Z");
    expect(read((await apply()).body)).toMatchObject({ code: "early", opensAt: "2027-01-03T22:00:00.000Z" });
  });

  it("names every field that is wrong, by code and in words", async () => {
    const answer = await apply({ email: "austeja", countries: ["FR"], surprise: 1 });
    expect(answer.status).toBe(422);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(read(answer.body).errors).toEqual([
      { field: "surprise", problem: "unknownField", detail: "The field “surprise” is not known here." },
      {
        field: "email",
        problem: "notEmail",
        detail: expect.stringContaining("enter a whole e-mail address"),
      },
      {
        field: "countries",
        problem: "unknownOption",
        detail: expect.stringContaining("choose one of the answers"),
      },
    ]);
  });

  it.each([
    ["malformed JSON", "{", {}, 400, "malformed"],
    ["a list", "[]", {}, 400, "malformed"],
    ["no key", "{}", { "idempotency-key": "" }, 400, "noIdempotencyKey"],
    ["a form", "a=b", { "content-type": "application/x-www-form-urlencoded" }, 415, "wrongMediaType"],
    ["too much", JSON.stringify({ motivation: "x".repeat(250_000) }), {}, 413, "tooLarge"],
  ])("%s is told as a problem", async (_title, body, headers, status, why) => {
    const answer = await program.postJson("/api/calls/demo/applications", body, {
      "idempotency-key": "a-key-of-the-draft-1",
      ...headers,
    });
    expect(answer.status).toBe(status);
    expect(read(answer.body)).toMatchObject({ type: `/api/problems/${why}`, status });
    expect(house.table.all().some(({ pk }) => String(pk).startsWith("case#"))).toBe(false);
  });

  it.each([
    ["DELETE", "/api/calls", 405],
    ["GET", "/api/nothing", 404],
    ["GET", "/api/calls/none", 404],
  ])("%s %s is a problem with status %i", async (method, path, status) => {
    const answer = await program.ask(method, path);
    expect(answer.status).toBe(status);
    expect(read(answer.body)).toMatchObject({ status });
    if (status === 405) expect(answer.headers.allow).toBe("GET, HEAD");
  });
});

describe("answering by the API", () => {
  let path: string;
  beforeEach(async () => {
    const ref = String(read((await apply()).body).ref);
    const due = "2027-01-17T21:59:59.000Z";
    await openTask(house)(
      { ref, state: "endorsement", visit: 1, arm: 0, due, token: "token" },
      lambdaContext,
    );
    const task = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000001#endorsement" }));
    path = taskPath(house.config.linkSecret, task).replace("/t/", "/api/tasks/");
  });

  it("says what is asked and by which schema, and takes the answer once", async () => {
    const asked = read((await program.get(path)).body);
    expect(asked).toMatchObject({ state: "endorsement", status: "open", outcomes: ["endorsed", "refused"] });
    expect(asked.schema).toMatchObject({ additionalProperties: false });
    expect((await program.postJson(path, { outcome: "endorsed" })).status).toBe(200);
    const again = await program.postJson(path, { outcome: "endorsed" });
    expect(again.status).toBe(409);
    expect(read(again.body)).toMatchObject({ code: "answered" });
  });

  it("tells a program again that its answer was taken, and any other that somebody has answered", async () => {
    const answer = (outcome: string, key: string) =>
      program.postJson(path, { outcome }, { "idempotency-key": `key-of-the-answer-${key}` });
    const together = await Promise.all([answer("endorsed", "1"), answer("endorsed", "1")]);
    expect(together.map(({ status }) => status)).toEqual([200, 200]);
    expect((await answer("endorsed", "1")).status).toBe(200);
    const otherBody = await answer("refused", "1");
    expect([otherBody.status, read(otherBody.body)]).toMatchObject([422, { code: "otherBody" }]);
    for (const outcome of ["endorsed", "refused"]) {
      const otherKey = await answer(outcome, "2");
      expect([otherKey.status, read(otherKey.body)]).toMatchObject([409, { code: "answered" }]);
    }
  });

  it("refuses what the form does not know, and a task whose time is over", async () => {
    const wrong = await program.postJson(path, { outcome: "maybe", more: 1 });
    expect(wrong.status).toBe(422);
    house.at("2027-01-18T08:00:00.000Z");
    expect((await program.postJson(path, { outcome: "endorsed" })).status).toBe(410);
  });
});

describe("the description of the API", () => {
  it("describes each address that answers, with the schema of an application", async () => {
    const described = read((await program.get("/api/openapi.json")).body);
    expect(Object.keys(described.paths ?? {})).toContain("/api/calls/{callId}/applications");
    expect(JSON.stringify(described)).toContain("foreign-internship");
    const call = read((await program.get("/api/calls/demo")).body);
    expect(call).toMatchObject({ id: "demo", state: "open" });
    expect(JSON.stringify(call.application)).toContain('"enum":["IE","FI"]');
  });
});
