import { printAmount, printDay, printTime } from "../../../workflows/kernel/facts/print.ts";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import { paths } from "../../addresses/paths.ts";
import { markFormOf, returnedField, returnedFormOf, sendBackForm } from "../../payments/forms.ts";
import { isMarkable } from "../../payments/mark-run.ts";
import { hasFile } from "../../payments/run-file.ts";
import { mostAtOnce } from "../../payments/runs.ts";
import type { Asked } from "../../reading/asked.ts";
import type { Messages } from "../../reading/messages.ts";
import { asMessages } from "../../reading/ui.ts";
import type { Run, RunTransfer } from "../../store/run-item.ts";
import type { Answer } from "../../web/answers.ts";
import { page } from "../../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../../web/parts/form.tsx";
import { SummaryList, type SummaryRow } from "../../web/parts/summary.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import type { View } from "../../web/view.ts";
import { Pages } from "./pages.tsx";
import { PaymentTable } from "./payment-table.tsx";

/** Why nothing was done with a run. */
export type RunWarning = "notTheirs" | "ownRun" | "nothingLeft" | "decidedBefore" | "notApproved";

interface Shown {
  readonly run: Run;
  readonly callTitle: string;
  /** A page of its payments, where that begins, and where the next one does. */
  readonly transfers: readonly RunTransfer[];
  readonly after?: string | undefined;
  readonly next?: string;
  readonly isFinance: boolean;
  /** Did its reader prepare it? */
  readonly isOwn: boolean;
  readonly warning?: RunWarning;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const isMade = ({ leftOut }: RunTransfer): boolean => !leftOut;

/** The words of a run's forms, which belong to no process; a payment's field is called by its receiver. */
function wordsIn({ ui, language }: View, transfers: readonly RunTransfer[]): Messages {
  const payees = transfers.flatMap(({ id, to, cents }) => {
    const label = ui.say("mark.returned.label", { name: to.name, amount: printAmount(cents, language) });
    return ["mark", "returned"].map((form) => [`${form}.${returnedField(id)}.label`, label] as const);
  });
  return asMessages(ui, new Map(payees));
}

/** Of a run of one page everything is said at once; of a larger one what the bank returned is said page by page. */
const isOnePage = ({ transfers }: Run): boolean => transfers <= mostAtOnce;

function formsOf({ run, transfers }: Shown): { readonly own: Form; readonly returned?: Form } {
  if (run.status === "prepared") return { own: sendBackForm };
  const made = transfers.filter(isMade);
  return isOnePage(run) ? { own: markFormOf(made) } : { own: markFormOf([]), returned: returnedFormOf(made) };
}

/** The page of a payment run. */
export function drawRun(view: View, shown: Shown): Promise<Answer> {
  const { ui, language } = view;
  const { run, transfers, after, next, warning, errors = [] } = shown;
  const { own, returned } = formsOf(shown);
  const asking = (form: Form): Asked => ({
    form,
    words: wordsIn(view, transfers),
    ui,

    values: { ...saidOf(run, transfers), ...shown.values },
    errors: errors.filter(({ field }) => field in form.fields || returned === undefined),
  });
  const asked = asking(own);
  const title = ui.say("runs.number", { number: run.number });
  const here = paths.paymentRun(run.callId, run.number);
  const leftOut = transfers.filter((transfer) => !isMade(transfer));
  return page(view, {
    title,
    back: paths.paymentRuns(run.callId),
    wide: true,
    hasErrors: warning !== undefined || errors.length > 0,
    status: warning === "notTheirs" ? 403 : warning ? 409 : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {warning ? (
          <Warning
            view={view}
            text={ui.say(`runs.${warning}`, {
              name: (warning === "ownRun" ? run.preparedBy : run.decidedBy)?.name ?? "",
              status: ui.say(`runs.status.${run.status}`),
            })}
          />
        ) : null}
        <ErrorSummary asked={{ ...asked, errors }} />
        <span class="govuk-caption-l">{shown.callTitle}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={rowsOf(run, view)} />
        {run.work ? <UnderWay run={run} view={view} /> : null}
        {transfers.length === 0 ? null : (
          <TransferTable
            caption={ui.say("runs.payments")}
            transfers={transfers.filter(isMade)}
            run={run}
            view={view}
          />
        )}
        {leftOut.length > 0 ? (
          <TransferTable caption={ui.say("runs.leftOut")} transfers={leftOut} run={run} view={view} />
        ) : null}
        <Pages
          first={after === undefined ? undefined : here}
          next={next && `${here}?${new URLSearchParams({ after: next })}`}
          ui={ui}
        />
        <p class="govuk-body govuk-!-font-weight-bold">
          {ui.say("runs.sum")}: {printAmount(run.cents, language)}
        </p>
        <Deeds
          shown={shown}
          asked={asked}
          returned={returned && transfers.some(isMade) ? asking(returned) : undefined}
        />
      </>
    ),
  });
}

