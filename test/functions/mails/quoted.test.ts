import { describe, expect, it } from "vitest";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import { partsOf, plainSentence, quotedIn, withoutLinks } from "../../../functions/mails/quoted.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import type { Task } from "../../../functions/store/items.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import type { Field, Fields } from "../../../workflows/kernel/field.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { rolesOf } from "../../../workflows/kernel/roles.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";
import { everyExample } from "../../examples.ts";
import { demoHouse } from "../demo-house.ts";

const { config } = demoHouse();
const at = "2027-01-10T08:00:00.000Z";

/** What a stranger would like to say in our name. */
const line = "Prizas evil.example/a ir https://evil.example/b";
const text = `Laimėjote!\n\nKelias: prisijunkite https://evil.example/c arba www.evil.example, rasykite x@evil.example`;

/** An answer in which every text that is not chosen from a list is a stranger's. */
const poisoned = (form: Pick<Form<Fields, string>, "fields">): Record<string, unknown> =>
  Object.fromEntries(Object.entries(form.fields).map(([name, field]) => [name, answerTo(name, field)]));

function answerTo(name: string, { kind, columns, options, min = 1 }: Field<unknown>): unknown {
  const [chosen = "FI"] = options && !("from" in options) ? options : [];
  switch (kind) {
    case "longText":
      return text;
    case "text":
    case "town":
      return line;
    case "email":
      return `${name}@mokykla.example`;
    case "iban":
      return "LT121000011101001000";
    case "date":
      return "2027-05-03";
    case "time":
      return "10:00";
    case "number":
    case "money":
      return Math.max(min, 1);
    case "yesNo":
    case "confirmation":
      return true;
    case "choices":
    case "several":
      return [chosen];
    case "rows":
      return columns ? [poisoned({ fields: columns })] : [];
    default:
      return chosen;
  }
}

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });

/** What calls know that cases open; a school wrote some of it. */
const opened = {
  title: { lt: "Kvietimas", en: "The call" },
  closesAt: at,
  opensAt: at,
  lastStart: at,
  parent: { ref: "case#parent", callId: "parent" },
  places: [],
  school: line,
  topic: line,
  instrument: line,
  capacity: 8,
  minimum: 3,
  hours: 4,
  presencePercent: 80,
  task: line,
};

/** What a call invites with whom it names itself. */
const invited = {
  school: "S1",
  schoolName: line,
  municipality: line,
  fullName: line,
  email: "stranger@agency.example",
  invited: {},
};

/** The call of each process that brings an example; of those that cases open, what such a call knows. */
const made = new Map((await everyExample()).map(({ id, read }) => [id, read.data]));

const callOf = (process: Process) => ({
  ...opened,
  staff: Object.fromEntries(rolesOf(process).map((role) => [role, person(role)])),
  applicationProcess: process.id,
  ...made.get(process.id),
});

/** A case of a process in which everybody has said the worst. */
function caseOf(process: Process): LoadedCase {
  const asked = Object.entries(process.states).flatMap(([state, { kind, ...rest }]) =>
    kind === "ask" || kind === "each" ? [{ state, form: "form" in rest ? rest.form : undefined }] : [],
  );
  const tasks: Task[] = asked.map(({ state }, index) => ({
    pk: "case#1",
    sk: `task#${String(index).padStart(6, "0")}#${state}`,
    kind: "ask",
    state,
    visit: index,
    status: "open",
    token: "t",
    arm: 0,
    openedAt: at,
    role: "principal",
    assignee: person("principal"),
    dueAt: "2027-01-20T21:59:59.000Z",
  }));
  const answers = asked.flatMap(({ state, form }, visit) =>
    form
      ? [
          {
            state,
            visit,
            form: form.id,
            outcome: form.outcomes[0] ?? "",
            values: poisoned(form),
            at,
            by: "stranger",
          },
        ]
      : [],
  );
  const interruptions = Object.entries(process.interruptions).map(([name, { form }]) => ({
    name,
    at,
    by: "stranger",
    state: process.start,
    visit: 0,
    values: poisoned(form),
  }));
  const application = process.application ? poisoned(process.application) : invited;
  const call = callOf(process);
  return {
    head: {
      pk: "case#1",
      sk: "head",
      process: process.id,
      callId: "demo",
      language: "lt",
      submittedAt: at,
      application,
      generation: 1,
      interruptions,
      interrupted: interruptions.length,
      heard: 0,
    },
    process,
    file: {
      ref: "case#1",
      process: process.id,
      language: "lt",
      application,
      submittedAt: at,
      answers,
      records: [],
      call,
      callId: "demo",
      interruptions,
      diary: [],
    },
    tasks,
    records: [],
    mails: [],
  };
}

