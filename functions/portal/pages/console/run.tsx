import type { FieldError, Form } from "../../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../../workflows/kernel/parse.ts";
import { loadCall } from "../../../calls/calls.ts";
import { rolesIn } from "../../../cases/staff.ts";
import { approveRun, isOwnRun, sendRunBack } from "../../../payments/decide-run.ts";
import { markFormOf, readMark, sendBackForm } from "../../../payments/forms.ts";
import { markRun } from "../../../payments/mark-run.ts";
import { fileOf, loadRun } from "../../../payments/runs.ts";
import type { Head } from "../../../store/items.ts";
import type { Run } from "../../../store/run-item.ts";
import { type Answer, redirect } from "../../answers.ts";
import { drawRun, type RunWarning } from "../../parts/run.tsx";
import { readPost } from "../../posts.ts";
import { notFound, type Read, refused } from "../../refusal.ts";
import { type Typed, typedInto } from "../../typed.ts";
import { paths, type Work } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff, type StaffVisit } from "./guard.tsx";

interface RunVisit extends StaffVisit {
  readonly call: Head;
  readonly run: Run;
}

/** A page of one run; an unknown call or run is nothing to be found. */
const ofRun = (work: (visit: RunVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const call = await loadCall(visit.house, visit.at("id"));
    const number = /^[1-9]\d{0,5}$/.test(visit.at("run")) ? Number(visit.at("run")) : undefined;
    const run = call && number !== undefined ? await loadRun(visit.house, call, number) : undefined;
    return call && run ? work({ ...visit, call, run }) : refusalPage(visit.request, notFound);
  });

const isFinance = ({ call, member }: RunVisit): boolean => rolesIn(call, member).has("finance");

const isOwn = ({ call, run, member }: RunVisit): boolean => isOwnRun(call, run, member);

/** One run: its payments, who prepared and decided it, and what its reader may do with it. */
export const showRun = ofRun((visit) => draw(visit));

const draw = (
  visit: RunVisit,
  more: {
    readonly warning?: RunWarning;
    readonly values?: Typed;
    readonly errors?: readonly FieldError[];
  } = {},
): Promise<Answer> =>
  drawRun(visit.view, { run: visit.run, isFinance: isFinance(visit), isOwn: isOwn(visit), ...more });

/** Says why nothing was done, on the page as the run is by now. */
const refuse = async (visit: RunVisit, warning: RunWarning): Promise<Answer> => {
  const run = await loadRun(visit.house, visit.call, visit.run.number);
  return draw({ ...visit, run: run ?? visit.run }, { warning });
};

const here = ({ run }: RunVisit): Answer => redirect(paths.paymentRun(run.callId, run.number));

/** Finance approves a run that somebody else prepared. */
export const takeApproval = ofRun(async (visit) => {
  const { outcome } = await approveRun(visit.house, visit.call, visit.run, visit.member);
  return outcome === "approved" || outcome === "sentBack" ? here(visit) : refuse(visit, outcome);
});

/** Sends a run back with a reason. */
export const takeReturn = ofRun(async (visit) => {
  const read = readForm(visit, sendBackForm);
  if (read.outcome === "refused") return refusalPage(visit.request, read.refusal);
  if (visit.run.status !== "prepared") return refuse(visit, "decidedBefore");
  const parsed = parseAnswer(sendBackForm, read.value);
  if (parsed.outcome === "invalid") return draw(visit, { values: read.value, errors: parsed.errors });
  const { reason } = parsed.value.values;
  const { outcome } = await sendRunBack(visit.house, visit.call, visit.run, visit.member, reason);
  return outcome === "sentBack" || outcome === "approved" ? here(visit) : refuse(visit, outcome);
});

/** Finance marks an approved run as paid on a day. */
export const takeMark = ofRun(async (visit) => {
  const markForm = markFormOf(visit.run);
  const read = readForm(visit, markForm);
  if (read.outcome === "refused") return refusalPage(visit.request, read.refusal);
  if (visit.run.status !== "approved") return refuse(visit, "notApproved");
  const parsed = parseAnswer(markForm, read.value);
  if (parsed.outcome === "invalid") return draw(visit, { values: read.value, errors: parsed.errors });
  const { paidOn, returned } = readMark(visit.run, parsed.value.values);
  const { outcome } = await markRun(visit.house, visit.call, visit.run, visit.member, paidOn, returned);
  return outcome === "marked" ? here(visit) : refuse(visit, outcome);
});

function readForm({ request }: RunVisit, form: Form): Read<Typed> {
  const post = readPost(request);
  return post.outcome === "refused"
    ? refused(post.refusal)
    : typedInto(form, Object.keys(form.fields), post.value);
}

/** The file for the bank of an approved run, for finance; it is the same each time it is taken. */
export const downloadRun = ofRun(async (visit) => {
  const { run } = visit;
  const body = fileOf(run);
  if (body === undefined) return refuse(visit, "notApproved");
  if (!isFinance(visit)) return refuse(visit, "notTheirs");
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "content-disposition": `attachment; filename="payments-${run.callId}-${run.number}.xml"`,
    },
    body,
  };
});
