import type { ComponentChildren } from "preact";
import { type BriefPart, briefParts } from "../../../workflows/kernel/call-brief.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { CallSummary } from "../../calls/calls.ts";
import { roadIn } from "../../reading/kinds.ts";
import type { Messages } from "../../reading/messages.ts";
import { rowsUnder, tell, tellerWithoutCase } from "../../reading/tell.ts";
import type { View } from "../view.ts";
import { SummaryList, type SummaryRow } from "./summary.tsx";
import { DataTable, Rows } from "./table.tsx";

export interface Briefed {
  readonly process: Process;
  readonly call: CallSummary;
  readonly data: Readonly<Record<string, unknown>>;
  readonly view: View;
  readonly words: Messages;
}

const ofTimes = ({ call, view: { ui, language } }: Briefed): readonly SummaryRow[] => [
  { label: ui.say("call.opens"), value: printTime(call.opensAt, language) },
  { label: ui.say("call.closes"), value: printTime(call.closesAt, language) },
];

/** For whom a call is, until when one may apply, and how long all of it takes. */
export function AtAGlance(briefed: Briefed) {
  const { view, words } = briefed;
  return (
    <SummaryList
      rows={[
        { label: view.ui.say("kinds.who"), value: words.say("brief.who") },
        ...(briefed.process.application ? ofTimes(briefed) : []),
        { label: view.ui.say("kinds.lasts"), value: words.say("brief.lasts") },
      ]}
    />
  );
}

/** What is paid, on which conditions, how it is decided and when what happens: what the process says of it, part by part. */
export const CallBrief = (briefed: Briefed) => (
  <>
    {briefParts.map((part) => (
      <Part key={part} part={part} {...briefed} />
    ))}
  </>
);

function Part({ part, ...briefed }: Briefed & { readonly part: BriefPart }) {
  const { process, data, view, words } = briefed;
  const teller = tellerWithoutCase(words);
  const rows = rowsUnder("brief", process.call?.brief?.[part] ?? {}, data).map(({ label, value }) => ({
    label: tell(label, teller),
    value: tell(value, teller),
  }));
  const more = moreOf[part](briefed);
  if (rows.length === 0 && more === null) return null;
  return (
    <section id={part}>
      <h2 class="govuk-heading-m">{view.ui.say(`call.${part}`)}</h2>
      {rows.length > 0 ? <SummaryList rows={rows} /> : part === "pays" ? more : null}
      {part === "pays" ? null : more}
    </section>
  );
}

/** What every page tells of a part beside what its process says. */
const moreOf: Readonly<Record<BriefPart, (briefed: Briefed) => ComponentChildren>> = {
  pays: ({ view: { ui } }) => <p class="govuk-body">{ui.say("call.pays.none")}</p>,
  conditions: () => null,
  criteria: (briefed) =>
    briefed.process.reviews || briefed.process.selects ? (
      <>
        <Criteria {...briefed} />
        <Order {...briefed} />
      </>
    ) : null,
  timetable: ({ process, view: { ui }, words }) => (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{ui.say("call.road")}</span>
      </summary>
      <div class="govuk-details__text">
        <ol class="govuk-list govuk-list--number">
          {roadIn(process, words).map((stop) => (
            <li key={stop}>{stop}</li>
          ))}
        </ol>
      </div>
    </details>
  ),
};

/** By what reviewers score, and how much of the whole each criterion is. */
function Criteria({ process: { reviews }, data, view: { ui, language } }: Briefed) {
  if (!reviews?.panel(data)) return null;
  const criteria = reviews.criteria(data);
  if (criteria.length === 0) return <p class="govuk-body">{ui.say("call.criteria.whole")}</p>;
  const columns = (["criterion", "weight", "best"] as const).map((column) => ({
    label: ui.say(`call.criteria.${column}`),
  }));
  const [, weightOf, bestOf] = columns;
  return (
    <DataTable caption={ui.say("call.criteria.table")} stacks columns={columns}>
      <Rows>
        {criteria.map(({ title, weight, best }) => (
          <tr class="govuk-table__row" key={title.lt}>
            <th scope="row" class="govuk-table__header">
              {title[language]}
            </th>
            <td class="govuk-table__cell kelias-together" data-label={weightOf?.label}>
              {language === "lt" ? `${weight} %` : `${weight}%`}
            </td>
            <td class="govuk-table__cell" data-label={bestOf?.label}>
              {best}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** By which keys the ranking goes, the first first. */
function Order({ process: { selects }, view: { ui }, words }: Briefed) {
  if (!selects) return null;
  return (
    <>
      <p class="govuk-body">{ui.say("call.criteria.order")}</p>
      <ol class="govuk-list govuk-list--number">
        {selects.order.map(({ name }) => (
          <li key={name}>{words.say(`key.${name}`)}</li>
        ))}
      </ol>
    </>
  );
}
