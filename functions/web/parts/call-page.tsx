import type { ComponentChildren } from "preact";
import * as z from "zod";
import { callTexts } from "../../../workflows/kernel/call-texts.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import type { TableRow } from "../../../workflows/kernel/paper.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { Offer } from "../../../workflows/kernel/told.ts";
import type { CallSummary } from "../../calls/calls.ts";
import type { Messages } from "../../reading/messages.ts";
import { tell, tellerWithoutCase } from "../../reading/tell.ts";
import type { View } from "../view.ts";
import { SummaryList } from "./summary.tsx";
import { DataTable, Rows } from "./table.tsx";

interface CallPageProps {
  /** With which people apply. */
  readonly process: Process;
  readonly call: CallSummary;
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly view: View;
  readonly words: Messages;
  /** The button by which somebody begins an application. */
  readonly children: ComponentChildren;
}

/** What a call is about, when it can be applied to, and how to begin. */
export function CallPage({ process, call, data, view, words, children }: CallPageProps) {
  const { ui, language } = view;
  return (
    <>
      <strong class={`govuk-tag kelias-tag--${call.state}`}>{ui.say(`call.state.${call.state}`)}</strong>
      <h1 class="govuk-heading-l">{call.title[language]}</h1>
      <SummaryList
        rows={[
          { label: ui.say("call.opens"), value: printTime(call.opensAt, language) },
          { label: ui.say("call.closes"), value: printTime(call.closesAt, language) },
        ]}
      />
      <About data={data} view={view} />
      <Tables process={process} data={data} view={view} words={words} />
      <OffersOf offers={process.call?.offers?.of(data ?? {}) ?? []} view={view} words={words} />
      <Beginning process={process} call={call} view={view} words={words}>
        {children}
      </Beginning>
    </>
  );
}

const said = z.object({ about: callTexts.about, contact: callTexts.contact });

/** What the coordinator wrote about the call, and whom to ask. */
function About({ data, view: { ui, language } }: Pick<CallPageProps, "data" | "view">) {
  const { about, contact } = said.safeParse(data).data ?? {};
  return (
    <>
      {about ? (
        <>
          <h2 class="govuk-heading-m">{ui.say("call.about")}</h2>
          <div class="govuk-body kelias-said">{about[language]}</div>
        </>
      ) : null}
      {contact ? (
        <>
          <h2 class="govuk-heading-m">{ui.say("call.contact")}</h2>
          <p class="govuk-body">
            {contact.name},{" "}
            <a class="govuk-link" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
            {contact.phone ? `, ${contact.phone}` : ""}
          </p>
        </>
      ) : null}
    </>
  );
}

/** What else a call offers, by its process. */
function OffersOf({
  offers,
  view: { ui },
  words,
}: Pick<CallPageProps, "view" | "words"> & { readonly offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  const teller = tellerWithoutCase(words);
  const told = offers.map(({ title, lines }) => ({
    title: tell(title, teller),
    lines: lines.map((line) => tell(line, teller)),
  }));
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("call.offers")}</h2>
      {told.map(({ title, lines }) => (
        <section key={`${title} ${lines.join(" ")}`}>
          <h3 class="govuk-heading-s">{title}</h3>
          {lines.map((line) => (
            <p class="govuk-body kelias-said" key={line}>
              {line}
            </p>
          ))}
        </section>
      ))}
    </>
  );
}

/** The tables that the process says. */
function Tables({ process, data, view: { ui }, words }: Omit<CallPageProps, "call" | "children">) {
  const teller = tellerWithoutCase(words);
  return Object.entries(process.call?.tables ?? {}).map(([name, { columns, rows, total }]) => {
    const made = rows(data ?? {});
    if (made.length === 0) return null;
    const heads = columns.map((column) => ({ column, label: words.say(`call.${name}.${column}`) }));
    const cell = (row: TableRow, column: string): string => tell(row[column] ?? "", teller);
    const last = columns.at(-1);
    const classOf = (column: string) => `govuk-table__cell${column === last ? " kelias-together" : ""}`;
    return (
      <DataTable key={name} caption={words.say(`call.${name}.title`)} stacks columns={heads}>
        <Rows>
          {made.map((row, index) => (
            <tr class="govuk-table__row" key={index}>
              {heads.map(({ column, label }, place) =>
                place === 0 ? (
                  <th scope="row" class="govuk-table__header" key={column}>
                    {cell(row, column)}
                  </th>
                ) : (
                  <td class={classOf(column)} data-label={label} key={column}>
                    {cell(row, column)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </Rows>
        {total ? (
          <tfoot>
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header" colSpan={columns.length - 1}>
                {ui.say("call.total")}
              </th>
              <td class="govuk-table__cell kelias-together">{tell(total(data ?? {}), teller)}</td>
            </tr>
          </tfoot>
        ) : null}
      </DataTable>
    );
  });
}

/** What is asked in one short page takes no half an hour. */
const isShort = (form: Form): boolean => form.pages.length === 1 && Object.keys(form.fields).length <= 8;

function Beginning({ process, call, view, words, children }: Omit<CallPageProps, "data">) {
  const { ui, language } = view;
  if (call.state !== "open") {
    const [key, instant] =
      call.state === "coming"
        ? (["call.notOpen", call.opensAt] as const)
        : (["call.over", call.closesAt] as const);
    return <p class="govuk-inset-text">{ui.say(key, { time: printTime(instant, language) })}</p>;
  }
  const form = process.application;
  if (form === undefined) return <p class="govuk-inset-text">{ui.say("call.invited")}</p>;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("call.need.title")}</h2>
      <p class="govuk-body">{ui.say(isShort(form) ? "call.need.minutes" : "call.need.time")}</p>
      <p class="govuk-body">{ui.say("call.need.list")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {form.pages.map(({ id }) => (
          <li key={id}>{words.maybe(`${form.id}.page.${id}`) ?? words.say(`${form.id}.title`)}</li>
        ))}
      </ul>
      {children}
    </>
  );
}
