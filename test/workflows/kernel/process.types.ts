/**
 * What the compiler of TypeScript must refuse. Read by `tsc` with everything else and never run: a line under
 * `@ts-expect-error` that compiles is an error itself.
 */

import * as z from "zod";
import { principal } from "../../../workflows/blocks/roles.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { text, yesNo } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type Values } from "../../../workflows/kernel/form.ts";
import { paper, table, versionsBy } from "../../../workflows/kernel/paper.ts";
import { defineRecord } from "../../../workflows/kernel/record.ts";
import { sheet, sheetLine } from "../../../workflows/kernel/sheet.ts";
import { all, ask, awaiting, each, end, part, step, until } from "../../../workflows/kernel/states.ts";
import type { StepResult } from "../../../workflows/kernel/step-result.ts";

const endorsement = defineForm({
  id: "endorsement",
  outcomes: ["endorsed", "refused"],
  fields: { comment: text({}) },
});
const within = days(7);
const rest = {
  id: "example",
  roles: { principal },
  interruptions: {},
  people: () => undefined,
  words: { lt: async () => ({ default: {} }), en: async () => ({ default: {} }) },
};
const weigh = (): StepResult<"enough" | "more"> => ({ outcome: "enough" });
const someDay = () => "2027-01-01T00:00:00.000Z";

export const sound = defineProcess({
  ...rest,
  start: "asked",
  states: {
    asked: ask("principal", endorsement, {
      within,
      on: { endorsed: "weighed", refused: "done", expired: "done" },
    }),
    weighed: step(weigh, { enough: "done", more: "asked" }),
    done: end("done"),
  },
});

export const wrongStateNames = [
  defineProcess({
    ...rest,
    start: "asked",
    states: {
      // @ts-expect-error: there is no state "finished"
      asked: ask("principal", endorsement, {
        within,
        on: { endorsed: "finished", refused: "done", expired: "done" },
      }),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    // @ts-expect-error: a process begins at one of its states
    start: "begin",
    states: { done: end("done") },
  }),
  defineProcess({
    ...rest,
    start: "weighed",
    states: {
      // @ts-expect-error: a step cannot lead to a state that is not there
      weighed: step(weigh, { enough: "done", more: "nowhere" }),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    start: "pause",
    states: {
      // @ts-expect-error: nor can a pause
      pause: until(someDay, "nowhere"),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    start: "signal",
    states: {
      // @ts-expect-error: nor a signal
      signal: awaiting({ offered: "nowhere" }),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    start: "reviewers",
    states: {
      // @ts-expect-error: nor several people together
      reviewers: each("reviewer", endorsement, { within, next: "nowhere" }),
      // @ts-expect-error: whoever they are
      parties: all({ school: part("principal", endorsement, { within }) }, "nowhere"),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    start: "done",
    states: { done: end("done") },
    interruptions: {
      withdrawn: {
        form: endorsement,
        // @ts-expect-error: an interruption breaks off states that there are
        during: ["asked"],
        // @ts-expect-error: and leads to one that there is
        to: "withdrawn",
      },
    },
  }),
];

export const forwarded = [
  defineProcess({
    ...rest,
    start: "done",
    states: { done: end("done") },
    moved: { over: "ended", ended: "done" },
  }),
  defineProcess({
    ...rest,
    start: "done",
    states: { done: end("done") },
    // @ts-expect-error: a case is forwarded to a state that there is
    moved: { over: "nowhere" },
  }),
];

export const outcomes = [
  ask("principal", endorsement, {
    within,
    // @ts-expect-error: `refused` leads nowhere
    on: { endorsed: "done", expired: "done" },
  }),
  ask("principal", endorsement, {
    within,
    // @ts-expect-error: nobody may answer, so `expired` must lead somewhere
    on: { endorsed: "done", refused: "done" },
  }),
  ask("principal", endorsement, {
    within,
    // @ts-expect-error: the form has no outcome `postponed`
    on: { endorsed: "done", refused: "done", expired: "done", postponed: "done" },
  }),
  // @ts-expect-error: the step can also find `more`
  step(weigh, { enough: "done" }),
  // @ts-expect-error: the step never finds `less`
  step(weigh, { enough: "done", more: "done", less: "done" }),
];

export const wrongRoles = [
  defineProcess({
    ...rest,
    start: "asked",
    states: {
      // @ts-expect-error: neither the house nor the process has such a role
      asked: ask("minister", endorsement, {
        within,
        on: { endorsed: "done", refused: "done", expired: "done" },
      }),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    start: "asked",
    states: {
      // @ts-expect-error: nor may one of several who are asked at once be anybody
      asked: all(
        {
          school: part("principal", endorsement, { within }),
          state: part("minister", endorsement, { within }),
        },
        "weighed",
      ),
      weighed: step(weigh, { enough: "done", more: "done" }),
      done: end("done"),
    },
  }),
  defineProcess({
    ...rest,
    start: "asked",
    roles: { mentor: principal },
    states: {
      asked: ask("mentor", endorsement, {
        within,
        on: { endorsed: "confirmed", refused: "done", expired: "done" },
      }),
      // @ts-expect-error: the process has said which roles it has, and the other is not among them
      confirmed: ask("mentors", endorsement, {
        within,
        on: { endorsed: "done", refused: "done", expired: "done" },
      }),
      done: end("done"),
    },
  }),
];

defineForm({
  id: "paged",
  outcomes: ["sent"],
  fields: { name: text({}) },
  // @ts-expect-error: a page shows fields of its form
  pages: [{ id: "one", fields: ["surname"] }],
});

type Answered = Values<typeof answered.fields>;
const answered = defineForm({
  id: "answered",
  outcomes: ["full", "partial"],
  fields: { name: text({}), phone: text({ optional: true }), agreed: yesNo({ for: ["partial"] }) },
});

export const values: readonly Answered[] = [
  { name: "Ona", phone: undefined, agreed: true },
  // @ts-expect-error: a name is text
  { name: 7, phone: undefined, agreed: true },
  // @ts-expect-error: a name must be said
  { name: undefined, phone: undefined, agreed: true },
];

/** Asked under one outcome only, so under others it is not there. */
// @ts-expect-error: and nobody may rely on it
export const certain = (value: Answered): boolean => value.agreed;

const cost = defineRecord("cost", z.object({ dueCents: z.number(), lines: z.array(sheetLine) }));
const shown = { to: ["applicant"], lines: ["staff"], sources: {} } as const;
export const soundSheet = sheet({ ...shown, record: cost, sums: ["dueCents"] });
export const wrongSums = [
  // @ts-expect-error: the record has no such sum
  sheet({ ...shown, record: cost, sums: ["grantCents"] }),
  // @ts-expect-error: lines are no sum
  sheet({ ...shown, record: cost, sums: ["lines"] }),
];

export const soundPaper = paper({
  to: ["applicant"],
  versions: versionsBy(cost),
  parts: { duties: table({ duty: { share: 1 } }, () => [{ duty: "to report" }]) },
});
export const wrongPapers = [
  // @ts-expect-error: without versions it says itself when there is one
  paper({ to: ["applicant"], parts: {} }),
  // @ts-expect-error: there is no such column
  table({ duty: { share: 1 } }, () => [{ day: "today" }]),
];
