import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../../../functions/calls/publish.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { expectLinesOfCases } from "./kept-lines.ts";
import { mailBorder } from "./mail-border.ts";
import { expectSubjectOnPage, expectWholeLastMinute } from "./subject-on-page.ts";

/** The whole product with a call to which schools apply for groups; everybody answers as a test has them. */
export interface GroupStage {
  readonly world: OpenedWorld;
  /** Somebody applies, as a program does; the case's ref. */
  readonly apply: (callId: string, said: object) => Promise<string>;
  readonly openTask: (ref: string, state: string) => Promise<Task>;
  /** Answers the open task of a state; the status of the answer. */
  readonly answer: (ref: string, state: string, said: object) => Promise<number>;
  readonly passTo: (instant: string) => Promise<void>;
  readonly load: (ref: string) => Promise<LoadedCase>;
  readonly stands: (ref: string) => Promise<string | undefined>;
  readonly mailsOf: (ref: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export async function openGroupStage(call: object): Promise<GroupStage> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-group-"));
  const border = mailBorder();
  const world = await openWorld(
    folder,
    "2027-01-11T08:00:00.000Z",
    openLedger(join(folder, "applications.jsonl")),
    undefined,
    { mail: border.client },
  );
  await publishCall(world.house, call);
  await world.settle();
  const load = async (ref: string): Promise<LoadedCase> => {
    const loaded = await loadCase(world.house, ref, { withEntries: true });
    if (!loaded) throw new Error(`no ${ref}`);
    return loaded;
  };
  const openTask = async (ref: string, state: string): Promise<Task> => {
    const items = await world.house.table.query(ref, "task#");
    const tasks = items.map((item) => taskItem.parse(item));
    const task = tasks.find((one) => one.status === "open" && one.state === state);
    const latest = tasks.at(-1);
    if (!task) throw new Error(`${ref}: not asked ${state}, but ${latest?.state} ${latest?.status}`);
    return task;
  };
  return {
    world,
    load,
    openTask,
    apply: async (callId, said) => {
      const email = "email" in said ? String(said.email) : "";
      const key = { "idempotency-key": `application-${email.replaceAll(/\W/g, "-")}-${callId}` };
      const path = `/api/calls/${callId}/applications`;
      const { status, body } = await world.request("POST", path, said, key);
      if (status !== 201 || typeof body !== "object" || !body || !("ref" in body))
        throw new Error(`${status} ${JSON.stringify(body)}`);
      await world.settle();
      return String(body.ref);
    },
    answer: async (ref, state, said) => {
      const task = await openTask(ref, state);
      expectWholeLastMinute(task);
      await expectSubjectOnPage(world.house, await load(ref), task);
      const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
      const { status, body } = await world.request("POST", `/api/tasks${path}`, { ...said }, {});
      if (status >= 500) throw new Error(JSON.stringify(body));
      await world.settle();
      return status;
    },
    passTo: async (instant) => {
      await world.advanceTo(instant);
      await world.settle();
    },
    stands: async (ref) => (await load(ref)).entry?.state,
    mailsOf: async (ref) => (await load(ref)).mails.map(({ template }) => template),
    close: async () => {
      try {
        await expectLinesOfCases(world);
        await border.expectRules(world);
      } finally {
        await world.close();
        rmSync(folder, { recursive: true });
      }
    },
  };
}
