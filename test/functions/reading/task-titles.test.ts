import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { kindOf, readInbox } from "../../../functions/cases/tasks/inbox.ts";
import { taskPath } from "../../../functions/links.ts";
import { mostLines, renderDigest } from "../../../functions/mails/render.ts";
import { headItem, type Task, taskItem } from "../../../functions/store/items.ts";
import { headKey, refOfCase, taskKey } from "../../../functions/store/keys.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const coordinator = "coordinator@agency.example";
const due = "2027-01-20T21:59:59.000Z";

/** A question that some process asks somebody, and its title as the process's own words say it. */
interface Question {
  readonly process: string;
  readonly state: string;
  readonly title: Readonly<Record<"lt" | "en", string>>;
}

/** Of a case of which nothing is known a title says a dash where it would say which session it is about. */
const ofBareCase = (title = ""): string => title.replaceAll(/\{\w+\}/g, "–");

const questions: readonly Question[] = (
  await Promise.all(
    (
      await everyProcess()
    ).map(async ({ id, states, words }) => {
      const [lt, en] = [await words.lt(), await words.en()];
      return Object.entries(states)
        .filter(([, { kind }]) => ["ask", "all", "each"].includes(kind))
        .map(([state]): Question => {
          const key = `task.${state}.title`;
          return { process: id, state, title: { lt: ofBareCase(lt[key]), en: ofBareCase(en[key]) } };
        });
    }),
  )
).flat();

let house: DemoHouse;
let visits: Visitor;
let asked: readonly (Question & { readonly task: Task })[];

/** One case of every process stands in every one of its questions, each put to the coordinator; every second one by older code. */
beforeEach(async () => {
  house = demoHouse();
  visits = visitor(house);
  await publishCall(house, demoCall);
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: demoApplication,
    draftId: "draft-1",
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const head = headItem.parse(await house.table.get(headKey(submitted.ref)));
  asked = await Promise.all(
    questions.map(async (question, index) => {
      const { process, state } = question;
      const ref = refOfCase(`titles${index}`);
      // What was applied with to one process is no application of another.
      const application = process === head.process ? head.application : undefined;
      await house.table.put({ ...head, ...headKey(ref), process, application });
      const task = taskItem.parse({
        ...taskKey(ref, 1, state),
        callId: "demo",
        ...(index % 2 === 0 ? { process } : {}),
        kind: "ask",
        state,
        visit: 1,
        status: "open",
        token: "token",
        arm: 0,
        openedAt: house.clock.now(),
        role: "coordinator",
        assignee: { name: "Rasa", email: coordinator, language: "lt" },
        inbox: coordinator,
        dueAt: due,
      });
      await house.table.put(task);
      return { ...question, task };
    }),
  );
  await visits.post(enterPath(house.config.linkSecret, coordinator, Date.parse(due) / 1000));
});

/** The text of the link to a task on a page of HTML. */
function linkTo(body: string, task: Task): string | undefined {
  const path = taskPath(house.config.linkSecret, task);
  const [, text] = new RegExp(`<a[^>]*href="[^"]*${path}[^"]*"[^>]*>(.*?)</a>`, "s").exec(body) ?? [];
  return text?.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim();
}

describe("a task is called as its own process calls it, whatever others call theirs", () => {
  it("though processes have states of one name that ask other things", () => {
    const titles = questions.filter(({ state }) => state === "approval").map(({ title }) => title.en);
    expect(new Set(titles).size).toBeGreaterThan(1);
  });

  it.each(["lt", "en"] as const)("in the inbox, page by page, in %s", async (language) => {
    const titles = new Map<string, string | undefined>();
    let href: string | undefined = `/console?lang=${language}`;
    while (href) {
      const { body }: { body: string } = await visits.get(href);
      for (const { task } of asked) {
        const title = linkTo(body, task);
        if (title !== undefined) titles.set(task.pk, title);
      }
      href = /href="(\/console\?[^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(Object.fromEntries(titles)).toEqual(
      Object.fromEntries(asked.map(({ task, title }) => [task.pk, title[language]])),
    );
  });

  it("in the filter of the inbox, which finds those of that process alone", async () => {
    const { body } = await visits.get("/console");
    for (const { process, state, title, task } of asked) {
      const kind = kindOf({ process, state });
      expect(body).toContain(`value="${kind}"`);
      const { tasks } = await readInbox(house, coordinator, { filter: { kind } });
      expect(tasks.map(({ pk }) => pk)).toEqual([task.pk]);
      expect(title.lt).not.toBe("");
    }
  });

  it.each(["lt", "en"] as const)("in the morning's mail, in %s", async (language) => {
    const { tasks } = await readInbox(house, coordinator);
    const inbox = { tasks, count: tasks.length, overdue: 0, isMore: false };
    const to = { name: "Rasa", email: coordinator, language };
    const said = new Map<string, string | undefined>();
    for (let from = 0; from < tasks.length; from += mostLines) {
      const lines = tasks
        .slice(from, from + mostLines)
        .map((task) => ({ task, callId: task.pk, callTitle: "Kvietimas" }));
      const told = { inbox, lines, stranded: { lines: [], isMore: false }, hasConsole: true };
      const digest = await renderDigest(house.config, to, told, house.clock.now());
      for (const block of digest.text.split("\n\n")) {
        const [title, _when, href = ""] = block.split("\n");
        said.set(href.slice(house.config.portalUrl.length), title);
      }
    }
    const listed = asked.filter(({ task }) => tasks.some(({ pk }) => pk === task.pk));
    expect(listed.length).toBe(tasks.length);
    for (const { task, title } of listed)
      expect(said.get(taskPath(house.config.linkSecret, task))).toBe(title[language]);
  });
});
