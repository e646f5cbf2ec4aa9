import { latestAnswer } from "../../kernel/answers.ts";
import { spokenAs } from "../../kernel/book.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { Span } from "../../kernel/duration.ts";
import { days } from "../../kernel/duration.ts";
import type { Fields } from "../../kernel/field.ts";
import type { Form } from "../../kernel/form.ts";
import { anewSince } from "../../kernel/given.ts";
import { named } from "../../kernel/named.ts";
import type { Role } from "../../kernel/roles.ts";
import { ask, awaiting, type Due, step } from "../../kernel/states.ts";
import type { StepResult, StepRun } from "../../kernel/step-result.ts";
import { staff } from "../asking.ts";
import { paying } from "../payment.ts";
import { reportReview } from "../report.ts";
import { blockWords } from "../words.ts";
import { type Duties, dutyBegins, dutyDue, dutyOf, nextDuty, saysOfDuty } from "./duty.ts";
import { suspending, suspension } from "./forms.ts";

/**
 * A list of dated duties as one circle of states: `<name>` goes on to the next duty and waits for its day in `<name>Waiting`; then the
 * road goes on at `each`, and whatever has been done about the duty leads back to `<name>`. Which duty it is stands in the case, never
 * in the name of a state, so that there may be as many as a call has; words may name it (`{<name>}`, `{duty}`, `{dutyOn}`).
 */
export const duties = <const Name extends string, const Each extends string, const Next extends string>(
  name: Name,
  { of, each, next }: { readonly of: Duties; readonly each: Each; readonly next: Next },
) => {
  const waiting = `${name}Waiting` as const;
  return {
    ...named(
      name,
      spokenAs(
        "duty",
        blockWords,
        step(
          nextDuty(name, of),
          { due: waiting, over: next },
          { says: (file) => saysOfDuty(file, name, of) },
        ),
      ),
    ),
    // Not `until`: a year may lie between two duties, and only who waits for a word is handed over to another execution.
    ...named(
      waiting,
      spokenAs("dutyWaiting", blockWords, awaiting({ expired: each }, { instant: dutyBegins(name) })),
    ),
  };
};

/**
 * The same with all that a funded project has: a report on each duty, which the coordinator accepts or returns, what is paid for it
 * (`money.pays.<name>Pay`), and a suspension, by the coordinator's word or by silence, from which it goes on with the same duty.
 */
export const series = <
  const Name extends string,
  const Reporter extends Role,
  const Payee extends Role,
  const Ended extends string,
  const Next extends string,
>(
  name: Name,
  {
    of,
    report,
    review = reportReview,
    pay,
    suspended,
    next,
  }: {
    readonly of: Duties;
    readonly report: {
      readonly by: Reporter;
      readonly form: Form<Fields, "submitted">;
      /** How long it may take from the day of the duty, and again from each return and resumption. */
      readonly within?: Span;
      readonly remind?: readonly Span[];
    };
    readonly review?: Form<Fields, "accepted" | "returned">;
    readonly pay: {
      readonly payee: Payee;
      /** What an accepted report means: its sheet, and whether anything is paid for it. */
      readonly weigh: StepRun<"due" | "none">;
    };
    readonly suspended: {
      /** Until when it must be in order. */
      readonly until: Due;
      /** Where the road goes when it is not. */
      readonly ended: Ended;
    };
    readonly next: Next;
  },
) => {
  const [waiting, reporting, reviewing] = [`${name}Waiting`, `${name}Report`, `${name}Review`] as const;
  const [weighing, payment] = [`${name}Weighing`, `${name}Pay`] as const;
  const [suspends, stands] = [`${name}Suspension`, `${name}Suspended`] as const;
  return {
    ...duties(name, { of, each: reporting, next }),
    ...named(
      reporting,
      ask(
        report.by,
        anewSince(report.form, (file) => dutyOf(file, name).visit),
        {
          within: dutyDue(name, report.within ?? days(30)),
          remind: report.remind ?? [days(10), days(20), days(28)],
          escalate: "coordinator",
          on: { submitted: reviewing, expired: suspends },
        },
      ),
    ),
    ...named(
      reviewing,
      ask("coordinator", review, {
        ...staff,
        on: { accepted: weighing, returned: reporting, expired: reviewing },
      }),
    ),
    ...named(weighing, spokenAs("dutyWeighing", blockWords, step(pay.weigh, { due: payment, none: name }))),
    ...paying(payment, pay.payee, name),
    ...named(
      suspends,
      spokenAs(
        "dutySuspension",
        blockWords,
        step(
          noteSuspension(name, report.by),
          { suspended: stands },
          { tells: ["dutySuspended", "dutyMissed"] },
        ),
      ),
    ),
    ...named(
      stands,
      ask("coordinator", suspension, {
        within: suspended.until,
        remind: [days(7), days(14)],
        escalate: "agency",
        on: { resumed: waiting, ended: suspended.ended, expired: suspended.ended },
      }),
    ),
  };
};

/** Whoever reports is told why nothing goes on: because of the coordinator's word, or of their own silence. */
const noteSuspension =
  (series: string, role: Role) =>
  (file: CaseFile): StepResult<"suspended"> => {
    const { visit } = dutyOf(file, series);
    const decided = latestAnswer(file, suspension)?.at ?? "";
    const isSaid = file.interruptions.some((word) => word.visit >= visit && word.at > decided);
    return { outcome: "suspended", tell: [{ role, template: isSaid ? "dutySuspended" : "dutyMissed" }] };
  };

/** The coordinator's word that stops a series while something of it is waited for; the process says it under a name of its own. */
export const suspends = <const Name extends string>(name: Name) =>
  ({
    by: "coordinator",
    form: suspending,
    during: [`${name}Waiting`, `${name}Report`],
    to: `${name}Suspension`,
  }) as const;