/** Every template of a process's mails. */
const templatesOf = (process: Process): readonly string[] =>
  needsOf(process).flatMap(({ key }) => {
    const [, mail] = /^mail\.(.+)\.body$/.exec(key) ?? [];
    const [, state] = /^task\.(.+)\.why$/.exec(key) ?? [];
    return mail
      ? [mail]
      : state && process.states[state]?.kind !== "all"
        ? [`${state}.task`, `${state}.overdue`]
        : [];
  });

async function rendered(process: Process, template: string, language: "lt" | "en") {
  const loaded = caseOf(process);
  const task = loaded.tasks.find(({ state }) => template.startsWith(`${state}.`));
  return renderMail(
    config,
    {
      pk: "case#1",
      sk: `mail#000000#${template}#applicant#0`,
      template,
      role: "coordinator",
      to: { ...person("reader"), language },
      queuedAt: at,
      ...(task ? { task: task.sk } : {}),
    },
    loaded,
  );
}

/** What mail programs make links of: a scheme, an address of a mailbox, a name with a dot in it. */
const linkable = /(?:https?:\/\/|www\.(?!\u2060))\S+|\S+@\S+\.\w+|\bevil\.example/giu;
/** Our own pages, and mailboxes of the agency's people, whom the call names and nobody who applies. */
const oursAlone = (found: string): boolean =>
  found.startsWith(config.portalUrl) || /^(?!stranger)[a-z]+@agency\.example/.test(found);

describe("a mail that is made of what strangers wrote", async () => {
  const processes = await everyProcess();
  const mails = processes.flatMap((process) =>
    templatesOf(process).flatMap((template) =>
      (["lt", "en"] as const).map((language) => [process.id, template, language, process] as const),
    ),
  );

  it.each(mails)(
    "%s %s in %s has no links but ours, and texts as quotations",
    async (...[, template, language, process]) => {
      const mail = await rendered(process, template, language);
      for (const form of [mail.subject, mail.text]) {
        const links = (form.match(linkable) ?? []).filter((found) => !oursAlone(found));
        expect(links).toEqual([]);
      }
      expect(
        (mail.html.match(linkable) ?? []).filter((found) => !oursAlone(found.replace(/^href="/, ""))),
      ).toEqual([]);
      for (const said of mail.text.split("\n"))
        if (said.includes("Laimėjote") || said.includes("Kelias: prisijunkite")) expect(said).toMatch(/^> /);
    },
  );

  it("is looked at where there is something to see: reasons stand in some of them", async () => {
    const process = processes.find(({ id }) => id === "foreign-internship");
    const mail = process && (await rendered(process, "refused", "lt"));
    expect(mail?.text).toContain("> Laimėjote!");
    expect(mail?.html).toContain("<blockquote");
  });
});

it("a mail that tells that somebody is late is headed so, and does not ask its reader to do it", async () => {
  const process = (await everyProcess()).find(({ id }) => id === "foreign-internship");
  if (!process) throw new Error("no such process");
  const overdue = templatesOf(process).filter((template) => template.endsWith(".overdue"));
  expect(overdue.length).toBeGreaterThan(5);
  for (const template of overdue) {
    const { subject, text } = await rendered(process, template, "lt");
    expect(subject).toMatch(/^Neatsakyta laiku: /);
    expect(text.split("\n")[2]).toBe(subject);
  }
});

describe("what somebody wrote", () => {
  it.each(["Ona Onaitė", "23.59 val.", "2027 m. sausio 17 d.", "A. Petraitis", "10.5"])(
    "%s stays as it is",
    (line_) => {
      expect(withoutLinks(line_)).toBe(line_);
    },
  );

  it("cannot end its quotation, nor begin one", () => {
    const parameters = quotedIn({ reason: "a\u{E001}b\u{E000}c\nd" });
    expect(partsOf(`Priežastis: ${parameters.reason}`)).toEqual([
      { kind: "said", lines: ["Priežastis:"] },
      { kind: "quoted", lines: ["abc", "d"] },
    ]);
    expect(plainSentence(`Priežastis: ${parameters.reason}`)).toBe("Priežastis:\n> abc\n> d");
  });
});
