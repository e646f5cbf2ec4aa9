import { type CaseQuery, writeQuery } from "../../lines/case-query.ts";
import type { View } from "../../web/view.ts";
import { type ColumnName, columnOf } from "./case-columns.tsx";
import { Filter, type FilterList } from "./filter.tsx";

interface Props {
  readonly query: CaseQuery;
  readonly stages: FilterList["options"];
  readonly municipalities: FilterList["options"];
  /** Empty where applicants are not asked as what they work. */
  readonly posts: FilterList["options"];
  /** Which columns there are, and which are shown. */
  readonly columns: { readonly all: readonly ColumnName[]; readonly chosen: readonly ColumnName[] };
  readonly here: string;
  readonly view: View;
}

/** What the filter asks itself, and where a list that is filtered anew begins; the rest stays as it is. */
const typed: ReadonlySet<string> = new Set(["stage", "municipality", "post", "text", "after", "before"]);

/** The filter of a list of cases: by the words of an application, the stage, the municipality and as what applicants work. */
export function CaseFilter({ query, stages, municipalities, posts, columns, here, view }: Props) {
  const { ui } = view;
  const kept = Object.fromEntries(
    [...new URLSearchParams(writeQuery(query))].filter(([name]) => !typed.has(name)),
  );
  const list = (
    name: "stage" | "municipality" | "post",
    label: "console.state" | "console.municipality" | "console.post",
    options: FilterList["options"],
  ) => ({ name, label: ui.say(label), chosen: query[name], all: ui.say(`cases.all.${name}`), options });
  const lists = [
    list("stage", "console.state", stages),
    list("municipality", "console.municipality", municipalities),
    ...(posts.length > 0 ? [list("post", "console.post", posts)] : []),
  ];
  return (
    <Filter action={here} lists={lists} view={view} isSent more={<Columns columns={columns} ui={ui} />}>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <div class="govuk-form-group">
        <label class="govuk-label" for="text">
          {ui.say("cases.text")}
        </label>
        <input class="govuk-input" id="text" name="text" value={query.text ?? ""} />
      </div>
    </Filter>
  );
}

/** Which columns the list shall have. */
const Columns = ({ columns, ui }: Pick<Props, "columns"> & { readonly ui: View["ui"] }) => (
  <details class="govuk-details kelias-filter__more">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{ui.say("cases.columns")}</span>
    </summary>
    <fieldset class="govuk-fieldset govuk-details__text">
      <legend class="govuk-visually-hidden">{ui.say("cases.columns")}</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small kelias-columns" data-module="govuk-checkboxes">
        {columns.all.map((name) => (
          <div class="govuk-checkboxes__item" key={name}>
            <input
              class="govuk-checkboxes__input"
              id={`column-${name}`}
              name="column"
              type="checkbox"
              value={name}
              checked={columns.chosen.includes(name)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`column-${name}`}>
              {ui.say(columnOf(name).label)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  </details>
);
