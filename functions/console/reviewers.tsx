import { processOf } from "../../workflows/catalogue.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import {
  type ReviewerWork,
  type Reviewing,
  reviewing,
  reviewingOf,
  reviewsOf,
} from "../cases/people/reviewing.ts";
import { isAtOnce, lastFinding } from "../findings/ask.ts";
import { labelOf } from "../reading/asked.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages } from "../reading/messages.ts";
import { wordsOf } from "../reading/process-words.ts";
import type { Ui } from "../reading/ui.ts";
import { idOf } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { CaseLink } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { questionOf } from "./findings.ts";
import { forStaff } from "./guard.ts";
import { FindingState, ShownOf } from "./parts/finding.tsx";

/** How the reviews of a call are shared out, who is harsh or lenient, for whom nobody can be asked, and what is hidden. */
export const showReviewers = forStaff(async (visit) => {
  const { house, request, view, at } = visit;
  const head = await loadCall(house, at("id"));
  if (!head || !(await reviewsOf(head))) return refusalPage(request, notFound);
  const { ui } = view;
  const question = questionOf(visit, head.callId, "reviewers");
  const isSmall = await isAtOnce(house, head.callId, "reviewers");
  const finding = isSmall ? undefined : await lastFinding(house, question, reviewing);
  const found = isSmall ? await reviewingOf(house, head.callId) : finding?.found;
  return page(view, {
    title: ui.say("reviewers.title"),
    back: paths.consoleCall(head.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(head, house.clock.now()).title[view.language]}</span>
        <h1 class="govuk-heading-l">{ui.say("reviewers.title")}</h1>
        {finding ? (
          <FindingState question={question} finding={finding} here={request.path} view={view} />
        ) : null}
        {found ? (
          <>
            <WorkTable reviewers={found.reviewers} ui={ui} />
            <p class="govuk-body">{ui.say("reviewers.against.text")}</p>
            {found.process === undefined ? null : (
              <Unassigned found={found.unassigned} words={await wordsOf(found.process, view)} view={view} />
            )}
            {await hidden(found, view)}
          </>
        ) : null}
      </>
    ),
  });
});

function WorkTable({ reviewers, ui }: { readonly reviewers: readonly ReviewerWork[]; readonly ui: Ui }) {
  return (
    <DataTable
      caption={ui.say("reviewers.work")}
      columns={[
        ...columnsIn(ui, "reviewers.name"),
        ...columnsIn(
          ui,
          "reviewers.open",
          "reviewers.reviewed",
          "reviewers.limit",
          "reviewers.conflicts",
          "reviewers.silent",
        ).map((column) => ({ ...column, isNumeric: true })),
        ...columnsIn(ui, "reviewers.against"),
      ]}
    >
      <Rows>
        {reviewers.map(({ name, email, open, reviewed, limit, conflicts, silent, against }) => (
          <tr class="govuk-table__row" key={email}>
            <th scope="row" class="govuk-table__header">
              {name}
            </th>
            {[open, reviewed, limit ?? "–", conflicts, silent].map((count, index) => (
              <td
                class="govuk-table__cell govuk-table__cell--numeric"
                key={["open", "done", "limit", "conflict", "silent"][index]}
              >
                {count}
              </td>
            ))}
            <td class="govuk-table__cell">{against ? toldOf(against, ui) : "–"}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** By less than a point nobody is harsh or lenient. */
function toldOf({ difference, over }: NonNullable<ReviewerWork["against"]>, ui: Ui): string {
  const points = Math.abs(difference)
    .toFixed(1)
    .replace(".", ui.language === "lt" ? "," : ".");
  const how = difference <= -1 ? "harsher" : difference >= 1 ? "milder" : "even";
  return ui.say(`reviewers.against.${how}`, { points, over });
}

interface UnassignedProps {
  readonly found: Reviewing["unassigned"];
  readonly words: Messages;
  readonly view: View;
}

function Unassigned({ found, words, view }: UnassignedProps) {
  const { ui } = view;
  if (found.count === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("reviewers.unassigned")}</h2>
      <ShownOf shown={found.some.length} count={found.count} view={view} />
      {found.some.map(({ ref, why }) => (
        <details class="govuk-details" key={ref} open>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{codeOf(ref)}</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              {why.map(({ name, why: obstacle }) => (
                <li key={name}>
                  {name}: {words.say(`obstacle.${obstacle}`)}
                </li>
              ))}
            </ul>
            <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
              {ui.say("reviewers.case")}
            </a>
          </div>
        </details>
      ))}
    </>
  );
}

/** What reviewers do not see, by its labels; attachments that would tell who applies are named case by case. */
async function hidden({ process, attached }: Reviewing, view: View) {
  const { ui } = view;
  const form = process === undefined ? undefined : (await processOf(process)).application;
  if (process === undefined || !form) return null;
  const words = await wordsOf(process, view);
  const identifying = Object.entries(form.fields).filter(([, field]) => field.identifying);
  const files = attached.some.flatMap(({ ref, fields }) =>
    fields.map((name) => ({ ref, label: labelOf({ form, words }, name) })),
  );
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("reviewers.hidden")}</h2>
      <p class="govuk-body">
        {ui.say("reviewers.hidden.text", {
          labels: identifying.map(([name]) => labelOf({ form, words }, name)).join("; "),
        })}
      </p>
      {files.length === 0 ? null : (
        <>
          <p class="govuk-body">{ui.say("reviewers.hidden.files")}</p>
          <ShownOf shown={attached.some.length} count={attached.count} view={view} />
          <ul class="govuk-list govuk-list--bullet">
            {files.map(({ ref, label }) => (
              <li key={`${ref} ${label}`}>
                <CaseLink case={ref} />: {label} (
                <a class="govuk-link" href={paths.corrections(idOf(ref))}>
                  {ui.say("reviewers.hidden.copy")}
                  <span class="govuk-visually-hidden"> {codeOf(ref)}</span>
                </a>
                )
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
