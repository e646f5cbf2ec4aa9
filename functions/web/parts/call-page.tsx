import type { ComponentChildren } from "preact";
import * as z from "zod";
import { callTexts } from "../../../workflows/kernel/call-texts.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { CallSummary } from "../../calls/calls.ts";
import type { Messages } from "../../reading/messages.ts";
import type { View } from "../view.ts";
import { countryIn, periodIn } from "./facts.tsx";
import { SummaryList } from "./summary.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

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
      <Places data={data} view={view} words={words} />
      <Offers offers={process.call?.offers?.(data ?? {}, language) ?? []} view={view} />
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

const offering = z.object({
  places: z.record(z.string(), z.number()),
  hosts: z
    .record(
      z.string(),
      z.object({ institution: z.string(), town: z.string(), starts: z.string(), ends: z.string() }),
    )
    .optional(),
});

/** What else a call offers, by its process. */
function Offers({ offers, view: { ui } }: { readonly offers: readonly Offer[]; readonly view: View }) {
  if (offers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("call.offers")}</h2>
      {offers.map(({ title, lines }) => (
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

interface Offer {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Where the places are, for calls that hand out places. */
function Places({
  data,
  view,
  words,
}: {
  readonly data: unknown;
  readonly view: View;
  readonly words: Messages;
}) {
  const read = offering.safeParse(data);
  if (!read.success) return null;
  const { ui } = view;
  const { places, hosts = {} } = read.data;
  const total = Object.values(places).reduce((sum, count) => sum + count, 0);
  return (
    <DataTable
      caption={ui.say("call.places.caption")}
      stacks
      columns={columnsIn(ui, "call.country", "call.host", "call.dates", "call.places")}
    >
      <Rows>
        {Object.entries(places).map(([country, count]) => {
          const host = hosts[country];
          return (
            <tr class="govuk-table__row" key={country}>
              <th scope="row" class="govuk-table__header">
                {countryIn(words, country)}
              </th>
              <td class="govuk-table__cell" data-label={ui.say("call.host")}>
                {host ? `${host.institution}, ${host.town}` : ""}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("call.dates")}>
                {host ? periodIn(ui, host.starts, host.ends) : ""}
              </td>
              <td class="govuk-table__cell kelias-together">{ui.say("call.places.count", { count })}</td>
            </tr>
          );
        })}
      </Rows>
      <tfoot>
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header" colSpan={3}>
            {ui.say("call.places.total")}
          </th>
          <td class="govuk-table__cell kelias-together">{ui.say("call.places.count", { count: total })}</td>
        </tr>
      </tfoot>
    </DataTable>
  );
}

/** What is asked in one short page takes no half an hour. */
const isShort = (form: Form | undefined): boolean =>
  form !== undefined && form.pages.length === 1 && Object.keys(form.fields).length <= 8;

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
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("call.need.title")}</h2>
      <p class="govuk-body">{ui.say(isShort(form) ? "call.need.minutes" : "call.need.time")}</p>
      <p class="govuk-body">{ui.say("call.need.list")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {form?.pages.map(({ id }) => (
          <li key={id}>{words.maybe(`${form.id}.page.${id}`) ?? words.say(`${form.id}.title`)}</li>
        ))}
      </ul>
      {children}
    </>
  );
}
