import { withWords } from "../../kernel/book.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { Fields } from "../../kernel/field.ts";
import type { Form } from "../../kernel/form.ts";
import { knowing } from "../../kernel/given.ts";
import { ask, step } from "../../kernel/states.ts";
import type { StepRun } from "../../kernel/step-result.ts";
import { soon, staff } from "../asking.ts";
import {
  amongDeliverers,
  appointDeliverer,
  appointment,
  invitation,
  matchDeliverer,
  type Placed,
} from "../deliverer.ts";
import { ending } from "../ending.ts";
import { feeClaim } from "../fee.ts";
import { paying } from "../payment.ts";
import { endWithGroup } from "./opening.ts";
import { schoolWords } from "./words.ts";

/**
 * Somebody is found to lead a group: matched by load, distance and conflicts, and asked; who declines is left out of the next
 * match, and when nobody is left the coordinator names one. It goes on at `accepted`, or ends at `nobody`.
 */
export const findingStates = <
  const Deliverer extends string,
  const Accepted extends string,
  const Nobody extends string,
>(
  deliverer: Deliverer,
  {
    known,
    accepted,
    nobody,
    about = [],
  }: {
    /** Whoever can deliver in the call. */
    readonly known: (file: CaseFile) => readonly Placed[];
    readonly accepted: Accepted;
    readonly nobody: Nobody;
    /** What was agreed about the group before somebody is asked to lead it. */
    readonly about?: readonly Form<Fields, string>[];
  },
) =>
  withWords(schoolWords, {
    matching: step(
      (file) => matchDeliverer(file, known(file)),
      { matched: "invitation", nobody: "appointment" },
      { sees: "call" },
    ),
    appointment: ask(
      "coordinator",
      knowing(appointment, (file) => amongDeliverers(known(file))),
      { ...staff, on: { appointed: "appointed", nobody, expired: "appointment" } },
    ),
    appointed: step((file) => appointDeliverer(file, known(file)), { matched: "invitation" }),
    invitation: ask(deliverer, invitation, {
      ...soon,
      about,
      on: { accepted, declined: "matching", conflict: "matching", expired: "matching" },
    }),
  });

/** Whoever delivered is paid from `weighingFee` on, by the hours that were held, and the case ends; or it ended before. */
export const closingStates = <const Deliverer extends string>(
  deliverer: Deliverer,
  weighFee: StepRun<"due" | "none">,
) =>
  withWords(schoolWords, {
    weighingFee: step(weighFee, { due: "feeClaim", none: "completed" }),
    feeClaim: ask(deliverer, feeClaim, { ...soon, on: { claimed: "fee", expired: "feeClaim" } }),
    ...paying("fee", deliverer, "completed", soon),

    withdrawal: step(endWithGroup("withdrawn"), { ended: "withdrawn" }),
    cancellation: step(endWithGroup("cancelled"), { ended: "cancelled" }),

    completed: ending("completed"),
    refused: ending("refused"),
    calledOff: ending("calledOff"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  });
