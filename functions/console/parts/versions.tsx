import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { labelOf } from "../../reading/asked.ts";
import type { Fact } from "../../reading/facts.ts";
import { printedAnswer } from "../../reading/printed.ts";
import type { Telling } from "../../web/parts/facts.tsx";
import { Said } from "../../web/parts/summary.tsx";
import { DataTable, Rows } from "../../web/parts/table.tsx";

type Given = Extract<Fact, { kind: "answer" }>;

/** What somebody who answered the same again has changed: each question with the last answer and the one before. */
export function Versions({ facts, telling }: { readonly facts: readonly Fact[]; readonly telling: Telling }) {
  const given = facts.filter((fact): fact is Given => fact.kind === "answer");
  const again = Map.groupBy(given, ({ form, role, answer }) =>
    [form.id, role, answer.state, answer.part].join(" "),
  );
  return (
    <>
      {[...again.entries()].map(([key, answers]) => {
        const [before, now] = answers.slice(-2);
        return before && now ? <Changes key={key} before={before} now={now} telling={telling} /> : null;
      })}
    </>
  );
}

function Changes({
  before,
  now,
  telling,
}: {
  readonly before: Given;
  readonly now: Given;
  readonly telling: Telling;
}) {
  const { ui, words } = telling;
  const said = ({ form, answer }: Given, name: string) =>
    printedAnswer({ form, ui, words }, name, answer.values[name]);
  const names = [...new Set([...Object.keys(now.form.fields), ...Object.keys(before.form.fields)])];
  const changed = names.filter((name) => said(before, name).join("\n") !== said(now, name).join("\n"));
  const title = ui.say("versions.title", { what: words.say(`${now.form.id}.title`) });
  const heads = [
    ui.say("versions.question"),
    ui.say("versions.now", { time: printTime(now.answer.at, ui.language) }),
    ui.say("versions.before", { time: printTime(before.answer.at, ui.language) }),
  ] as const;
  if (changed.length === 0)
    return (
      <>
        <h3 class="govuk-heading-s">{title}</h3>
        <p class="govuk-body">{ui.say("versions.same")}</p>
      </>
    );
  return (
    <DataTable caption={title} captionSize="s" stacks columns={heads.map((label) => ({ label }))}>
      <Rows>
        {changed.map((name) => (
          <tr class="govuk-table__row" key={name}>
            <th scope="row" class="govuk-table__header">
              {labelOf({ form: now.form.fields[name] ? now.form : before.form, words }, name)}
            </th>
            <td class="govuk-table__cell" data-label={heads[1]}>
              <Said lines={said(now, name)} />
            </td>
            <td class="govuk-table__cell" data-label={heads[2]}>
              <Said lines={said(before, name)} />
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
