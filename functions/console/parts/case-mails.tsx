import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { LoadedCase } from "../../cases/load.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Mail } from "../../store/mail-items.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import { Fate } from "./record.tsx";

interface Props {
  readonly loaded: LoadedCase;
  /** By the mails' sort keys. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Where the address of a mail that is held can be mended. */
  readonly hrefOf: (mail: Mail) => string;
  readonly ui: Ui;
}

/** The mails of a case, the latest first: what, to whom, when, and what became of it. */
export function MailsOfCase({ loaded, subjects, hrefOf, ui }: Props) {
  if (loaded.mails.length === 0) return <p class="govuk-body">{ui.say("case.mails.none")}</p>;
  const when = ({ sentAt, queuedAt }: Mail): string => sentAt ?? queuedAt;
  return (
    <DataTable
      caption={ui.say("case.mails")}
      captionSize="hidden"
      stacks
      columns={columnsIn(ui, "case.mails.subject", "case.mails.to", "facts.when")}
    >
      <Rows>
        {loaded.mails
          .toSorted((a, b) => (when(a) < when(b) ? 1 : -1))
          .map((mail) => (
            <tr class="govuk-table__row" key={mail.sk}>
              <th scope="row" class="govuk-table__header">
                {subjects.get(mail.sk) ?? "–"}
                <span class="govuk-!-font-weight-regular">
                  <Fate mail={mail} ui={ui} hrefOf={hrefOf} />
                </span>
              </th>
              <td class="govuk-table__cell" data-label={ui.say("case.mails.to")}>
                {mail.to.name}
                <br />
                {mail.to.email}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("facts.when")}>
                {printTime(when(mail), ui.language)}
              </td>
            </tr>
          ))}
      </Rows>
    </DataTable>
  );
}
