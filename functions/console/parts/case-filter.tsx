import type { CaseQuery } from "../../lines/case-query.ts";
import type { View } from "../../web/view.ts";
import { Filter, type FilterList } from "./filter.tsx";

interface Props {
  readonly query: CaseQuery;
  readonly stages: FilterList["options"];
  readonly municipalities: FilterList["options"];
  /** Empty where applicants are not asked as what they work. */
  readonly posts: FilterList["options"];
  readonly here: string;
  readonly view: View;
}

/** The filter of a list of cases: by the words of an application, the stage, the municipality and as what applicants work. */
export function CaseFilter({ query, stages, municipalities, posts, here, view }: Props) {
  const { ui } = view;
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
    <Filter action={here} lists={lists} view={view}>
      {query.day === undefined ? null : <input type="hidden" name="day" value={query.day} />}
      <div class="govuk-form-group">
        <label class="govuk-label" for="text">
          {ui.say("cases.text")}
        </label>
        <input class="govuk-input" id="text" name="text" value={query.text ?? ""} />
      </div>
    </Filter>
  );
}
