import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { isToBeAnswered } from "../../../infra/local/rehearse/play.ts";
import { signatureFor } from "../../../infra/local/rehearse/sign.ts";
import { demoApplication } from "../../functions/demo-house.ts";
import { openStage, type Stage } from "./stage.ts";

type Said = Readonly<Record<string, unknown>>;

/** What each asked person sends, written down by state as a program would. */
const answers: Readonly<Record<string, Said>> = {
  endorsement: { outcome: "endorsed", substitute: "Pavaduos kolegė." },
  screening: { outcome: "eligible" },
  review: { outcome: "scored", score: 85.5, comment: "Aišku." },
  impartiality: { outcome: "impartial" },
  approval: { outcome: "approved", impartial: true },
  order: { outcome: "signed", number: "V-1" },
  offer: { outcome: "accepted" },
};

describe("a whole application by the API alone", () => {
  let stage: Stage;
  let ref: string;
  const seen: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const ask = async (
    method: "GET" | "POST",
    path: string,
    body: Said = {},
    headers: Record<string, string> = {},
  ) => {
    const { status, body: said } = await stage.world.request(method, path, body, headers);
    return { status, said: Object(said) };
  };
  const openTasks = async (): Promise<Task[]> => {
    const found = await Promise.all(
      [ref, refOfCall("demo")].map((pk) => stage.world.house.table.query(pk, "task#")),
    );
    return found
      .flat()
      .map((item) => taskItem.parse(item))
      .filter(isToBeAnswered);
  };

  it("is read about, sent, endorsed, screened, reviewed, ranked, accepted and finished", async () => {
    const { said: calls } = await ask("GET", "/api/calls");
    expect(calls.calls.map((call: { id: string }) => call.id)).toEqual(["demo"]);
    const { said: call } = await ask("GET", "/api/calls/demo");
    const required: readonly string[] = call.application.required;
    const applied = { ...demoApplication, countries: ["FI"] };
    expect(required.filter((name) => !(name in applied))).toEqual([]);
    const key = { "idempotency-key": "api-alone-application" };
    const sent = await ask("POST", "/api/calls/demo/applications", applied, key);
    expect(sent.status).toBe(201);
    ref = sent.said.ref;
    for (let turns = 0; turns < 400; turns++) {
      await stage.world.settle();
      const { entry } = await stage.load(ref);
      if (entry?.ended) break;
      const [task] = await openTasks();
      if (task) await answer(task);
      else await stage.world.advanceTo(stage.world.nextTimer() ?? "");
    }
    expect((await stage.load(ref)).entry).toMatchObject({ ended: true, state: "completed" });
    for (const state of [
      ...Object.keys(answers),
      "hostConfirmation",
      "plan",
      "agreement",
      "departure",
      "attendance",
      "report",
    ])
      expect(seen).toContain(state);
  });

  /** Reads what is asked, and sends what its schema wants; sent twice with one key it is answered once. */
  async function answer(task: Task): Promise<void> {
    const path = `/api/tasks${taskPath(stage.world.house.config.linkSecret, task).slice("/t".length)}`;
    const { status, said } = await ask("GET", path);
    expect([task.state, status, said.status]).toEqual([task.state, 200, "open"]);
    const body = answers[task.state] ?? (await stage.usual(task));
    const signed = { ...body, ...(await signatureFor(stage.world, task)) };
    const key = { "idempotency-key": `answer-${task.sk.replaceAll(/\W/g, "-")}-once` };
    const first = await ask("POST", path, signed, key);
    expect([task.state, first.status, first.said.errors]).toEqual([task.state, 200, undefined]);
    const again = await ask("POST", path, signed, key);
    expect([task.state, again.status]).toEqual([task.state, 200]);
    seen.push(task.state);
  }
});
