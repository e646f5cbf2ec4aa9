import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { approveRun, isOwnRun, sendRunBack } from "../payments/decide-run.ts";
import {
  markFormOf,
  readMark,
  readReturned,
  returnedFormOf,
  returnedPrefix,
  sendBackForm,
} from "../payments/forms.ts";
import { isMarkable, markRun, noteReturned } from "../payments/mark-run.ts";
import { hasFile } from "../payments/run-file.ts";
import { loadRun, mostAtOnce } from "../payments/runs.ts";
import { transfersNamed, transfersOf } from "../payments/transfers.ts";
import type { Head } from "../store/items.ts";
import type { Run, RunTransfer } from "../store/run-item.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { fromCursor } from "../web/from-cursor.ts";
import { type Post, readPost } from "../web/posts.ts";
import { notFound, type Refusal } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import type { Work } from "../web/visit.ts";
import { giveFile } from "./files.tsx";
import { forStaff, type StaffVisit } from "./guard.ts";
import { drawRun, type RunWarning } from "./parts/run.tsx";

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

/** One run: a page of its payments, who prepared and decided it, and what its reader may do with it. */
export const showRun = ofRun((visit) => draw(visit));

interface Drawn {
  readonly warning?: RunWarning;
  readonly values?: Typed;
  readonly errors?: readonly FieldError[];
  /** The payments that a form which is shown again speaks of. */
  readonly transfers?: readonly RunTransfer[];
}

async function draw(visit: RunVisit, { transfers, ...more }: Drawn = {}): Promise<Answer> {
  const after = visit.request.query.get("after") ?? undefined;
  const shown = transfers ? { transfers } : await pageAt(visit, after);
  return drawRun(visit.view, {
    run: visit.run,
    callTitle: summaryOf(visit.call, visit.house.clock.now()).title[visit.view.language],
    isFinance: isFinance(visit),
    isOwn: isOwn(visit),
    after,
    ...shown,
    ...more,
  });
}

const pageAt = ({ house, run }: RunVisit, after: string | undefined) =>
  fromCursor((from) => transfersOf(house, run, { limit: mostAtOnce, after: from }), after);

/** Says why nothing was done, on the page as the run is by now. */
const refuse = async (visit: RunVisit, warning: RunWarning): Promise<Answer> => {
  const run = await loadRun(visit.house, visit.call, visit.run.number);
  return draw({ ...visit, run: run ?? visit.run }, { warning });
};

const here = ({ run }: RunVisit): Answer => redirect(paths.paymentRun(run.callId, run.number));

/** Finance approves a run that somebody else prepared. */
export const takeApproval = ofRun(async (visit) => {
  const { outcome } = await approveRun(visit.house, visit.call, visit.run, visit.member);
  switch (outcome) {
    case "approved":
    case "approving":
    case "sentBack":
      return here(visit);
    default:
      return refuse(visit, outcome);
  }
});

/** Sends a run back with a reason. */
export const takeReturn = ofRun(async (visit) => {
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const read = typed(sendBackForm, post.value);
  if (read.outcome === "refused") return refusalPage(visit.request, read.refusal);
  if (visit.run.status !== "prepared" && visit.run.status !== "sentBack")
    return refuse(visit, "decidedBefore");
  const parsed = parseAnswer(sendBackForm, read.value);
  if (parsed.outcome === "invalid")
    return visit.run.status === "prepared"
      ? draw(visit, { values: read.value, errors: parsed.errors })
      : refuse(visit, "decidedBefore");
  const { reason } = parsed.value.values;
  const { outcome } = await sendRunBack(visit.house, visit.call, visit.run, visit.member, reason);
  switch (outcome) {
    case "approved":
    case "approving":
    case "sentBack":
      return here(visit);
    default:
      return refuse(visit, outcome);
  }
});

/** Finance marks an approved run as paid on a day. */
export const takeMark = ofRun((visit) =>
  withNamed(visit, markFormOf, async (transfers, values) => {
    const { paidOn, returned } = readMark(transfers, values);
    const { outcome } = await markRun(visit.house, visit.call, visit.run, visit.member, paidOn, returned);
    return outcome === "marked" ? here(visit) : refuse(visit, outcome);
  }),
);

/** Finance says of some payments of an approved run what the bank returned, before it marks the run. */
export const takeReturned = ofRun((visit) =>
  withNamed(visit, returnedFormOf, async (transfers, values) => {
    const said = readReturned(transfers, values);
    const { outcome } = await noteReturned(visit.house, visit.call, visit.run, visit.member, said);
    if (outcome !== "noted") return refuse(visit, outcome === "notTheirs" ? outcome : "notApproved");
    const { search } = new URL(`http://localhost/?${visit.request.query}`);
    return redirect(`${paths.paymentRun(visit.run.callId, visit.run.number)}${search}`);
  }),
);

/** Reads what is said of the payments of an approved run that a form names; what cannot be read is drawn again with its faults. */
async function withNamed(
  visit: RunVisit,
  formOf: (transfers: readonly RunTransfer[]) => Form,
  work: (transfers: readonly RunTransfer[], values: Readonly<Record<string, unknown>>) => Promise<Answer>,
): Promise<Answer> {
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  if (visit.run.status !== "approved" && visit.run.status !== "marked") return refuse(visit, "notApproved");
  const transfers = await namedIn(visit, post.value);
  const form = formOf(transfers);
  const read = typed(form, post.value);
  if (read.outcome === "refused") return refusalPage(visit.request, read.refusal);
  const parsed = parseAnswer(form, read.value, dayAt(visit.house.clock.now()));
  if (parsed.outcome === "invalid")
    return isMarkable(visit.run)
      ? draw(visit, { values: read.value, errors: parsed.errors, ...again(visit, transfers) })
      : refuse(visit, "notApproved");
  return work(transfers, parsed.value.values);
}

/** The payments that a form names; those of a form that names none are the first of the run. */
async function namedIn({ house, run }: RunVisit, post: Post): Promise<readonly RunTransfer[]> {
  const ids = [...post.keys()].flatMap((name) =>
    name.startsWith(returnedPrefix) ? [name.slice(returnedPrefix.length)] : [],
  );
  return transfersNamed(house, run, ids.slice(0, mostAtOnce));
}

const again = ({ run }: RunVisit, transfers: readonly RunTransfer[]): Pick<Drawn, "transfers"> =>
  run.transfers > mostAtOnce && transfers.length > 0 ? { transfers } : {};

const typed = (
  form: Form,
  post: Post,
):
  | { readonly outcome: "read"; readonly value: Typed }
  | { readonly outcome: "refused"; readonly refusal: Refusal } =>
  typedInto(form, Object.keys(form.fields), post);

/** The file for the bank of an approved run, for finance; it is the same each time it is taken. */
export const downloadRun = ofRun(async (visit) => {
  const { run, view } = visit;
  if (!hasFile(run)) return refuse(visit, "notApproved");
  if (!isFinance(visit)) return refuse(visit, "notTheirs");
  return giveFile(visit, {
    callId: run.callId,
    kind: "payments",
    format: "xml",
    language: view.language,
    said: String(run.number),
  });
});
