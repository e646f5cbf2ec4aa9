import { printTime } from "../../../workflows/facts/print.ts";
import { formOf } from "../../cases/find-task.ts";
import type { LoadedCase } from "../../cases/load.ts";
import type { Task } from "../../store/items.ts";
import { asRole } from "../facts.ts";
import type { Messages } from "../messages.ts";
import type { Telling } from "./facts.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** Who is asked by a task: name and role. */
export function whoOf(task: Task, ui: Telling["ui"]): string {
  const role = asRole(task.role);
  const said = role ? ui.say(`role.${role}`) : "";
  return task.assignee ? `${task.assignee.name} (${said.toLocaleLowerCase(ui.language)})` : said;
}

/** Every question that was asked, in order, and how it ended. */
export function RoadTable({ loaded, telling }: { readonly loaded: LoadedCase; readonly telling: Telling }) {
  const { ui } = telling;
  const asked = loaded.tasks
    .filter(({ kind }) => kind === "ask")
    .toSorted((a, b) => a.visit - b.visit || (a.part ?? "").localeCompare(b.part ?? ""));
  return (
    <DataTable
      caption={ui.say("case.road")}
      columns={columnsIn(ui, "case.step", "case.who", "case.when", "case.how")}
    >
      <Rows>
        {asked.map((task) => (
          <tr class="govuk-table__row" key={task.sk}>
            <td class="govuk-table__cell">{stepOf(task, loaded, telling.words)}</td>
            <td class="govuk-table__cell">{whoOf(task, ui)}</td>
            <td class="govuk-table__cell">{printTime(task.closedAt ?? task.openedAt, ui.language)}</td>
            <td class="govuk-table__cell">{endOf(task, loaded, telling)}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** What a task asks. */
export function stepOf(task: Task, { process }: LoadedCase, words: Messages): string {
  const form = formOf(process.states[task.state], task.part);
  return form ? words.say(`${form.id}.title`) : task.state;
}

function endOf(task: Task, { process }: LoadedCase, { ui, words }: Telling): string {
  const form = formOf(process.states[task.state], task.part);
  switch (task.status) {
    case "open":
      return ui.say("case.waiting");
    case "expired":
      return ui.say("case.expired");
    case "cancelled":
      return ui.say("case.cancelled");
    case "answered":
      return form && form.outcomes.length > 1
        ? words.say(`${form.id}.outcome.${task.outcome}`)
        : ui.say("case.answered");
  }
}
