import { printTime } from "../../../workflows/facts/print.ts";
import type { Mail } from "../../store/items.ts";
import type { Telling } from "./facts.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** Every mail of a case: to whom it went, and when or why it did not. */
export function MailTable({
  mails,
  telling: { ui },
  hrefOf,
}: {
  readonly mails: readonly { readonly mail: Mail; readonly subject: string }[];
  readonly telling: Telling;
  /** Where the address of a mail that is held can be mended. */
  readonly hrefOf: (mail: Mail) => string;
}) {
  if (mails.length === 0) return <p class="govuk-body">{ui.say("case.mail.none")}</p>;
  const sorted = mails.toSorted((a, b) => (a.mail.queuedAt < b.mail.queuedAt ? -1 : 1));
  return (
    <DataTable
      caption={ui.say("case.mails")}
      columns={columnsIn(ui, "case.mail.template", "case.mail.to", "case.mail.sent")}
    >
      <Rows>
        {sorted.map(({ mail, subject }) => (
          <tr class="govuk-table__row" key={mail.sk}>
            <td class="govuk-table__cell">{subject}</td>
            <td class="govuk-table__cell">
              {mail.to.name}, {mail.to.email}
            </td>
            <td class="govuk-table__cell">
              {mail.heldAt || mail.returned ? (
                <a class="govuk-link" href={hrefOf(mail)}>
                  {ui.say(mail.returned ? `stranded.kind.${mail.returned.kind}` : "case.mail.held")}
                </a>
              ) : mail.unneededAt ? (
                ui.say("case.mail.unneeded")
              ) : mail.sentAt ? (
                printTime(mail.sentAt, ui.language)
              ) : (
                ui.say("case.mail.pending")
              )}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
