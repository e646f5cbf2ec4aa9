import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import {
  clientForm,
  clientsOf,
  isClientId,
  lastDayOfKey,
  makeClient,
  newClientId,
  revokeClient,
} from "../clients/clients.ts";
import type { Asked } from "../reading/asked.ts";
import { asMessages } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** The programs that may read this call through the API, and a form for another. */
export const showClients = forStaff(async (visit) => {
  const call = await loadCall(visit.house, visit.at("id"));
  return call ? draw(visit, call) : refusalPage(visit.request, notFound);
});

/** Makes a client; its key is shown on the page that follows and never again. */
export const takeClient = forStaff(async (visit) => {
  const { house, request, member, at } = visit;
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(clientForm, Object.keys(clientForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const parsed = parseAnswer(clientForm, typed.value);
  if (parsed.outcome === "invalid") return draw(visit, call, { values: typed.value, errors: parsed.errors });
  const [said = ""] = post.value.get("client") ?? [];
  const { name, rights, until } = parsed.value.values;
  if (until < dayAt(house.clock.now()))
    return draw(visit, call, { values: typed.value, errors: [{ field: "until", problem: "past" }] });
  if (until > lastDayOfKey(dayAt(house.clock.now())))
    return draw(visit, call, {
      values: typed.value,
      errors: [{ field: "until", problem: "longerThanYear" }],
    });
  const made = await makeClient(
    house,
    call,
    {
      id: isClientId(said) ? said : newClientId(),
      process: summaryOf(call, house.clock.now()).process,
      name,
      until,
      rights: rights === "people" ? ["cases:read", "people:read"] : ["cases:read"],
    },
    member,
  );
  return made.outcome === "made"
    ? draw(visit, call, { key: made.key })
    : redirect(paths.clients(call.callId));
});

/** Takes a key back. */
export const takeRevocation = forStaff(async ({ house, member, at }) => {
  await revokeClient(house, at("id"), at("client"), member);
  return redirect(paths.clients(at("id")));
});

interface Said {
  readonly values?: Typed;
  readonly errors?: readonly FieldError[];
  readonly key?: string;
}

async function draw(visit: StaffVisit, call: Head, { values = {}, errors = [], key }: Said = {}) {
  const { house, view } = visit;
  const { ui, language } = view;
  const clients = await clientsOf(house, call.callId);
  const asked: Asked = { form: clientForm, words: asMessages(ui), ui, values, errors };
  return page(view, {
    title: ui.say("clients.title"),
    back: paths.consoleCall(call.callId),
    wide: true,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{ui.say("clients.title")}</h1>
        <p class="govuk-body">
          {ui.say("clients.text")}{" "}
          <a class="govuk-link" href={paths.api()}>
            {ui.say("api.title")}
          </a>
        </p>
        {key === undefined ? null : (
          <div class="govuk-inset-text" role="status">
            <p class="govuk-body">{ui.say("clients.key")}</p>
            <p class="govuk-body kelias-key">
              <code>{key}</code>
            </p>
          </div>
        )}
        {clients.length === 0 ? (
          <p class="govuk-body">{ui.say("clients.none")}</p>
        ) : (
          <DataTable
            caption={ui.say("clients.list")}
            columns={columnsIn(
              ui,
              "client.name.label",
              "client.rights.label",
              "client.until.label",
              "clients.made",
              "clients.state",
            )}
          >
            <Rows>
              {clients.map(({ sk, name, rights, until, madeAt, madeBy, revokedAt, revokedBy }) => (
                <tr class="govuk-table__row" key={sk}>
                  <td class="govuk-table__cell">{name}</td>
                  <td class="govuk-table__cell">
                    {asMessages(ui).say(
                      `client.rights.${rights.includes("people:read") ? "people" : "cases"}`,
                    )}
                  </td>
                  <td class="govuk-table__cell">{printDay(until, language)}</td>
                  <td class="govuk-table__cell">
                    {madeBy.name}, {printTime(madeAt, language)}
                  </td>
                  <td class="govuk-table__cell">
                    {revokedAt ? (
                      ui.say("clients.revoked", {
                        name: revokedBy?.name ?? "–",
                        time: printTime(revokedAt, language),
                      })
                    ) : (
                      <PostForm action={paths.revokeClient(call.callId, sk.slice("client#".length))}>
                        <button
                          type="submit"
                          class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                        >
                          {ui.say("clients.revoke")}
                          <span class="govuk-visually-hidden"> {name}</span>
                        </button>
                      </PostForm>
                    )}
                  </td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        <h2 class="govuk-heading-m">{ui.say("client.title")}</h2>
        <TypedForm action={paths.clients(call.callId)}>
          <input type="hidden" name="client" value={newClientId()} />
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("client.submit")} />
        </TypedForm>
      </>
    ),
  });
}
