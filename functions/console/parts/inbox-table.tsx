import type { ComponentChildren } from "preact";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import { bulkKey } from "../../cases/tasks/bulk.ts";
import type { urgencyOf } from "../../cases/tasks/inbox.ts";
import type { Task } from "../../store/items.ts";
import { Urgency } from "../../web/parts/signs.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import { TickAll, Ticked } from "../../web/parts/tick.tsx";
import type { View } from "../../web/view.ts";

/** A task of the inbox as its row shows it. */
export interface Listing {
  readonly task: Task;
  readonly title: string;
  readonly href: string;
  /** The colleague who is away and whose task it is. */
  readonly insteadOf: string | undefined;
  /** Where the task is given to somebody else, where it may be. */
  readonly reassign: string | undefined;
  /** Whose case it is, or which call. */
  readonly about: { readonly text: string; readonly href: string };
  readonly urgency: ReturnType<typeof urgencyOf>;
}

/** Around the table: what shall be answered to those that are ticked. Nothing is before it was shown once more. */
export function Answering({
  outcomes,
  view: { ui },
  children,
}: {
  readonly outcomes: readonly { readonly value: string; readonly label: string }[];
  readonly view: View;
  readonly children: ComponentChildren;
}) {
  if (outcomes.length === 0) return <>{children}</>;
  return (
    <form method="get" action={paths.bulk()}>
      <TickAll name="task" ui={ui} />
      {children}
      <div class="kelias-filter">
        <div class="govuk-form-group">
          <label class="govuk-label" for="outcome">
            {ui.say("bulk.outcome")}
          </label>
          <select class="govuk-select" id="outcome" name="outcome">
            {outcomes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {ui.say("bulk.preview")}
        </button>
      </div>
    </form>
  );
}

/**
 * The tasks, the most urgent first; `isPicked`: each with a box that takes it into a common answer. One whose time is over takes no answer
 * any more, whoever ticks it.
 */
export function TaskTable({
  rows,
  view,
  isPicked,
}: {
  readonly rows: readonly Listing[];
  readonly view: View;
  readonly isPicked: boolean;
}) {
  const { ui, language } = view;
  return (
    <DataTable
      caption={ui.say("console.inbox")}
      captionSize="hidden"
      stacks
      columns={columnsIn(ui, "console.task", "console.about", "console.due")}
    >
      <Rows>
        {rows.map(({ task, title, href, about, urgency, insteadOf, reassign }) => (
          <tr class="govuk-table__row" key={`${task.pk} ${task.sk}`}>
            <td class="govuk-table__cell">
              {isPicked && urgency !== "overdue" ? (
                <Ticked name="task" value={bulkKey(task)} label={about.text} />
              ) : null}
              <a class="govuk-link" href={href}>
                {title}
              </a>
              {urgency === "overdue" ? (
                <div class="govuk-hint govuk-!-margin-bottom-0">{ui.say("inbox.over")}</div>
              ) : null}
              {insteadOf === undefined ? null : (
                <div class="govuk-hint govuk-!-margin-bottom-0">
                  {ui.say("console.insteadOf", { name: insteadOf })}
                </div>
              )}
              {reassign === undefined ? null : (
                <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
                  <a class="govuk-link" href={reassign}>
                    {ui.say("reassignment.link")}
                    <span class="govuk-visually-hidden">
                      {" "}
                      ({title}, {about.text})
                    </span>
                  </a>
                </p>
              )}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("console.about")}>
              <a class="govuk-link" href={about.href}>
                {about.text}
              </a>
            </td>
            <td class="govuk-table__cell" data-label={ui.say("console.due")}>
              {urgency === "later" ? null : (
                <>
                  <Urgency of={urgency} ui={ui} />
                  <br />
                </>
              )}
              {task.dueAt ? printTime(task.dueAt, language) : ""}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
