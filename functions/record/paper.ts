import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import type { Block, Composed } from "../documents/composed.ts";
import { documentWordsIn } from "../documents/words.ts";
import type { Ui } from "../reading/ui.ts";
import type { Part } from "./parts.ts";
import { sumsOf } from "./sums.ts";
import { sumTables } from "./tables.ts";
import { toldPart } from "./told.ts";

/** A record as a paper: what hours come to, and each part of it with the number by which it is checked. */
export async function recordPaper(
  {
    holder,
    title,
    parts,
  }: { readonly holder: string; readonly title: string; readonly parts: readonly Part[] },
  ui: Ui,
  { now, portalUrl }: { readonly now: string; readonly portalUrl: string },
): Promise<Composed> {
  const { language } = ui;
  const words = await documentWordsIn(language);
  const told = await Promise.all(parts.map((part) => toldPart(part, ui, now)));
  const facts = told.flatMap((part): readonly Block[] => [
    { kind: "heading", text: part.as === undefined ? part.what : `${part.what} (${part.as})` },
    {
      kind: "facts",
      rows: [
        { label: ui.say("tookPart.call"), value: part.call },
        { label: ui.say("tookPart.when"), value: part.when },
        ...(part.amount === "" ? [] : [{ label: ui.say("tookPart.amount"), value: part.amount }]),
        ...(part.tags.length === 0 ? [] : [{ label: ui.say("tookPart.tags"), value: part.tags.join(", ") }]),
        ...(part.certificate
          ? [
              {
                label: ui.say("tookPart.certificate"),
                value: part.certificate.revokedOn
                  ? `${part.certificate.number}, ${ui.say("certificates.revoked").toLowerCase()}`
                  : part.certificate.number,
              },
            ]
          : []),
        ...part.open.map(({ label, number }) => ({ label, value: number })),
      ],
    },
  ]);
  return {
    language,
    title,
    caption: holder,
    asOf: now,
    foot: ui.say("tookPart.foot", {
      day: printDay(dayAt(now), language),
      address: `${portalUrl}/certificates`,
    }),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      ...sumTables(sumsOf(parts), ui).flatMap((table): readonly Block[] => [
        {
          kind: "table",
          summary: table.title,
          columns: [
            { label: table.of, share: 4 },
            { label: ui.say("tookPart.sum"), isNumeric: true, share: 1 },
          ],
          rows: table.rows,
          totals: [],
        },
        ...(table.note === undefined ? [] : [{ kind: "text" as const, text: table.note }]),
      ]),
      ...facts,
    ],
  };
}
