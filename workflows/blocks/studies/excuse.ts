import { answersTo } from "../../kernel/answers.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import { ask } from "../../kernel/states.ts";
import { guest, staff } from "../asking.ts";
import { cause, explanation, lateCause } from "./forms.ts";

/** Who has left or failed says why in `explanation`, and the coordinator whether that excuses; either way it goes on at `next`. */
export const excusing = <const Next extends string>(next: Next) =>
  ({
    explanation: ask("applicant", explanation, {
      ...guest,
      on: { submitted: "weighingCause", expired: "weighingCause" },
    }),
    weighingCause: ask("coordinator", cause, {
      ...staff,
      about: [explanation],
      on: { accepted: next, refused: next, expired: "weighingCause" },
    }),
  }) as const;

/** The coordinator's word for a cause that comes to light while money is being recovered; it goes on where that was worked out. */
export const causeAccepted = <const State extends string, const To extends string>(recovery: State, to: To) =>
  ({ by: "coordinator", form: lateCause, to, during: [recovery] }) as const;

/** Was a cause accepted for which nothing comes back? That of a leave is another one. */
export const isExcused = (file: CaseFile): boolean =>
  answersTo(file, cause).some(({ state, outcome }) => state === "weighingCause" && outcome === "accepted") ||
  file.interruptions.some(({ name }) => name === "causeAccepted");
