import { loadCall } from "../../../calls/calls.ts";
import { type ReviewerWork, type Reviewing, reviewingOf } from "../../../cases/reviewing.ts";
import { entryItem } from "../../../store/items.ts";
import { idOf } from "../../../store/keys.ts";
import { callTitle } from "../../case-words.ts";
import { codeOf } from "../../codes.ts";
import { wordsOf } from "../../drafts.ts";
import { labelOf } from "../../parts/asked.ts";
import { columnsIn, DataTable, Rows } from "../../parts/table.tsx";
import { notFound } from "../../refusal.ts";
import type { Ui } from "../../ui.ts";
import { page, type View } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff } from "./guard.tsx";

/** How the reviews of a call are shared out, who is harsh or lenient, for whom nobody can be asked, and what is hidden. */
export const showReviewers = forStaff(async ({ house, request, view, at }) => {
  const head = await loadCall(house, at("id"));
  const entries = head ? await house.table.query(head.pk, "entry#") : [];
  const refs = entries.map((item) => entryItem.parse(item).ref);
  const reviewing = head ? await reviewingOf(house, head.callId, refs) : undefined;
  if (!head || !reviewing) return refusalPage(request, notFound);
  const { ui } = view;
  const [some] = reviewing.cases;
  return page(view, {
    title: ui.say("reviewers.title"),
    back: paths.consoleCall(head.callId),
    wide: true,
    body: (
      <>
        {some ? <span class="govuk-caption-l">{callTitle(some, view.language)}</span> : null}
        <h1 class="govuk-heading-l">{ui.say("reviewers.title")}</h1>
        <WorkTable reviewers={reviewing.reviewers} ui={ui} />
        <p class="govuk-body">{ui.say("reviewers.against.text")}</p>
        <Unassigned reviewing={reviewing} ui={ui} />
        {await hidden(reviewing, view)}
      </>
    ),
  });
});

function WorkTable({ reviewers, ui }: { readonly reviewers: readonly ReviewerWork[]; readonly ui: Ui }) {
  return (
    <DataTable
      caption={ui.say("reviewers.work")}
      columns={columnsIn(
        ui,
        "reviewers.name",
        "reviewers.open",
        "reviewers.reviewed",
        "reviewers.limit",
        "reviewers.conflicts",
        "reviewers.silent",
        "reviewers.against",
      )}
    >
      <Rows>
        {reviewers.map(({ name, email, open, reviewed, limit, conflicts, silent, against }) => (
          <tr class="govuk-table__row" key={email}>
            <th scope="row" class="govuk-table__header">
              {name}
            </th>
            {[open, reviewed, limit ?? "–", conflicts, silent].map((count, index) => (
              <td
                class="govuk-table__cell kelias-figures"
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

function Unassigned({ reviewing, ui }: { readonly reviewing: Reviewing; readonly ui: Ui }) {
  if (reviewing.unassigned.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("reviewers.unassigned")}</h2>
      {reviewing.unassigned.map(({ loaded, why }) => (
        <details class="govuk-details" key={loaded.head.pk} open>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{codeOf(loaded.head.pk)}</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              {why.map(({ name, why: obstacle }) => (
                <li key={name}>
                  {name}: {ui.say(`obstacle.${obstacle}`)}
                </li>
              ))}
            </ul>
            <a class="govuk-link" href={paths.consoleCase(idOf(loaded.head.pk))}>
              {ui.say("reviewers.case")}
            </a>
          </div>
        </details>
      ))}
    </>
  );
}

/** What reviewers do not see, by its labels; attachments that would tell who applies are named case by case. */
async function hidden({ cases }: Reviewing, view: View) {
  const { ui } = view;
  const [some] = cases;
  const form = some?.process.application;
  if (!some || !form) return null;
  const words = await wordsOf(some.process.id, view);
  const identifying = Object.entries(form.fields).filter(([, field]) => field.identifying);
  const files = identifying.filter(([, { kind }]) => kind === "file").map(([name]) => name);
  const attached = cases.flatMap((loaded) =>
    files
      .filter((name) => typeof loaded.file.application[name] === "string")
      .map((name) => ({ ref: loaded.head.pk, label: labelOf({ form, words }, name) })),
  );
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("reviewers.hidden")}</h2>
      <p class="govuk-body">
        {ui.say("reviewers.hidden.text", {
          labels: identifying.map(([name]) => labelOf({ form, words }, name)).join("; "),
        })}
      </p>
      {attached.length === 0 ? null : (
        <>
          <p class="govuk-body">{ui.say("reviewers.hidden.files")}</p>
          <ul class="govuk-list govuk-list--bullet">
            {attached.map(({ ref, label }) => (
              <li key={`${ref} ${label}`}>
                <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
                  {codeOf(ref)}
                </a>
                : {label}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
