import * as z from "zod";
import { delivererOf } from "../blocks/deliverer.ts";
import { workOutFee } from "../blocks/fee.ts";
import { openGroup } from "../blocks/group/opening.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, callOf, type Language } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { miniTrainingCall } from "./call.ts";
import { programme, topicAgreement } from "./forms.ts";

const applied = z.object({ school: z.string(), size: z.number().int() });
const topicOf = (file: CaseFile): string => latestAnswer(file, topicAgreement)?.values.topic ?? "–";

/** Opens the training for the school's own community: others do not find it among the calls. */
export function openTraining(file: CaseFile, now: string): StepResult<"opened"> {
  const { capacity, minimum, hours, joinDays, presencePercent, staff } = callOf(file, miniTrainingCall);
  const { school, size } = applied.parse(file.application);
  const topic = topicOf(file);
  return openGroup(file, now, {
    joinWith: "mini-training-participant",
    title: { lt: topic, en: topic },
    school,
    isOpen: false,
    joinDays,
    capacity: Math.min(capacity, size),
    minimum: Math.min(minimum, size),
    hours,
    staff: { ...staff, trainer: delivererOf(file) },
    more: { presencePercent, task: latestAnswer(file, programme)?.values.task ?? "" },
  });
}

const finished = z.object({ meetings: z.number().int(), took: z.number().int().optional() });
const knownOfFinished = finished.partial();

/** The trainer's fee, by the sessions that were held. */
export function weighFee(file: CaseFile): StepResult<"due" | "none"> {
  const { meetings } = finished.parse(file.entry?.decision);
  return workOutFee(file, meetings * callOf(file, miniTrainingCall).hours);
}

/** What the words of a school's training may name. */
export function says(file: CaseFile, _language: Language): Readonly<Record<string, string | number>> {
  const { meetings, took } = knownOfFinished.safeParse(file.entry?.decision).data ?? {};
  return {
    trainer: delivererOf(file)?.name ?? "–",
    topic: topicOf(file),
    meetings: meetings ?? "–",
    took: took ?? "–",
  };
}
