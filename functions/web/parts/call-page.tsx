import type { ComponentChildren } from "preact";
import * as z from "zod";
import { applicantOf } from "../../../workflows/kernel/applicant.ts";
import { callTexts } from "../../../workflows/kernel/call-texts.ts";
import { knownContact } from "../../../workflows/kernel/contact.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import type { TableRow } from "../../../workflows/kernel/paper.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { Offer } from "../../../workflows/kernel/told.ts";
import type { CallSummary } from "../../calls/calls.ts";
import type { Messages } from "../../reading/messages.ts";
import { tell, tellerWithoutCase } from "../../reading/tell.ts";
import type { View } from "../view.ts";
import { AtAGlance, CallBrief } from "./call-brief.tsx";
import { CallState } from "./signs.tsx";
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

/** What a call is and for whom, what is paid and on which conditions, how and when it is decided, whom to ask, and how to begin. */
export function CallPage({ process, call, data = {}, view, words, children }: CallPageProps) {
  const { ui, language } = view;
  const briefed = { process, call, data, view, words };
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-2">
        <CallState state={call.state} ui={ui} />
      </p>
      <span class="govuk-caption-l">{ui.say(`kinds.${applicantOf(process).is}`)}</span>
      <h1 class="govuk-heading-l">{call.title[language]}</h1>
      <p class="govuk-body-l">{words.say("brief.about")}</p>
      <AtAGlance {...briefed} />
      <About data={data} view={view} />
      <Tables process={process} data={data} view={view} words={words} />
      <OffersOf offers={process.call?.offers?.of(data) ?? []} view={view} words={words} />
      <CallBrief {...briefed} />
      <Contact data={data} view={view} />
      <Beginning process={process} call={call} view={view} words={words}>
        {children}
      </Beginning>
    </>
  );
}

type Said = Pick<CallPageProps, "data" | "view">;

const about = z.object({ about: callTexts.about });

/** What the coordinator wrote about the call. */
function About({ data, view: { ui, language } }: Said) {
  const said = about.safeParse(data).data?.about;
  if (!said) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("call.about")}</h2>
      <div class="govuk-body kelias-said">{said[language]}</div>
    </>
  );
}

const named = z.object({ contact: callTexts.contact });
const coordinated = z.object({ staff: z.object({ coordinator: knownContact }) });

/** Whom to ask: whoever the call names, and otherwise whoever coordinates it. */
function Contact({ data, view: { ui } }: Said) {
  const contact = named.safeParse(data).data?.contact;
  const { name, email } = contact ?? coordinated.safeParse(data).data?.staff.coordinator ?? {};
  if (email === undefined) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("call.contact")}</h2>
      <p class="govuk-body">
        {name},{" "}
        <a class="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
        {contact?.phone ? `, ${contact.phone}` : ""}
      </p>
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