/** What was said already of payments that the bank returned. */
const saidOf = (run: Run, transfers: readonly RunTransfer[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    transfers.map((transfer) => [returnedField(transfer.id), whyReturned(run, transfer) ?? ""]),
  );

const whyReturned = (run: Run, { id, returned }: RunTransfer): string | undefined =>
  run.returned[id] ?? returned;

/** Something is being done to its payments, one after another. */
const UnderWay = ({ run, view: { ui } }: { readonly run: Run; readonly view: View }) => (
  <div data-module="kelias-follow">
    <div role="status" aria-live="polite">
      <p class="govuk-body">{ui.say("runs.underWay", { done: run.work?.done ?? 0 })}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.paymentRun(run.callId, run.number)}>
          {ui.say("runs.refresh")}
        </a>
      </p>
    </div>
  </div>
);

function rowsOf(run: Run, { ui, language }: View): SummaryRow[] {
  const deed = (by: { readonly name: string } | undefined, at: string | undefined): string =>
    by && at ? `${by.name}, ${printTime(at, language)}` : ui.say("none");
  const isPending = run.status === "marked" && run.settledAt === undefined;
  return [
    { label: ui.say("runs.status"), value: ui.say(`runs.status.${run.status}`) },
    { label: ui.say("runs.preparedBy"), value: deed(run.preparedBy, run.preparedAt) },
    ...(run.decidedBy
      ? [
          {
            label: ui.say(run.status === "sentBack" ? "runs.sentBackBy" : "runs.approvedBy"),
            value: deed(run.decidedBy, run.decidedAt),
          },
        ]
      : []),
    ...(run.reason === undefined ? [] : [{ label: ui.say("sendBack.reason.label"), value: run.reason }]),
    ...(run.markedBy ? [{ label: ui.say("runs.markedBy"), value: deed(run.markedBy, run.markedAt) }] : []),
    ...(run.paidOn ? [{ label: ui.say("runs.paidOn"), value: printDay(run.paidOn, language) }] : []),
    ...(isPending ? [{ label: ui.say("runs.cases"), value: ui.say("runs.pending") }] : []),
  ];
}

const TransferTable = ({
  caption,
  transfers,
  run,
  view,
}: {
  readonly caption: string;
  readonly transfers: readonly RunTransfer[];
  readonly run: Run;
  readonly view: View;
}) => (
  <PaymentTable
    caption={caption}
    payments={transfers}
    payee={(transfer) => (
      <>
        {transfer.to.name}
        <Returned reason={whyReturned(run, transfer)} ui={view.ui} />
      </>
    )}
    what={{ label: "runs.what", of: ({ about }) => about }}
    view={view}
  />
);

const Returned = ({ reason, ui }: { readonly reason: string | undefined; readonly ui: View["ui"] }) =>
  reason === undefined ? null : <span class="govuk-hint">{ui.say("runs.returned", { reason })}</span>;

/** What its reader may do with a run as it stands: finance decides and marks, who prepared it may take it back. */
function Deeds({
  shown,
  asked,
  returned,
}: {
  readonly shown: Shown;
  readonly asked: Asked;
  /** Where what the bank returned is said page by page. */
  readonly returned: Asked | undefined;
}) {
  const { run, isFinance, isOwn, after } = shown;
  const { ui } = asked;
  const place = [run.callId, run.number] as const;
  if (run.status === "prepared") {
    if (!isFinance && !isOwn) return null;
    return (
      <>
        {isOwn ? null : (
          <PostForm action={paths.approveRun(...place)}>
            <SubmitButton label={ui.say("runs.approve")} />
          </PostForm>
        )}
        <OwnForm asked={asked} form={sendBackForm} action={paths.sendRunBack(...place)} />
      </>
    );
  }
  if (!isFinance || !hasFile(run)) return null;
  const query = after === undefined ? "" : `?${new URLSearchParams({ after })}`;
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.paymentRunFile(...place)} download={isOnePage(run)}>
          {ui.say("ledger.download", { count: run.count })}
        </a>
      </p>
      {isMarkable(run) ? (
        <>
          {returned ? (
            <OwnForm asked={returned} form={returned.form} action={paths.returnedInRun(...place) + query} />
          ) : null}
          <OwnForm asked={asked} form={asked.form} action={paths.markRun(...place)} />
        </>
      ) : null}
    </>
  );
}

const OwnForm = ({
  asked,
  form,
  action,
}: {
  readonly asked: Asked;
  readonly form: Form;
  readonly action: string;
}) => (
  <>
    <h2 class="govuk-heading-m">{asked.words.say(`${form.id}.title`)}</h2>
    <PostForm action={action}>
      <WholeForm asked={asked} />
      <SubmitButton label={asked.words.say(`${form.id}.submit`)} />
    </PostForm>
  </>
);
