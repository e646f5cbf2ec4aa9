import { printAmount, printDay, printTime } from "../../../workflows/facts/print.ts";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import { markFormOf, returnedField, sendBackForm } from "../../payments/forms.ts";
import { madeBy } from "../../payments/runs.ts";
import { idOf } from "../../store/keys.ts";
import type { Run, RunTransfer } from "../../store/run-item.ts";
import type { Answer } from "../answers.ts";
import { codeOf } from "../codes.ts";
import type { Messages } from "../messages.ts";
import { asMessages } from "../ui.ts";
import { page, type View } from "../view.ts";
import { paths } from "../visit.ts";
import type { Asked } from "./asked.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "./form.tsx";
import { SummaryList, type SummaryRow } from "./summary.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";
import { Warning } from "./warning.tsx";

/** Why nothing was done with a run. */
export type RunWarning = "notTheirs" | "ownRun" | "nothingLeft" | "decidedBefore" | "notApproved";

interface Shown {
  readonly run: Run;
  readonly isFinance: boolean;
  /** Did its reader prepare it? */
  readonly isOwn: boolean;
  readonly warning?: RunWarning;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** The words of a run's forms, which belong to no process; a payment's field is called by its receiver. */
function wordsIn({ ui, language }: View, run: Run): Messages {
  const payees = new Map(
    madeBy(run).map(({ id, to, cents }) => [
      `mark.${returnedField(id)}.label`,
      ui.say("mark.returned.label", { name: to.name, amount: printAmount(cents, language) }),
    ]),
  );
  return asMessages(ui, payees);
}

/** The page of a payment run. */
export function drawRun(view: View, shown: Shown): Promise<Answer> {
  const { ui, language } = view;
  const { run, warning, errors = [] } = shown;
  const form = run.status === "prepared" ? sendBackForm : markFormOf(run);
  const asked: Asked = { form, words: wordsIn(view, run), ui, lists: {}, values: shown.values ?? {}, errors };
  const title = ui.say("runs.number", { number: run.number });
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
              name: run.decidedBy?.name ?? run.preparedBy.name,
              status: ui.say(`runs.status.${run.status}`),
            })}
          />
        ) : (
          <ErrorSummary asked={asked} />
        )}
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={rowsOf(run, view)} />
        <TransferTable caption={ui.say("runs.payments")} transfers={madeBy(run)} view={view} />
        {madeBy(run).length < run.transfers.length ? (
          <TransferTable
            caption={ui.say("runs.leftOut")}
            transfers={run.transfers.filter(({ leftOut }) => leftOut)}
            view={view}
          />
        ) : null}
        <p class="govuk-body govuk-!-font-weight-bold">
          {ui.say("runs.sum")}:{" "}
          {printAmount(
            madeBy(run).reduce((sum, { cents }) => sum + cents, 0),
            language,
          )}
        </p>
        <Deeds shown={shown} asked={asked} />
      </>
    ),
  });
}

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
  view: { ui, language },
}: {
  readonly caption: string;
  readonly transfers: readonly RunTransfer[];
  readonly view: View;
}) => (
  <DataTable
    caption={caption}
    columns={[
      ...columnsIn(ui, "runs.payee", "task.code", "runs.what", "runs.account"),
      { label: ui.say("ledger.amount"), isNumeric: true },
    ]}
  >
    <Rows>
      {transfers.map(({ id, ref, to, about, cents, returned }) => (
        <tr class="govuk-table__row" key={id}>
          <td class="govuk-table__cell">
            {to.name}
            {returned === undefined ? null : (
              <span class="govuk-hint">{ui.say("runs.returned", { reason: returned })}</span>
            )}
          </td>
          <td class="govuk-table__cell">
            <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
              {codeOf(ref)}
            </a>
          </td>
          <td class="govuk-table__cell">{about}</td>
          <td class="govuk-table__cell">{to.iban}</td>
          <td class="govuk-table__cell govuk-table__cell--numeric">{printAmount(cents, language)}</td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);

/** What its reader may do with a run as it stands: finance decides and marks, who prepared it may take it back. */
function Deeds({ shown, asked }: { readonly shown: Shown; readonly asked: Asked }) {
  const { run, isFinance, isOwn } = shown;
  const { ui } = asked;
  const here = paths.paymentRun(run.callId, run.number);
  const file = (
    <p class="govuk-body">
      <a class="govuk-link" href={`${here}/payments.xml`} download>
        {ui.say("ledger.download", { count: madeBy(run).length })}
      </a>
    </p>
  );
  if (run.status === "prepared" ? !isFinance && !isOwn : !isFinance) return null;
  switch (run.status) {
    case "prepared":
      return (
        <>
          {isOwn ? null : (
            <PostForm action={`${here}/approve`}>
              <SubmitButton label={ui.say("runs.approve")} />
            </PostForm>
          )}
          <OwnForm asked={asked} form={sendBackForm} action={`${here}/send-back`} />
        </>
      );
    case "approved":
      return (
        <>
          {file}
          <OwnForm asked={asked} form={asked.form} action={`${here}/mark`} />
        </>
      );
    case "marked":
      return file;
    case "sentBack":
      return null;
  }
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
