import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeIBAN } from "ibantools";
import { publishCall } from "../../../functions/calls/publish.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { breakIn, interrupt } from "../../../functions/cases/road/interrupt.ts";
import { formOf } from "../../../functions/cases/tasks/find-task.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { isCall, refOfCall } from "../../../functions/store/keys.ts";
import type { HouseOptions } from "../../../infra/local/house.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { isToBeAnswered } from "../../../infra/local/rehearse/play.ts";
import { signatureFor } from "../../../infra/local/rehearse/sign.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { successorOf } from "../../../workflows/blocks/participant.ts";
import { answersTo, type Person } from "../../../workflows/foreign-internship/rehearsal.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";
import { expectLinesOfCases } from "./kept-lines.ts";
import { mailBorder } from "./mail-border.ts";
import { expectSubjectOnPage, expectWholeLastMinute } from "./subject-on-page.ts";

type Said = Readonly<Record<string, unknown>>;

/** The whole product with a call that is open, on which people apply and everyone does what is asked of them. */
export interface Stage {
  /** What it has stored lies here. */
  readonly folder: string;
  /** As it is open now. */
  readonly world: OpenedWorld;
  /** Somebody applies whom the reviewers give so many points; the case's ref. */
  readonly apply: (email: string, score: number, more?: Said) => Promise<string>;
  /** Everyone answers and time passes, until a case is asked or waits for a certain thing. */
  readonly goOnUntil: (
    ref: string,
    state: string,
    /** Sees each task before it is answered. */
    sees?: (task: Task) => Promise<void>,
  ) => Promise<void>;
  readonly openTask: (ref: string, state: string) => Promise<Task>;
  /** What whoever is asked usually says. */
  readonly usual: (task: Task) => Promise<Said>;
  /** Answers a task as its link does; the status of the answer. */
  readonly answer: (task: Task, said: Said) => Promise<number>;
  /** The applicant's word on the own page. */
  readonly say: (ref: string, name: string, said?: Said) => Promise<string>;
  /** The word of the call's coordinator in the console. */
  readonly staffSays: (ref: string, name: string, said: Said) => Promise<string>;
  readonly standing: (ref: string) => Promise<string | undefined>;
  readonly load: (ref: string) => Promise<LoadedCase>;
  /** The mails that somebody was sent about a case, by template. */
  readonly mailsTo: (ref: string, email: string) => Promise<readonly string[]>;
  /** Stops the product and starts it on what it has stored; what is to be done in between is done. */
  readonly startAnew: (between?: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `usualIn`: by the name of which state people know what is usual, where a state has another name meanwhile. */
export async function openStage(
  call: Said = {},
  {
    usualIn = (state) => state,
    ...beside
  }: Pick<HouseOptions, "between"> & { readonly usualIn?: (state: string) => string } = {},
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-stage-"));
  const opens = "2027-01-10T08:00:00.000Z";
  const border = mailBorder();
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const open = () => openWorld(folder, opens, ledger, undefined, { mail: border.client, ...beside });
  let world = await open();
  let isOpen = true;
  await publishCall(world.house, { ...demoCall, places: { FI: 1 }, ...call });
  const people = new Map<string, Person>();

  const openTasks = async (): Promise<Task[]> => {
    const found = await Promise.all(
      [...people.keys(), refOfCall("demo")].map((ref) => world.house.table.query(ref, "task#")),
    );
    return found
      .flat()
      .map((item) => taskItem.parse(item))
      .filter(isToBeAnswered);
  };
  const load = async (ref: string): Promise<LoadedCase> => {
    const loaded = await loadCase(world.house, ref);
    if (!loaded) throw new Error(`no ${ref}`);
    return loaded;
  };
  const answer = async (task: Task, said: Said): Promise<number> => {
    expectWholeLastMinute(task);
    await expectSubjectOnPage(world.house, await load(task.pk), task);
    const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
    const signed = { ...(await signatureFor(world, task)), ...said };
    const { status } = await world.request("POST", `/api/tasks${path}`, signed, {});
    await world.settle();
    return status;
  };
  const usual = async (task: Task): Promise<Said> => {
    const row = isCall(task.pk) ? undefined : (people.get(task.pk) ?? willing(80));
    const { pk: ref, part, openedAt, state } = task;
    const { file, process } = await load(ref);
    const answering = answersTo({
      ...{ ref, openedAt, row, isAsked: true, state: usualIn(state), decides: () => ({}) },
      ...(part === undefined ? {} : { part }),
      ...{ form: formOf(process.states[state], part)?.id ?? "", file },
    });
    return answering?.says ?? {};
  };
  const answerAsUsual = async (task: Task): Promise<void> => {
    const status = await answer(task, await usual(task));
    if (status !== 200) throw new Error(`${task.state} was answered by ${status}`);
  };
  const standing = async (ref: string) => (await load(ref)).entry?.state;

  return {
    folder,
    get world() {
      return world;
    },
    load,
    usual,
    answer,
    standing,
    apply: async (email, score, more = {}) => {
      const iban = ownIban(people.size);
      const body = { ...demoApplication, email, iban, countries: ["FI"], ...more };
      const key = { "idempotency-key": `application-of-${email.replaceAll(/\W/g, "-")}` };
      const { body: said } = await world.request("POST", "/api/calls/demo/applications", body, key);
      const ref = typeof said === "object" && said && "ref" in said ? String(said.ref) : "";
      people.set(ref, willing(score));
      await world.settle();
      return ref;
    },
    goOnUntil: async (ref, state, sees) => {
      for (let turns = 0; turns < 300; turns++) {
        await world.settle();
        const { entry } = await load(ref);
        if (entry?.state === state) return;
        if (entry?.ended) break;
        const [task] = await openTasks();
        if (task) {
          await sees?.(task);
          await answerAsUsual(task);
        } else await world.advanceTo(world.nextTimer() ?? "");
      }
      throw new Error(`${ref} never came to ${state}`);
    },
    openTask: async (ref, state) => {
      const task = (await openTasks()).find((open) => open.pk === ref && open.state === state);
      if (!task) throw new Error(`${ref} is not asked ${state}`);
      return task;
    },
    say: async (ref, name, said = {}) => {
      const [, , id = "", secret = ""] = casePath(
        world.house.config.linkSecret,
        ref,
        successorOf((await load(ref)).file),
      ).split("/");
      const { outcome } = await interrupt(world.house, { id, secret, name }, said);
      await world.settle();
      return outcome;
    },
    staffSays: async (ref, name, said) => {
      const by = "coordinator@agency.example";
      const { outcome } = await breakIn(world.house, await load(ref), { name, by }, said);
      await world.settle();
      return outcome;
    },
    mailsTo: async (ref, email) =>
      (await load(ref)).mails.filter(({ to }) => to.email === email).map(({ template }) => template),
    startAnew: async (between = async () => undefined) => {
      if (isOpen) await world.close();
      isOpen = false;
      await between();
      world = await open();
      isOpen = true;
    },
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

/** Another account for everybody: two who share one are taken for the same person. */
const ownIban = (index: number): string =>
  composeIBAN({ countryCode: "LT", bban: `10000${String(index + 1).padStart(11, "0")}` }) ?? "";

/** Everyone does what brings them on; only the score tells them apart. */
const willing = (score: number): Person => {
  const { fullName: name, email, school, municipality, town, iban } = demoApplication;
  const submittedAt = "2027-01-10T10:00";
  return {
    ...{ line: 2, name, email, submittedAt },
    cells: {
      ...{
        applicant: name,
        email,
        position: "teacher",
        school,
        municipality,
        town,
        rural: false,
        iban,
        submitted_at: submittedAt,
      },
      ...{ experience_years: 12, language_level: "B2", countries: ["FI"], travelled_before: false },
      ...{ principal: "endorse", screening: "eligible", score_1: score, score_2: score, score_3: undefined },
      ...{ offer: "accept", green: false, attendance: "full", days_missed: undefined, report: "on_time" },
    },
  };
};
