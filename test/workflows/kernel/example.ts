import { host, principal, reviewer } from "../../../workflows/blocks/roles.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Interruption, Process } from "../../../workflows/kernel/process.ts";
import type { State } from "../../../workflows/kernel/states.ts";

/** A process of these states and nothing else; not checked, so that a faulty one can be held to the check. */
export const processWith = (
  start: string,
  states: Readonly<Record<string, State<string>>>,
  interruptions: Readonly<Record<string, Interruption<string>>> = {},
): Process => ({
  id: "example",
  roles: { principal, reviewer, host },
  start,
  states,
  interruptions,
  people: () => undefined,
  books: [],
  words: { lt: async () => ({}), en: async () => ({}) },
});

/** A case of which nothing has been said yet. */
export const newFile: CaseFile = {
  ref: "case#1",
  process: "example",
  language: "lt",
  application: {},
  submittedAt: "2027-01-01T10:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: {},
  callId: "2027",
};
