import { randomUUID } from "node:crypto";
import { addressField } from "../../workflows/kernel/applicant.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { email } from "../../workflows/kernel/field-kinds.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { opensDesk } from "../links.ts";
import type { Asked } from "../reading/asked.ts";
import { caseWords } from "../reading/case-words.ts";
import { checkIn, wasSeen } from "../seats/check-in.ts";
import { comerOf } from "../seats/comer.ts";
import { comersCalled, comersOf, idIn } from "../seats/comers.ts";
import { type Opened, openedSeats } from "../seats/opened.ts";
import { walkIn, walkInIdOf } from "../seats/walk-in.ts";
import { idOf } from "../store/keys.ts";
import type { Registration } from "../store/seat-items.ts";
import { type Answer, redirect } from "../web/answers.ts";
import versions from "../web/assets/versions.json" with { type: "json" };
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, PostForm, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { columnsIn, DataTable } from "../web/parts/table.tsx";
import { type Post, readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { SeatFacts } from "./seats.tsx";

/** What came of a scan or of somebody who was written down, as the page says it. */
const outcomes = ["inside", "already", "noSeat", "unknown", "closed", "full", "waited"] as const;
type Outcome = (typeof outcomes)[number];

async function openedDesk({ house, at }: Visit): Promise<Opened | undefined> {
  const opened = await openedSeats(house, at("id"));
  return opened && opensDesk(at("secret"), house.config.linkSecret, opened.count.pk) ? opened : undefined;
}

/** What is asked of whoever is written down: as of all who register, but for an address, which they may not have at hand. */
function walkInForm({ form }: Opened): Form {
  const fields = Object.fromEntries(
    Object.entries(form.fields)
      .filter(([, { kind }]) => kind !== "confirmation")
      .map(([name, field]) => [name, name === addressField ? email({ optional: true }) : field]),
  );
  return { ...form, fields, pages: [{ id: form.id, fields: Object.keys(fields) }] };
}

/** Where whoever holds an event checks people in: by camera, by the number under the code, by name; and writes down who has not registered. */
export const showDesk: Work = async (visit) => {
  const opened = await openedDesk(visit);
  return opened ? drawDesk(visit, opened, {}) : refusalPage(visit.request, notFound);
};

interface Written {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

async function drawDesk(visit: Visit, opened: Opened, { typed = {}, errors = [] }: Written): Promise<Answer> {
  const { house, request, at } = visit;
  const { loaded, count, seats } = opened;
  const view = await viewOf(request, loaded.head.language);
  const { ui } = view;
  const comers = await comersOf(house, count.pk);
  const words = await caseWords(loaded, view.language);
  const asked: Asked = { form: walkInForm(opened), words, ui, values: typed, errors };
  const here = paths.desk(at("id"), at("secret"));
  const title = ui.say("desk.title");
  const find = request.query.get("find")?.trim() ?? "";
  const isOpen = count.closedAt === undefined;
  const now = house.clock.now();
  const isIn = (one: Registration) => wasSeen(one, count, now);
  const inside = comers.filter(isIn);
  return page(view, {
    title,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <SaidOfLast view={view} comers={comers} />
        <span class="govuk-caption-l">{seats.title(loaded.file)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SeatFacts view={view} opened={opened} />
        <p class="govuk-body-l" id="desk-count">
          {ui.say("desk.count", { inside: inside.length, seated: seatedOf(comers).length })}
        </p>
        {isOpen ? (
          <>
            <Scanner view={view} api={paths.apiDesk(at("id"), at("secret"))} of={idOf(count.pk)} />
            <FindForm view={view} find={find} />
            {find === "" ? null : (
              <Matches view={view} here={here} matches={comersCalled(comers, find)} isIn={isIn} />
            )}
            <h2 class="govuk-heading-m">{ui.say("desk.walkIn")}</h2>
            {count.taken >= count.capacity && errors.length === 0 ? (
              <p class="govuk-body">{ui.say("desk.walkIn.full")}</p>
            ) : (
              <>
                <p class="govuk-body">{ui.say("desk.walkIn.text")}</p>
                <TypedForm action={here}>
                  <input type="hidden" name="key" value={randomUUID()} />
                  <FieldInputs asked={asked} names={Object.keys(asked.form.fields)} />
                  <SubmitButton label={ui.say("desk.walkIn.let")} />
                </TypedForm>
              </>
            )}
          </>
        ) : (
          <p class="govuk-body">{ui.say(count.isCalledOff ? "seats.calledOff" : "desk.closed")}</p>
        )}
        <Inside view={view} comers={inside} />
      </>
    ),
  });
}

const seatedOf = (comers: readonly Registration[]) => comers.filter(({ stand }) => stand === "registered");

/** What came of the last thing that was done here. */
function SaidOfLast({ view: { ui, request }, comers }: { view: View; comers: readonly Registration[] }) {
  const outcome = outcomes.find((known) => known === request.query.get("done"));
  if (!outcome) return null;
  const who = comers.find((one) => idIn(one) === request.query.get("who"))?.name ?? "";
  return (
    <div
      class={`govuk-notification-banner${outcome === "inside" ? " govuk-notification-banner--success" : ""}`}
      role="alert"
      aria-labelledby="desk-said"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="desk-said">
          {ui.say("desk.said")}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{ui.say(`desk.${outcome}`, { who })}</p>
      </div>
    </div>
  );
}

/** The camera, where there is one and scripts run; what it reads is kept by the phone until it is sent. */
function Scanner({ view: { ui }, api, of }: { view: View; api: string; of: string }) {
  const said = Object.fromEntries(
    (["inside", "already", "noSeat", "unknown", "closed"] as const).map((outcome) => [
      outcome,
      ui.say(`desk.${outcome}`, { who: "{who}" }),
    ]),
  );
  const texts = {
    ...said,
    waiting: ui.say("desk.waiting"),
    noCamera: ui.say("desk.noCamera"),
    read: ui.say("desk.read"),
  };
  return (
    <div
      data-module="kelias-desk"
      data-api={api}
      data-name={of}
      data-decoder={`/assets/scan.js?v=${versions.scan}`}
      data-texts={JSON.stringify(texts)}
    >
      <div class="kelias-scanner" hidden>
        <button
          type="button"
          class="govuk-button"
          data-on={ui.say("desk.scan")}
          data-off={ui.say("desk.scan.stop")}
        >
          {ui.say("desk.scan")}
        </button>
        <video class="kelias-scanner__picture" muted playsInline hidden aria-label={ui.say("desk.picture")} />
      </div>
      <p class="govuk-body govuk-!-font-weight-bold" role="status" />
      <p class="govuk-body" data-waiting aria-live="polite" hidden />
    </div>
  );
}

const FindForm = ({ view: { ui }, find }: { view: View; find: string }) => (
  <form method="get" data-desk-find>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--m" for="find">
        {ui.say("desk.find")}
      </label>
      <div id="find-hint" class="govuk-hint">
        {ui.say("desk.find.hint")}
      </div>
      <div class="kelias-search">
        <input
          class="govuk-input"
          id="find"
          name="find"
          type="text"
          value={find}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="find-hint"
        />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {ui.say("desk.find.find")}
        </button>
      </div>
    </div>
  </form>
);

interface Listed {
  readonly view: View;
  readonly here: string;
  readonly matches: readonly Registration[];
  readonly isIn: (one: Registration) => boolean;
}

function Matches({ view: { ui }, here, matches, isIn }: Listed) {
  if (matches.length === 0) return <p class="govuk-body">{ui.say("desk.noMatch")}</p>;
  return (
    <DataTable
      caption={ui.say("desk.matches", { count: matches.length })}
      columns={columnsIn(ui, "desk.number", "desk.name", "desk.stands")}
      stacks
    >
      <tbody class="govuk-table__body">
        {matches.map((one) => (
          <tr class="govuk-table__row" key={one.number}>
            <td class="govuk-table__cell" data-label={ui.say("desk.number")}>
              {one.number}
            </td>
            <th scope="row" class="govuk-table__header">
              {one.name}
            </th>
            <td class="govuk-table__cell" data-label={ui.say("desk.stands")}>
              {isIn(one) ? (
                ui.say("desk.isIn")
              ) : one.stand === "registered" ? (
                <PostForm action={here}>
                  <input type="hidden" name="registration" value={idIn(one)} />
                  <SubmitButton label={ui.say("desk.let", { who: one.name })} />
                </PostForm>
              ) : (
                ui.say(`desk.stand.${one.stand}`)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Who is here, the last first. */
function Inside({ view: { ui, language }, comers }: { view: View; comers: readonly Registration[] }) {
  if (comers.length === 0) return null;
  const latest = comers.toSorted((a, b) => ((a.checkedInAt ?? "") < (b.checkedInAt ?? "") ? 1 : -1));
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{ui.say("desk.here")}</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list">
          {latest.map(({ number, name, checkedInAt, isWalkIn }) => (
            <li key={number}>
              {name}, {printTime(checkedInAt ?? "", language)}
              {isWalkIn ? ` (${ui.say("desk.walkedIn")})` : ""}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Lets somebody in who has registered, or writes down who has not. */
export const takeAtDesk: Work = async (visit) => {
  const { house, request, at } = visit;
  const opened = await openedDesk(visit);
  if (!opened) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const { pk } = opened.count;
  const registration = post.value.get("registration")?.[0];
  const back = (done: Outcome, who = "") =>
    redirect(`${paths.desk(at("id"), at("secret"))}?${new URLSearchParams({ done, who })}`);
  if (registration === undefined) return writeDown(visit, opened, post.value, back);
  return back(await checkIn(house, pk, { registration, at: house.clock.now() }), registration);
};

async function writeDown(
  visit: Visit,
  opened: Opened,
  post: Post,
  back: (done: Outcome, who?: string) => Answer,
): Promise<Answer> {
  const { house, request } = visit;
  const form = walkInForm(opened);
  const typed = typedInto(form, Object.keys(form.fields), post);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const parsed = parseAnswer(form, typed.value);
  if (parsed.outcome === "invalid")
    return drawDesk(visit, opened, { typed: typed.value, errors: parsed.errors });
  const { language } = await viewOf(request, opened.loaded.head.language);
  const comer = comerOf(opened.loaded.process, parsed.value.values, language);
  const key = post.get("key")?.[0]?.slice(0, 60) ?? "";
  const { pk } = opened.count;
  return back(await walkIn(house, pk, comer, key), walkInIdOf(house, pk, comer, key));
}
