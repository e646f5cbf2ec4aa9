import { paths } from "../addresses/paths.ts";
import { mostAMinute } from "../clients/clients.ts";
import { page } from "../web/page.ts";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { type Operation, operations } from "./operations.ts";

/** The documentation of the API: how to come in, how lists and repetitions work, and each operation with an example. */
export const showApi: Work = async ({ house, request }) => {
  const view = await viewOf(request);
  const { ui } = view;
  return page(view, {
    title: ui.say("api.title"),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("api.title")}</h1>
        <p class="govuk-body-l">{ui.say("api.text")}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.openApi()}>
            {ui.say("api.document")}
          </a>
        </p>
        {(["key", "errors", "pages", "again"] as const).map((part) => (
          <section key={part}>
            <h2 class="govuk-heading-m">{ui.say(`api.${part}`)}</h2>
            <p class="govuk-body">{ui.say(`api.${part}.text`, { most: mostAMinute })}</p>
          </section>
        ))}
        {operations.map((operation) => (
          <OperationSection
            key={`${operation.method} ${operation.pattern}`}
            operation={operation}
            portalUrl={house.config.portalUrl}
            view={view}
          />
        ))}
      </>
    ),
  });
};

interface Props {
  readonly operation: Operation;
  readonly portalUrl: string;
  readonly view: View;
}

function OperationSection({ operation, portalUrl, view: { ui, language } }: Props) {
  const { method, pattern, about, parameters, answers, needsKey } = operation;
  return (
    <section>
      <h2 class="govuk-heading-m">
        {about[language]}:{" "}
        <code>
          {method} {pattern}
        </code>
      </h2>
      {needsKey ? <p class="govuk-body">{ui.say("api.needsKey")}</p> : null}
      {parameters.length === 0 ? null : (
        <DataTable
          caption={ui.say("api.parameters")}
          captionSize="s"
          columns={columnsIn(ui, "api.name", "api.where", "api.about")}
        >
          <Rows>
            {parameters.map(({ name, in: where, about: said, required }) => (
              <tr class="govuk-table__row" key={name}>
                <th scope="row" class="govuk-table__header">
                  <code>{name}</code>
                </th>
                <td class="govuk-table__cell">{ui.say(`api.in.${where}`)}</td>
                <td class="govuk-table__cell">
                  {required ? said[language] : ui.say("optional", { label: said[language] })}
                </td>
              </tr>
            ))}
          </Rows>
        </DataTable>
      )}
      <DataTable
        caption={ui.say("api.answers")}
        captionSize="s"
        columns={columnsIn(ui, "api.status", "api.about")}
      >
        <Rows>
          {Object.entries(answers).map(([status, said]) => (
            <tr class="govuk-table__row" key={status}>
              <th scope="row" class="govuk-table__header">
                {status}
              </th>
              <td class="govuk-table__cell">{said[language]}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      <h3 class="govuk-heading-s">{ui.say("api.example")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too */}
      <pre class="kelias-example" tabIndex={0}>
        <code>{exampleOf(operation, portalUrl)}</code>
      </pre>
    </section>
  );
}

/** A request as one types it, with what stands for a key and for a body. */
function exampleOf({ method, pattern, parameters, needsKey, body }: Operation, portalUrl: string): string {
  const filled = parameters.reduce(
    (known, { name, in: where, example }) => (where === "path" ? known.replace(`{${name}}`, example) : known),
    pattern,
  );
  const query = new URLSearchParams(
    parameters.flatMap(({ name, in: where, example }) =>
      where === "query" && example !== "…" ? [[name, example]] : [],
    ),
  ).toString();
  const headers = parameters.flatMap(({ name, in: where, example }) =>
    where === "header" ? [`-H '${name}: ${example}'`] : [],
  );
  return [
    `curl -X ${method} '${portalUrl}${filled}${query === "" ? "" : `?${query}`}'`,
    ...(needsKey ? ["-H 'Authorization: Bearer kelias.…'"] : []),
    ...headers,
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", "-d '{ … }'"]),
  ].join(" \\\n  ");
}
