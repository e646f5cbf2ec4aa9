import type { ComponentChildren } from "preact";
import { processOf } from "../../workflows/catalogue.ts";
import { printAmount, printTime } from "../../workflows/kernel/facts/print.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { paths } from "../addresses/paths.ts";
import { type CallSummary, summaryOf } from "../calls/calls.ts";
import { coordinatesSome } from "../calls/rights.ts";
import { readFigures } from "../lines/figures.ts";
import { moneyOf } from "../numbers/money.ts";
import type { UiKey } from "../reading/ui.ts";
import { callsReadBy } from "../search/search.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Head } from "../store/items.ts";
import { page } from "../web/page.ts";
import { CallState, FamilySign } from "../web/parts/signs.tsx";
import { DataTable, Rows } from "../web/parts/table.tsx";
import type { View } from "../web/view.ts";
import { forStaff } from "./guard.ts";

/** One of the calls, with what its figures say. */
interface Told {
  readonly head: Head;
  readonly call: CallSummary;
  readonly process: Process;
  readonly figures: Figures;
}

interface Column {
  readonly label: UiKey;
  readonly isNumeric?: boolean;
  readonly of: (told: Told, view: View) => ComponentChildren;
}

interface Section {
  readonly title: UiKey;
  /** Where a call's own page of this is. */
  readonly href: (id: string) => string;
  readonly columns: readonly Column[];
  /** Of which calls there is anything to say. */
  readonly isOf?: (told: Told) => boolean;
}

const numeric = (label: UiKey, of: (told: Told, view: View) => number | string): Column => ({
  label,
  isNumeric: true,
  of,
});

const goingOn = ({ figures }: Told): number =>
  figures.stages.reduce((sum, { ended, count }) => sum + (ended ? 0 : count), 0);
const amount = (cents: number | undefined, { language }: View): string =>
  cents === undefined ? "–" : printAmount(cents, language);
const budgetOf = ({ process, head }: Told): number | undefined => process.money?.budget(head.data ?? {});

const sections = {
  calls: {
    title: "menu.calls",
    href: paths.consoleCall,
    columns: [
      { label: "over.state", of: ({ call }, { ui }) => <CallState state={call.state} ui={ui} /> },
      { label: "call.closes", of: ({ call }, { language }) => printTime(call.closesAt, language) },
      numeric("over.goingOn", goingOn),
      numeric("over.all", ({ figures }) => figures.cases),
    ],
  },
  cases: {
    title: "menu.cases",
    href: paths.casesOfCall,
    columns: [
      numeric("over.goingOn", goingOn),
      numeric("over.ended", (told) => told.figures.cases - goingOn(told)),
      numeric("over.all", ({ figures }) => figures.cases),
    ],
  },
  money: {
    title: "menu.money",
    href: paths.paymentRuns,
    isOf: ({ process }) => process.money !== undefined,
    columns: [
      numeric("ledger.budget", (told, view) => amount(budgetOf(told), view)),
      numeric("ledger.committed", ({ figures }, view) => amount(figures.sums.committed, view)),
      numeric("over.paid", ({ figures }, view) => amount(moneyOf(figures).paid, view)),
      numeric("ledger.toPay", ({ figures }, view) => amount(figures.sums.toPay, view)),
      numeric("over.asked", ({ figures }) => figures.asked),
    ],
  },
  groups: {
    title: "menu.groups",
    href: paths.groups,
    isOf: ({ process }) => process.groups !== undefined,
    columns: [
      numeric("over.groups", ({ figures }) => figures.groups.length),
      numeric("over.alone", ({ figures }) => figures.alone.reduce((sum, { count }) => sum + count, 0)),
      numeric("over.outdated", ({ figures }) => figures.outdated),
    ],
  },
  documents: {
    title: "menu.documents",
    href: paths.documentsOfCall,
    columns: [{ label: "over.state", of: ({ call }, { ui }) => <CallState state={call.state} ui={ui} /> }],
  },
  numbers: {
    title: "menu.numbers",
    href: paths.numbers,
    columns: [
      numeric("over.all", ({ figures }) => figures.cases),
      numeric("over.goingOn", goingOn),
      { label: "over.asOf", of: ({ figures }, { language }) => printTime(figures.at, language) },
    ],
  },
} as const satisfies Readonly<Record<string, Section>>;

/** One part of every call that a member of the staff may read, a line each, with the way into the call. */
export const showOverCalls = (name: keyof typeof sections) =>
  forStaff(async ({ house, view, member }) => {
    const { ui } = view;
    const section: Section = sections[name];
    const now = house.clock.now();
    const told = await Promise.all(
      (await callsReadBy(house, member)).map(async (head) => {
        const call = summaryOf(head, now);
        const [process, { figures }] = await Promise.all([
          processOf(call.process),
          readFigures(house, call.id),
        ]);
        return { head, call, process, figures };
      }),
    );
    const shown = told.filter((one) => section.isOf?.(one) ?? true);
    // Groups that others join are calls too; there are many, and whoever looks for one knows its call.
    const [listed, unlisted] = [
      shown.filter(({ call }) => !call.isUnlisted),
      shown.filter(({ call }) => call.isUnlisted),
    ];
    return page(view, {
      title: ui.say(section.title),
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{ui.say(section.title)}</h1>
          {name === "calls" && (await coordinatesSome(house, member)) ? (
            <p class="govuk-body">
              <a class="govuk-link" href={paths.newCall()}>
                {ui.say("newCall.title")}
              </a>
            </p>
          ) : null}
          {name === "numbers" ? (
            <p class="govuk-body-l">
              <a class="govuk-link" href={paths.monitoring()}>
                {ui.say("monitoring.title")}
              </a>
            </p>
          ) : null}
          {name === "documents" ? (
            <p class="govuk-body-l">
              <a class="govuk-link" href={paths.papersToSign()}>
                {ui.say("together.title")}
              </a>
            </p>
          ) : null}
          {shown.length === 0 ? <p class="govuk-body">{ui.say("over.none")}</p> : null}
          {listed.length > 0 ? <CallsTable told={listed} section={section} view={view} /> : null}
          {unlisted.length > 0 ? (
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                  {ui.say("over.unlisted", { count: unlisted.length })}
                </span>
              </summary>
              <div class="govuk-details__text">
                <CallsTable told={unlisted} section={section} view={view} />
              </div>
            </details>
          ) : null}
        </>
      ),
    });
  });

const CallsTable = ({
  told,
  section: { title, columns, href },
  view,
}: {
  readonly told: readonly Told[];
  readonly section: Section;
  readonly view: View;
}) => (
  <DataTable
    caption={view.ui.say(title)}
    captionSize="hidden"
    stacks
    columns={[
      { label: view.ui.say("console.filter.call") },
      ...columns.map(({ label, isNumeric = false }) => ({ label: view.ui.say(label), isNumeric })),
    ]}
  >
    <Rows>
      {told.map((one) => (
        <tr class="govuk-table__row" key={one.call.id}>
          <th scope="row" class="govuk-table__header">
            <FamilySign of={one.process.family} />
            <a class="govuk-link" href={href(one.call.id)}>
              {one.call.title[view.language]}
            </a>
          </th>
          {columns.map(({ label, isNumeric, of }) => (
            <td
              class={`govuk-table__cell${isNumeric ? " govuk-table__cell--numeric" : ""}`}
              key={label}
              data-label={view.ui.say(label)}
            >
              {of(one, view)}
            </td>
          ))}
        </tr>
      ))}
    </Rows>
  </DataTable>
);
