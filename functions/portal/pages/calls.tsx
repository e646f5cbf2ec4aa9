import * as z from "zod";
import { processOf } from "../../../workflows/catalogue.ts";
import { printTime } from "../../../workflows/facts/print.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import { type CallSummary, listCalls, loadCall, summaryOf } from "../../calls/calls.ts";
import { wordsOf } from "../drafts.ts";
import type { Messages } from "../messages.ts";
import { countryIn, periodIn } from "../parts/facts.tsx";
import { PostForm, SubmitButton } from "../parts/form.tsx";
import { SummaryList } from "../parts/summary.tsx";
import { columnsIn, DataTable, Rows } from "../parts/table.tsx";
import { notFound } from "../refusal.ts";
import { page, type View, viewOf } from "../view.ts";
import { paths, type Work } from "../visit.ts";
import { refusalPage } from "./faults.tsx";

/** The calls that there are, those that can be applied to first. */
export const showHome: Work = async ({ house, request }) => {
  const view = await viewOf(request);
  const { ui } = view;
  const calls = (await listCalls(house)).filter(({ isUnlisted }) => !isUnlisted);
  const groups = (["open", "coming", "closed"] as const)
    .map((state) => ({ state, calls: calls.filter((call) => call.state === state) }))
    .filter((group) => group.calls.length > 0);
  return page(view, {
    title: ui.say("home.title"),
    body: (
      <>
        <h1 class="govuk-heading-xl">{ui.say("home.title")}</h1>
        <p class="govuk-body-l">{ui.say("home.lead")}</p>
        {groups.length === 0 ? <p class="govuk-body">{ui.say("home.none")}</p> : null}
        {groups.map(({ state, calls: listed }) => (
          <section key={state}>
            <h2 class="govuk-heading-m">{ui.say(`home.${state}`)}</h2>
            <ul class="kelias-calls">
              {listed.map((call) => (
                <li key={call.id}>
                  <a class="govuk-link govuk-!-font-weight-bold" href={paths.call(call.id)}>
                    {call.title[view.language]}
                  </a>
                  <span class="kelias-calls__when">{whenOf(view, call)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
};

function whenOf({ ui, language }: View, call: CallSummary): string {
  return call.state === "coming"
    ? ui.say("call.from", { time: printTime(call.opensAt, language) })
    : ui.say("call.until", { time: printTime(call.closesAt, language) });
}

/** What a call is about, when it can be applied to, and how to begin. */
export const showCall: Work = async ({ house, request, at }) => {
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const view = await viewOf(request);
  const { ui, language } = view;
  const call = summaryOf(head, house.clock.now());
  const words = await wordsOf(call.process, view);
  return page(view, {
    title: call.title[language],
    back: "/",
    body: (
      <>
        <strong class={`govuk-tag kelias-tag--${call.state}`}>{ui.say(`call.state.${call.state}`)}</strong>
        <h1 class="govuk-heading-l">{call.title[language]}</h1>
        <SummaryList
          rows={[
            { label: ui.say("call.opens"), value: printTime(call.opensAt, language) },
            { label: ui.say("call.closes"), value: printTime(call.closesAt, language) },
          ]}
        />
        <Places data={head.data} view={view} words={words} />
        <Offers
          offers={processOf(call.process).call?.offers?.(head.data ?? {}, language) ?? []}
          view={view}
        />
        <Beginning call={call} view={view} words={words} />
      </>
    ),
  });
};

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

function Beginning({
  call,
  view,
  words,
}: {
  readonly call: CallSummary;
  readonly view: View;
  readonly words: Messages;
}) {
  const { ui, language } = view;
  if (call.state !== "open") {
    const [key, instant] =
      call.state === "coming"
        ? (["call.notOpen", call.opensAt] as const)
        : (["call.over", call.closesAt] as const);
    return <p class="govuk-inset-text">{ui.say(key, { time: printTime(instant, language) })}</p>;
  }
  const form = processOf(call.process).application;
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
      <PostForm action={paths.startDraft(call.id)}>
        <SubmitButton label={ui.say("call.start")} />
      </PostForm>
    </>
  );
}
