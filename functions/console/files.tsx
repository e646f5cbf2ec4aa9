import * as z from "zod";
import { processOf } from "../../workflows/catalogue.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { makerOf } from "../exports/makers.ts";
import {
  fileKey,
  fileName,
  isSmall,
  longestPaper,
  longestWorkbook,
  mostAtOnce,
  orderedFile,
  orderFile,
} from "../exports/order.ts";
import type { House } from "../house.ts";
import { readFigures } from "../lines/figures.ts";
import { caseWords } from "../reading/case-words.ts";
import {
  type ExportItem,
  formatsOf,
  isList,
  type Ordered,
  ordered as orderedShape,
} from "../store/export-item.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Head } from "../store/items.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { readPost } from "../web/posts.ts";
import { noRight, notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { OrderFile, OrderFiles } from "./parts/order-file.tsx";

/** An address to fetch a file is good for so long: until the browser has begun. */
const linkMillis = 5 * 60_000;
/** A query holds no more text than that. */
const longestSaid = 2_000;

/**
 * The file itself where the call is small, otherwise the page on which it is ordered: asking for an address changes nothing.
 */
export async function giveFile(visit: StaffVisit, ordered: Ordered): Promise<Answer> {
  const { house, request } = visit;
  const call = await loadCall(house, ordered.callId);
  if (!call) return refusalPage(request, notFound);
  const { figures } = await readFigures(house, ordered.callId);
  if (await isQuick(house, ordered, figures))
    return (await fileAtOnce(house, ordered)) ?? refusalPage(request, notFound);
  if (!(await makerOf(house, ordered))) return refusalPage(request, notFound);
  const { ui } = visit.view;
  const body = isTooLong(ordered, figures) ? (
    <p class="govuk-body">{ui.say("files.paperTooLong", { count: longestPaper })}</p>
  ) : (
    <OrderFiles files={[ordered]} ui={ui} />
  );
  return draw(visit, call, ordered, body);
}

/** A run of payments is as long as itself, whatever its call is. */
async function isQuick(house: House, ordered: Ordered, figures: Figures): Promise<boolean> {
  if (ordered.kind !== "payments") return isSmall(figures);
  const { runOf } = await import("../exports/payments-file.ts");
  return ((await runOf(house, ordered))?.count ?? 0) <= mostAtOnce;
}

/** Who may read a list may have it as a file; payments to the bank are for finance alone. */
async function mayHave({ house, member }: StaffVisit, { kind, callId }: Ordered): Promise<boolean> {
  if (kind !== "payments") return true;
  const call = await loadCall(house, callId);
  return call !== undefined && rolesIn(call, member).has("finance");
}

/** A paper lists the cases that were ranked. */
const isTooLong = ({ format }: Ordered, { ranked }: Pick<Figures, "ranked">): boolean =>
  format === "pdf" && ranked > longestPaper;

async function fileAtOnce(house: House, ordered: Ordered): Promise<Answer | undefined> {
  const maker = await makerOf(house, ordered);
  if (!maker) return undefined;
  const headers = {
    "content-type": maker.type,
    "content-disposition": `${ordered.format === "pdf" ? "inline" : "attachment"}; filename="${fileName(ordered)}"`,
  };
  if (maker.how === "whole") {
    const body = Buffer.from(await maker.make(async () => undefined));
    if (maker.type.includes("charset=utf-8"))
      return { statusCode: 200, headers, body: body.toString("utf8") };
    return { statusCode: 200, headers, body: body.toString("base64"), isBase64Encoded: true };
  }
  let body = "";
  for await (const { text } of maker.pieces()) body += text;
  return { statusCode: 200, headers, body };
}

/** Orders a file and leads to the page where it will be. Whoever orders the same is led to the same. */
export const takeOrder = forStaff(async (visit) => {
  const { house, request, at } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const said = (name: string) => post.value.get(name)?.[0];
  const read = orderedShape.extend({ said: z.string().max(longestSaid) }).safeParse({
    callId: at("id"),
    kind: said("kind"),
    format: said("format"),
    language: said("language"),
    said: said("said") ?? "",
  });
  if (!read.success) return refusalPage(request, { status: 400, why: "malformed" });
  const ordered = read.data;
  if (!(await mayHave(visit, ordered))) return refusalPage(request, noRight);
  if (!formatsOf(ordered).includes(ordered.format))
    return refusalPage(request, { status: 400, why: "malformed" });
  const total = await lengthOf(house, ordered);
  if (total === "malformed") return refusalPage(request, { status: 400, why: "malformed" });
  if (!(await makerOf(house, ordered))) return refusalPage(request, notFound);
  const { figures } = await readFigures(house, ordered.callId);
  if ((ordered.format === "xlsx" && total > longestWorkbook) || isTooLong(ordered, figures))
    return refusalPage(request, { status: 413, why: "tooLarge" });
  return redirect(paths.file(ordered.callId, await orderFile(house, ordered, total)));
});

/** How many cases it takes to make a file; 0 where nobody counts. */
async function lengthOf(house: House, ordered: Ordered): Promise<number | "malformed"> {
  const { figures } = await readFigures(house, ordered.callId);
  switch (ordered.kind) {
    case "cases":
      return (await import("../exports/cases-file.ts")).lengthOfCases(ordered.said, figures);
    case "claim":
      return figures.funded;
    default:
      return 0;
  }
}

/** A file that was ordered: how far it has come, and the way to it when it is there. */
export const showFile = forStaff(async (visit) => {
  const { house, request, at, view } = visit;
  const call = await loadCall(house, at("id"));
  const file = call && (await orderedFile(house, at("id"), at("file")));
  if (!call || !file) return refusalPage(request, notFound);
  if (!(await mayHave(visit, file.ordered))) return refusalPage(request, noRight);
  const isUnderWay = file.status === "waiting" || file.status === "making";
  return draw(
    visit,
    call,
    file.ordered,
    <div data-module={isUnderWay ? "kelias-follow" : undefined}>
      <div role="status" aria-live="polite">
        <State file={file} id={at("file")} view={view} />
      </div>
    </div>,
  );
});

function State({ file, id, view }: { readonly file: ExportItem; readonly id: string; readonly view: View }) {
  const { ui, language } = view;
  const { ordered, status, done, total, endedAt, until } = file;
  const format = ordered.format.toUpperCase();
  const here = paths.file(ordered.callId, id);
  switch (status) {
    case "waiting":
    case "making":
      return (
        <>
          <p class="govuk-body-l">{ui.say(`files.${status}`)}</p>
          {total === 0 || status === "waiting" ? null : (
            <>
              <p class="govuk-body">{ui.say("files.progress", { done: Math.min(done, total), total })}</p>
              <progress
                class="kelias-progress"
                max={total}
                value={Math.min(done, total)}
                aria-hidden="true"
              />
            </>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={here}>
              {ui.say("files.refresh")}
            </a>
          </p>
        </>
      );
    case "ready":
      return (
        <>
          <p class="govuk-body-l">{ui.say("files.ready", { at: printTime(endedAt ?? "", language) })}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.fileContent(ordered.callId, id)} download>
              {ui.say("files.download", { format })}
            </a>
          </p>
          <p class="govuk-body">{ui.say("files.until", { until: printTime(until ?? "", language) })}</p>
          <OrderFile ordered={ordered} label={ui.say("files.again")} />
        </>
      );
    case "failed":
      return (
        <>
          <p class="govuk-body-l">{ui.say("files.failed")}</p>
          <OrderFile ordered={ordered} label={ui.say("files.again")} />
        </>
      );
  }
}

/** Leads to a file that is ready, for some minutes; whether its reader may have it is looked at each time. */
export const fetchFile = forStaff(async (visit) => {
  const { house, request, at } = visit;
  const file = await orderedFile(house, at("id"), at("file"));
  const now = house.clock.now();
  if (file?.status !== "ready" || file.until === undefined || isOver(file.until, now))
    return refusalPage(request, notFound);
  if (!(await mayHave(visit, file.ordered))) return refusalPage(request, noRight);
  const until = new Date(Date.parse(now) + linkMillis).toISOString();
  return redirect(
    await house.files.link(fileKey(file, at("file")), { name: fileName(file.ordered), now, until }),
  );
});

const backOf = ({ callId, kind, said }: Ordered): string => {
  switch (kind) {
    case "cases":
      return paths.casesOfCall(callId);
    case "claim":
      return paths.proof(callId);
    case "payments":
      return paths.paymentRun(callId, Number(said));
    default:
      return paths.consoleCall(callId);
  }
};

async function draw(
  { house, view }: StaffVisit,
  call: Head,
  ordered: Ordered,
  body: preact.JSX.Element,
): Promise<Answer> {
  const { kind } = ordered;
  const title = isList(kind)
    ? view.ui.say(`files.of.${kind}`)
    : (await caseWords({ process: await processOf(call.process) }, view.language)).say(`${kind}.title`);
  return page(view, {
    title,
    back: backOf(ordered),
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(call, house.clock.now()).title[view.language]}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {body}
      </>
    ),
  });
}
