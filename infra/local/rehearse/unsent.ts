import type { House } from "../../../functions/house.ts";
import { codeOf } from "../../../functions/reading/codes.ts";
import { everyShard, idOf, isCall } from "../../../functions/store/keys.ts";
import { type Mail, mailItem } from "../../../functions/store/mail-items.ts";
import type { Row } from "../../../workflows/kernel/rehearsal.ts";

/** A rehearsal came to its end, and mails that should have gone on the way did not. */
export class UnsentMails extends Error {
  override readonly name = "UnsentMails";
  /** One sentence for each text and for each kind of mail. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`mails were not sent:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Throws UnsentMails where a mail was tried in vain; `rowOf`: whose case it is, where somebody of the file has it. */
export async function expectAllSent(
  house: Pick<House, "table">,
  rowOf: (ref: string) => Pick<Row, "name" | "line"> | undefined,
): Promise<void> {
  const unsent: Mail[] = [];
  for (const shard of everyShard)
    for (const item of await house.table.index("pending", shard)) {
      const mail = mailItem.safeParse(item).data;
      // What waits for its morning or its pace has not failed.
      if (mail?.unwritten || mail?.attempts !== undefined) unsent.push(mail);
    }
  if (unsent.length === 0) return;
  const inOrder = unsent.toSorted((a, b) => (a.queuedAt < b.queuedAt ? -1 : a.queuedAt > b.queuedAt ? 1 : 0));
  const kinds = Map.groupBy(inOrder, ({ template, to, unwritten }) =>
    [template, to.language, unwritten?.text].join(" "),
  );
  throw new UnsentMails(
    [...kinds.values()].flatMap(([mail, ...others]) => {
      if (!mail) return [];
      const row = rowOf(mail.pk);
      const whose = row ? `line ${row.line}, ${row.name}` : isCall(mail.pk) ? idOf(mail.pk) : codeOf(mail.pk);
      const more = others.length === 0 ? "" : ` (and ${others.length} more such mails)`;
      return `${whose}: the mail ${mail.template} to ${mail.role}, in ${mail.to.language}, was not sent: ${reasonOf(mail)}${more}`;
    }),
  );
}

function reasonOf({ unwritten, attempts }: Mail): string {
  if (!unwritten) return `it was tried ${attempts} times`;
  const { text, parameters } = unwritten;
  if (text === undefined) return "what the process says of the case failed";
  if (parameters.length === 0) return `no text is called ${text}`;
  return `its text ${text} names ${parameters.map((name) => `{${name}}`).join(", ")}, which the case does not give`;
}
