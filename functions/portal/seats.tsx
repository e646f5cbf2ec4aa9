import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { closedTo } from "../../workflows/kernel/seats.ts";
import { paths } from "../addresses/paths.ts";
import type { Asked } from "../reading/asked.ts";
import { caseWords } from "../reading/case-words.ts";
import { type Came, come } from "../seats/come.ts";
import { comerOf } from "../seats/comer.ts";
import { type Opened, openedSeats } from "../seats/opened.ts";
import type { SeatCount } from "../store/seat-items.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

/** What somebody may register for, how many seats are left, and the form. */
export const showSeats: Work = async (visit) => {
  const opened = await openedSeats(visit.house, visit.at("id"));
  if (!opened) return refusalPage(visit.request, notFound);
  return drawSeats(visit, await viewOf(visit.request), opened);
};

async function drawSeats(
  visit: Visit,
  view: View,
  opened: Opened,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { ui, language } = view;
  const { count, loaded, seats, form } = opened;
  const title = seats.title(loaded.file);
  const about = seats.about?.(loaded.file);
  const words = await caseWords(loaded, language);
  const asked: Asked = { form, words, ui, values: typed, errors };
  const closed = closedFor(count, visit.house.clock.now());
  return page(view, {
    title,
    back: paths.call(loaded.head.callId),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{words.say("name")}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {about === undefined ? null : <div class="govuk-body kelias-said">{about}</div>}
        <SeatFacts view={view} opened={opened} />
        <Meetings view={view} opened={opened} />
        {closed ? (
          <p class="govuk-body">
            {ui.say(`seats.${closed}`, { time: printTime(count.terms.opensAt, language) })}
          </p>
        ) : (
          <TypedForm action={paths.seats(visit.at("id"))}>
            <h2 class="govuk-heading-m">{words.say(`${form.id}.title`)}</h2>
            <WholeForm asked={asked} />
            <SubmitButton label={ui.say("seats.register")} />
          </TypedForm>
        )}
      </>
    ),
  });
}

const closedFor = ({ closedAt, isCalledOff, terms }: SeatCount, now: string) =>
  isCalledOff ? "calledOff" : closedAt === undefined ? closedTo(terms, now) : "late";

/** When and where it is, and how many seats are left. */
export function SeatFacts({ view: { ui, language }, opened }: { view: View; opened: Opened }) {
  const { count, loaded, seats } = opened;
  const free = Math.max(0, count.capacity - count.taken);
  return (
    <SummaryList
      rows={[
        { label: ui.say("seats.starts"), value: printTime(count.terms.startsAt, language) },
        { label: ui.say("seats.place"), value: seats.place(loaded.file) },
        ...(count.closedAt === undefined
          ? [{ label: ui.say("seats.free"), value: ui.say("seats.count", { free, waiting: count.waiting }) }]
          : []),
      ]}
    />
  );
}

/** When those meet who meet several times, and at which of these somebody was. */
export function Meetings({
  view: { ui, language },
  opened,
  met = [],
}: {
  view: View;
  opened: Opened;
  met?: readonly number[] | undefined;
}) {
  const { meetings } = opened.count.terms;
  if (!meetings) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("seats.meetings")}</h2>
      <ol class="govuk-list govuk-list--number">
        {meetings.map(({ begins }, index) => (
          <li key={begins}>
            {printTime(begins, language)}
            {met.includes(index) ? ` – ${ui.say("seats.meetings.was")}` : ""}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Registers, and says at once whether there is a seat; the link to the registration goes to its address alone. */
export const takeSeat: Work = async (visit) => {
  const { house, request, at } = visit;
  const opened = await openedSeats(house, at("id"));
  if (!opened) return refusalPage(request, notFound);
  const { form } = opened;
  const post = readPost(request);
  const typed = post.outcome === "refused" ? post : typedInto(form, Object.keys(form.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const view = await viewOf(request);
  const parsed = parseAnswer(form, typed.value);
  if (parsed.outcome === "invalid") return drawSeats(visit, view, opened, typed.value, parsed.errors);
  const came = await come(
    house,
    opened.count.pk,
    comerOf(opened.loaded.process, parsed.value.values, view.language),
  );
  return drawCame(view, opened, came);
};

function drawCame(view: View, { loaded, seats, count }: Opened, { outcome }: Came): Promise<Answer> {
  const { ui, language } = view;
  const isIn = outcome === "registered" || outcome === "waiting";
  const title = ui.say(`seats.came.${outcome}`);
  const named = { event: seats.title(loaded.file), time: printTime(count.terms.opensAt, language) };
  return page(view, {
    title,
    back: paths.seats(loaded.head.pk.slice("case#".length)),
    status: isIn ? 200 : 409,
    body: (
      <>
        <div class={isIn ? "kelias-panel" : ""}>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class={isIn ? "" : "govuk-body"}>{ui.say(`seats.came.${outcome}.text`, named)}</p>
        </div>
      </>
    ),
  });
}
