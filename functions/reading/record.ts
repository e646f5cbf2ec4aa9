import type { Process } from "../../workflows/kernel/process.ts";
import type { Decision } from "../../workflows/kernel/selection/decision.ts";
import { whyAnswered, whySaid } from "../../workflows/kernel/why.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { HoldWord } from "../store/hold-item.ts";
import type { Head, RecordItem, Task } from "../store/items.ts";
import type { Mail } from "../store/mail-items.ts";
import type { Note } from "../store/staff-items.ts";
import { offers } from "./history.ts";

/** What kinds of things a record tells; the address of the page may ask for one of them alone. */
export const recordKinds = ["task", "step", "mail", "word", "change", "note"] as const;
export type RecordKind = (typeof recordKinds)[number];

type Extension = NonNullable<Task["extensions"]>[number];
type Handover = NonNullable<Task["handovers"]>[number];
type Amendment = NonNullable<Head["amendments"]>[number];
type Correction = NonNullable<Head["corrections"]>[number];

/** One thing that happened to a case, as staff are told it. `why`: in the words of whoever did it. */
export type Entry = { readonly at: string; readonly kind: RecordKind; readonly why?: string } & (
  | { readonly what: "submitted" }
  | { readonly what: "asked" | "answered" | "expired" | "cancelled" | "waits"; readonly task: Task }
  | { readonly what: "done"; readonly record: RecordItem; readonly next?: string }
  | { readonly what: "offered"; readonly made: Decision }
  | { readonly what: "mailed"; readonly mail: Mail }
  | { readonly what: "said"; readonly name: string; readonly by: string }
  | { readonly what: "extended"; readonly task: Task; readonly extension: Extension }
  | { readonly what: "handedOver"; readonly task: Task; readonly handover: Handover }
  | { readonly what: "disowned"; readonly task: Task }
  | { readonly what: "amended"; readonly amendment: Amendment }
  | { readonly what: "addressed"; readonly correction: Correction }
  | { readonly what: "restarted"; readonly by: string; readonly from: string }
  | { readonly what: "revoked"; readonly by: string }
  | { readonly what: "consented" | "hidden"; readonly shown: string; readonly by: string }
  | { readonly what: "held"; readonly state: string; readonly word: HoldWord }
  | { readonly what: "questioned"; readonly by: string }
  | { readonly what: "noted"; readonly note: Note }
  | { readonly what: "ended"; readonly status: string }
);

/** Everything that happened to a case, in order. */
export function recordOf(loaded: LoadedCase, notes: readonly Note[]): readonly Entry[] {
  const { head, file, tasks, mails, records, holds = [], consents = [], entry, certificate } = loaded;
  const happened: readonly Entry[] = [
    { kind: "task", what: "submitted", at: file.submittedAt },
    ...tasks.flatMap((task) => ofTask(task, loaded.process)),
    ...records.map((record): Entry => {
      const next = nextStop(loaded.process, record);
      return { kind: "step", what: "done", at: record.at, record, ...(next === undefined ? {} : { next }) };
    }),
    ...offered(loaded),
    ...mails.map(
      (mail): Entry => ({
        kind: "mail",
        what: "mailed",
        at: mail.sentAt ?? mail.queuedAt,
        mail,
        ...(mail.message ? { why: mail.message.text } : {}),
      }),
    ),
    ...file.interruptions.map(({ name, at, by, values }): Entry => {
      const why = whySaid(loaded.process, { name, values });
      return { kind: "word", what: "said", at, name, by, ...(why === undefined ? {} : { why }) };
    }),
    ...(head.amendments ?? []).map(
      (amendment): Entry => ({
        kind: "change",
        what: "amended",
        at: amendment.at,
        amendment,
        why: amendment.reason,
      }),
    ),
    ...(head.corrections ?? []).map(
      (correction): Entry => ({
        kind: "change",
        what: "addressed",
        at: correction.at,
        correction,
        why: correction.reason,
      }),
    ),
    ...(head.restarts ?? []).map(
      ({ at, by, from }): Entry => ({ kind: "change", what: "restarted", at, by: by.name, from }),
    ),
    ...(certificate?.revoked
      ? [
          {
            kind: "change" as const,
            what: "revoked" as const,
            at: certificate.revoked.at,
            by: certificate.revoked.by,
            why: certificate.revoked.reason,
          },
        ]
      : []),
    ...consents.flatMap(({ kind, said }) =>
      said.map(({ agrees, at, by, reason }): Entry => {
        const why = reason === undefined ? {} : { why: reason };
        return { kind: "change", what: agrees ? "consented" : "hidden", at, shown: kind, by, ...why };
      }),
    ),
    ...holds.flatMap(({ state, words }) =>
      words.map((word): Entry => {
        const why = word.reason === undefined ? {} : { why: word.reason };
        return { kind: "change", what: "held", at: word.at, state, word, ...why };
      }),
    ),
    ...(loaded.questions ?? []).map(
      ({ at, by, text }): Entry => ({ kind: "mail", what: "questioned", at, by: by.name, why: text }),
    ),
    ...notes.map((note): Entry => ({ kind: "note", what: "noted", at: note.at, note, why: note.text })),
    ...(entry?.ended && entry.endedAt !== undefined
      ? [{ kind: "step" as const, what: "ended" as const, at: entry.endedAt, status: entry.state }]
      : []),
  ];
  return happened.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : visitOf(a) - visitOf(b)));
}

