import type { CaseQuery } from "../../numbers/case-list.ts";
import type { View } from "../view.ts";
import { Filter, type FilterList } from "./filter.tsx";

interface Props {
  readonly query: CaseQuery;
  readonly stages: FilterList["options"];
  readonly municipalities: FilterList["options"];
  readonly here: string;
  readonly view: View;
}

/** The filter of a list of cases: by the words of an application, the stage and the municipality. */
export function CaseFilter({ query, stages, municipalities, here, view }: Props) {
  const { ui } = view;
  const [stage, municipality] = [ui.say("console.state"), ui.say("console.municipality")];
  const lists = [
    { name: "stage", label: stage, chosen: query.stage, options: stages },
    { name: "municipality", label: municipality, chosen: query.municipality, options: municipalities },
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
