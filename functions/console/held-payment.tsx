import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { printAmount, printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import {
  confirmHeld,
  type HeldPayment,
  hasDecided,
  heldPaymentOf,
  mayConfirm,
  sayOfHeld,
} from "../payments/decide-hold.ts";
import { holdForm, readHold } from "../payments/forms.ts";
import { lastWord } from "../payments/holds.ts";
import type { Asked } from "../reading/asked.ts";
import { printIban } from "../reading/printed.ts";
import { asMessages } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../web/parts/form.tsx";
import { CaseLink } from "../web/parts/links.tsx";
import { SummaryList, type SummaryRow } from "../web/parts/summary.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import type { View } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { whyHeldIn } from "./held.ts";

interface HeldVisit extends StaffVisit {
  readonly call: Head;
  readonly held: HeldPayment;
}

/** A page of one payment that may have been made already; one that is not held so, or no more, is nothing to be found. */
const ofHeld = (work: (visit: HeldVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const call = await loadCall(visit.house, visit.at("id"));
    const id = visit.at("payment");
    const held = call && (await heldPaymentOf(visit.house, call, id));
    const isAgain = call && !held && visit.request.method === "POST";
    if (isAgain && (await hasDecided(visit.house, call, id, visit.member)))
      return redirect(paths.paymentRuns(call.callId));
    return call && held ? work({ ...visit, call, held }) : refusalPage(visit.request, notFound);
  });

/** What tells that a payment may have been made, what was decided, and what its reader may say of it. */
export const showHeld = ofHeld((visit) => draw(visit));

/** Finance says what it found at the bank. */
export const takeHeld = ofHeld(async (visit) => {
  const { house, request, call, held, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(holdForm, ["outcome", ...Object.keys(holdForm.fields)], post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const outcome = post.value.get("outcome")?.[0] ?? "";
  const values = { ...typed.value, outcome };
  const parsed = parseAnswer(holdForm, values, dayAt(house.clock.now()));
  if (parsed.outcome === "invalid") return draw(visit, { values, errors: parsed.errors });
  const said = await sayOfHeld(house, call, held, member, readHold(parsed.value));
  return said === "said" ? redirect(paths.paymentRuns(call.callId)) : draw(visit, { warning: said });
});

/** A second person confirms that it was paid. */
export const takeHeldConfirmation = ofHeld(async (visit) => {
  const outcome = await confirmHeld(visit.house, visit.call, visit.held, visit.member);
  return outcome === "settled"
    ? redirect(paths.paymentRuns(visit.call.callId))
    : draw(visit, { warning: outcome });
});

interface Drawn {
  readonly warning?: "notTheirs" | "changed" | "ownWord" | "later";
  readonly values?: Typed;
  readonly errors?: readonly FieldError[];
}

function draw({ view, call, held, member }: HeldVisit, { warning, values = {}, errors = [] }: Drawn = {}) {
  const { ui } = view;
  const { what } = lastWord(held.hold);
  const here = paths.heldPayment(call.callId, held.id);
  const asked: Asked = { form: holdForm, words: asMessages(ui), ui, values, errors };
  const isConfirmable = (what === "paid" || what === "confirmed") && mayConfirm(call, held, member);
  return page(view, {
    title: ui.say("hold.title"),
    back: paths.paymentRuns(call.callId),
    hasErrors: warning !== undefined || errors.length > 0,
    status: warning === "notTheirs" ? 403 : warning ? 409 : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {warning ? <Warning view={view} text={ui.say(`hold.${warning}`)} /> : null}
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{ui.say("hold.title")}</h1>
        <p class="govuk-body">{ui.say("hold.text")}</p>
        <SummaryList rows={rowsOf(held, view)} />
        {isConfirmable ? (
          <PostForm action={paths.confirmHeldPayment(call.callId, held.id)}>
            <SubmitButton label={ui.say("hold.confirm")} />
          </PostForm>
        ) : null}
        {what !== "confirmed" && rolesIn(call, member).has("finance") ? (
          <PostForm action={here}>
            <WholeForm asked={asked} />
            <SubmitButton label={ui.say("hold.submit")} />
          </PostForm>
        ) : null}
      </>
    ),
  });
}

function rowsOf({ ref, to, about, cents, hold }: HeldPayment, view: View): SummaryRow[] {
  const { ui, language } = view;
  const { what, by, at, reason, paidOn } = lastWord(hold);
  const said = hold.words.findLast((word) => word.what === "paid");
  const rows: SummaryRow[] = [
    { label: ui.say("runs.payee"), value: to.name },
    {
      label: ui.say("task.code"),
      value: <CaseLink case={ref} />,
    },
    { label: ui.say("runs.what"), value: about },
    { label: ui.say("runs.account"), value: printIban(to.iban) },
    { label: ui.say("ledger.amount"), value: printAmount(cents, language) },
    { label: ui.say("runs.held.why"), value: whyHeldIn(view, "mayBePaid", hold) },
  ];
  if (what === "told") return rows;
  const [paid, why] = [paidOn, reason ?? said?.reason];
  return [
    ...rows,
    { label: ui.say(`hold.word.${what}`), value: `${by.name}, ${printTime(at, language)}` },
    ...(paid === undefined ? [] : [{ label: ui.say("runs.paidOn"), value: printDay(paid, language) }]),
    ...(why === undefined ? [] : [{ label: ui.say("hold.reason.label"), value: why }]),
  ];
}
