import { instrumentNamed } from "../blocks/instrument.ts";
import { applicantIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import { linkOf } from "../kernel/links.ts";
import type { Role } from "../kernel/roles.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Shows } from "../kernel/told.ts";
import { itemsIn, pilot, redraft } from "./forms.ts";

/** Who stands behind each role of a case. */
export function people(role: Role, file: CaseFile): Person | undefined {
  return role === "applicant" ? applicantIn(file) : staffOf(role, file);
}

/** The version as it was approved is kept once and never edited: whoever changes it proposes the next one. */
export function issue(file: CaseFile): StepResult<"issued"> {
  const { instrument, version } = file.application;
  const { items } = itemsIn.parse(latestAnswer(file, redraft)?.values ?? file.application);
  return { outcome: "issued", document: { name: "instrument", data: { id: instrument, version, items } } };
}

const ofVersion = ({ application }: CaseFile): string =>
  instrumentNamed(application.instrument, application.version);

/** Pilots of this version that were held here are known with their figures. */
export const readTrial = (file: CaseFile): StepResult<"read"> => ({
  outcome: "read",
  takes: [{ kind: "tried", to: { thing: ofVersion(file) } }],
});

/** Without figures nobody can decide: neither known here nor typed. */
export const weighTrial = (file: CaseFile): StepResult<"known" | "unknown"> => ({
  outcome: trialIn(file)?.complete === undefined ? "unknown" : "known",
});

interface Trial {
  readonly campaign: string;
  readonly alpha?: number | undefined;
  readonly complete?: number | undefined;
  readonly blankPercent?: number | undefined;
}

/** What the latest pilot here has shown, alpha in hundredths there; or what was typed of one that was held elsewhere. */
function trialIn(file: CaseFile): Trial | undefined {
  const typed = latestAnswer(file, pilot)?.values;
  const link = linkOf(file, "tried");
  if (!link?.figures || typed?.complete !== undefined) return typed;
  const { alpha, complete, blankPercent } = link.figures;
  return {
    campaign: link.what,
    ...(alpha === undefined ? {} : { alpha: alpha / 100 }),
    ...{ complete, blankPercent },
  };
}

/** What the commission decides by. */
export const shows: Readonly<Record<string, Shows>> = {
  trial: {
    to: ["applicant", "coordinator", "agency", "commission"],
    rows: {
      campaign: (file) => trialIn(file)?.campaign,
      alpha: (file) => trialIn(file)?.alpha,
      complete: (file) => trialIn(file)?.complete,
      blankPercent: (file) => trialIn(file)?.blankPercent,
    },
  },
};
