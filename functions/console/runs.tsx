import { printAmount, printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { prepareRun, prepareRunOfAll, runsOf } from "../payments/runs.ts";
import { type Waiting, waitingPage } from "../payments/waiting.ts";
import type { UiKey } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import type { Run } from "../store/run-item.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { fromCursor } from "../web/from-cursor.ts";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { whyHeldIn } from "./held.ts";
import { Pages } from "./parts/pages.tsx";
import { PaymentTable } from "./parts/payment-table.tsx";

/** The payment runs of a call, and to its coordinator what waits to be put into the next one. */
export const showRuns = forStaff(async (visit) => {
  const call = await loadCall(visit.house, visit.at("id"));
  return call ? draw(visit, call) : refusalPage(visit.request, notFound);
});

/** Prepares a run of the payments that were ticked, or of all that wait. */
export const takeRun = forStaff(async (visit) => {
  const { house, request, member, at } = visit;
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const chosen = new Set(post.value.get("payment") ?? []);
  const prepared = post.value.has("all")
    ? await prepareRunOfAll(house, call, member)
    : await prepareRun(house, call, member, chosen);
  if (prepared.outcome === "prepared") return redirect(paths.paymentRun(call.callId, prepared.number));
  return draw(visit, call, `runs.${prepared.outcome}`);
});

async function draw({ house, view, member, request }: StaffVisit, call: Head, warning?: UiKey) {
  const { ui } = view;
  const [after, earlier] = ["after", "earlier"].map((name) => request.query.get(name) ?? undefined);
  const { runs, next: older } = await fromCursor((from) => runsOf(house, call, { after: from }), earlier);
  const isCoordinator = rolesIn(call, member).has("coordinator");
  const { waiting: asked, next } = await fromCursor((from) => waitingPage(house, call, from), after);
  const waiting = asked.filter(({ held }) => held === undefined);
  const isWhole = after === undefined && next === undefined;
  const here = paths.paymentRuns(call.callId);
  return page(view, {
    title: ui.say("runs.title"),
    back: paths.consoleCall(call.callId),
    wide: true,
    hasErrors: warning !== undefined,
    status: warning === undefined ? 200 : warning === "runs.nothingChosen" ? 422 : 409,
    body: (
      <>
        {warning === undefined ? null : <Warning view={view} text={ui.say(warning)} />}
        <span class="govuk-caption-l">{summaryOf(call, house.clock.now()).title[view.language]}</span>
        <h1 class="govuk-heading-l">{ui.say("runs.title")}</h1>
        {runs.length === 0 ? (
          <p class="govuk-body">{ui.say("runs.none")}</p>
        ) : (
          <RunTable runs={runs} view={view} />
        )}
        <Pages
          first={earlier === undefined ? undefined : here}
          next={older && `${here}?${new URLSearchParams({ earlier: older })}`}
          ui={ui}
        />
        <h2 class="govuk-heading-m">
          {isWhole ? ui.say("runs.waiting", { count: waiting.length }) : ui.say("runs.waitingMany")}
        </h2>
        {isCoordinator && !isWhole ? (
          <PostForm action={here}>
            <p class="govuk-body">{ui.say("runs.prepareAll.text")}</p>
            <input type="hidden" name="all" value="yes" />
            <SubmitButton label={ui.say("runs.prepareAll")} />
          </PostForm>
        ) : null}
        {waiting.length > 0 && isCoordinator ? (
          <PostForm action={here}>
            <p class="govuk-body">{ui.say("runs.prepare.text")}</p>
            <WaitingTable waiting={waiting} view={view} />
            <SubmitButton label={ui.say("runs.prepare")} />
          </PostForm>
        ) : null}
        {waiting.length > 0 && !isCoordinator ? (
          <p class="govuk-body">{ui.say("runs.prepare.other")}</p>
        ) : null}
        <HeldTable callId={call.callId} held={asked.filter(({ held }) => held)} view={view} />
        <Pages
          first={after === undefined ? undefined : here}
          next={next && `${here}?${new URLSearchParams({ after: next })}`}
          ui={ui}
        />
      </>
    ),
  });
}

const RunTable = ({
  runs,
  view: { ui, language },
}: {
  readonly runs: readonly Run[];
  readonly view: View;
}) => (
  <DataTable
    caption={ui.say("runs.list")}
    columns={[
      ...columnsIn(ui, "runs.run", "runs.preparedBy", "runs.prepared", "runs.status"),
      { label: ui.say("ledger.amount"), isNumeric: true },
    ]}
  >
    <Rows>
      {runs.map((run) => (
        <tr class="govuk-table__row" key={run.number}>
          <td class="govuk-table__cell">
            <a class="govuk-link" href={paths.paymentRun(run.callId, run.number)}>
              {ui.say("runs.number", { number: run.number })}
            </a>
          </td>
          <td class="govuk-table__cell">{run.preparedBy.name}</td>
          <td class="govuk-table__cell">{printTime(run.preparedAt, language)}</td>
          <td class="govuk-table__cell">{ui.say(`runs.status.${run.status}`)}</td>
          <td class="govuk-table__cell govuk-table__cell--numeric">{printAmount(run.cents, language)}</td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);

const WaitingTable = ({ waiting, view }: { readonly waiting: readonly Waiting[]; readonly view: View }) => (
  <PaymentTable
    caption={view.ui.say("runs.payments")}
    captionSize="hidden"
    payments={waiting}
    payee={({ id, to }) => (
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`payment-${id}`}
            name="payment"
            type="checkbox"
            value={id}
            checked
          />
          <label class="govuk-label govuk-checkboxes__label" for={`payment-${id}`}>
            {to.name}
          </label>
        </div>
      </div>
    )}
    what={{ label: "runs.what", of: ({ about }) => about }}
    view={view}
  />
);

/** What no run takes, and what has to be done first. */
const HeldTable = ({
  callId,
  held,
  view,
}: {
  readonly callId: string;
  readonly held: readonly Waiting[];
  readonly view: View;
}) =>
  held.length === 0 ? null : (
    <PaymentTable
      caption={view.ui.say("runs.held")}
      payments={held}
      payee={({ to }) => to.name}
      what={{
        label: "runs.held.why",
        of: ({ id, to, held: why, hold }) => (
          <>
            {why ? whyHeldIn(view, why, hold) : null}
            {hold ? (
              <p class="govuk-body-s govuk-!-margin-bottom-0">
                <a class="govuk-link" href={paths.heldPayment(callId, id)}>
                  {view.ui.say("runs.held.decide", { name: to.name })}
                </a>
              </p>
            ) : null}
          </>
        ),
      }}
      view={view}
    />
  );