/** What happens by itself happens at one instant: then the visits of the road tell what came first. */
function visitOf(entry: Entry): number {
  if ("task" in entry) return entry.task.visit;
  switch (entry.what) {
    case "submitted":
      return -1;
    case "done":
      return entry.record.visit;
    case "mailed":
      return Number(entry.mail.sk.split("#")[1]);
    default:
      return Number.MAX_SAFE_INTEGER;
  }
}

/** A question: when it was asked, when its deadline was moved, and how it ended. A wait: when it began. */
function ofTask(task: Task, process: Process): readonly Entry[] {
  if (task.kind === "await") return [{ kind: "step", what: "waits", at: task.openedAt, task }];
  const { status, state, part, values = {} } = task;
  const why =
    status === "answered"
      ? whyAnswered(process, { state, values, ...(part === undefined ? {} : { part }) })
      : undefined;
  const moved = (task.extensions ?? []).map(
    (extension): Entry => ({
      kind: "change",
      what: "extended",
      at: extension.at,
      task,
      extension,
      why: extension.reason,
    }),
  );
  const handed = (task.handovers ?? []).map(
    (handover): Entry => ({
      kind: "change",
      what: "handedOver",
      at: handover.at,
      task,
      handover,
      why: handover.reason,
    }),
  );
  const { disowned } = task;
  const note = disowned?.note === undefined ? {} : { why: disowned.note };
  return [
    { kind: "task", what: "asked", at: task.openedAt, task },
    ...moved,
    ...handed,
    ...(disowned
      ? [{ kind: "word" as const, what: "disowned" as const, at: disowned.at, task, ...note }]
      : []),
    ...(task.status === "open"
      ? []
      : [
          {
            kind: "task" as const,
            what: task.status,
            at: task.closedAt ?? task.openedAt,
            task,
            ...(why === undefined ? {} : { why }),
          },
        ]),
  ];
}

/** Where the road went after a step: the next place at which somebody or something is waited for, or an end. */
function nextStop(process: Process, { state, outcome }: RecordItem): string | undefined {
  const definition = process.states[state];
  const next = definition?.kind === "step" ? definition.on[outcome] : undefined;
  return next === undefined || process.states[next]?.kind === "step" ? undefined : next;
}

const offered = (loaded: LoadedCase): readonly Entry[] =>
  offers(loaded).flatMap((one): readonly Entry[] =>
    one.what === "offered" ? [{ kind: "step", what: "offered", at: one.at, made: one.made }] : [],
  );
