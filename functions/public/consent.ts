import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { keepLine } from "../lines/keep.ts";
import { consentKey } from "../store/keys.ts";
import type { Consent, OpenRow } from "../store/open-item.ts";
import { openRowsOf } from "./open-rows.ts";

type Parts = Pick<House, "table" | "clock">;

/**
 * Notes what the holder, or staff in the holder's name, says about being shown, and has the case's line say it before anybody is answered: nothing is shown that
 * the line does not say, so whoever takes a consent back is in no list by then; what the lists hold follows by the stream. The same word said again changes nothing; all that was said is kept. `none` where the
 * case has nothing of that kind and name; `again` where somebody else said something at the same moment.
 */
export async function sayConsent(
  house: Parts,
  loaded: LoadedCase,
  { kind, name }: Pick<OpenRow, "kind" | "name">,
  word: Omit<Consent["said"][number], "at">,
): Promise<{ readonly outcome: "said" | "none" | "again" }> {
  const { head, consents = [] } = loaded;
  const row = openRowsOf(loaded).find((known) => known.kind === kind && known.name === name);
  if (!row) return { outcome: "none" };
  const before = consents.find((said) => said.kind === kind && said.name === name);
  if ((row.says !== undefined) !== word.agrees) {
    const said = [...(before?.said ?? []), { ...word, at: house.clock.now() }];
    const { outcome } = await house.table.change(consentKey(head.pk, kind, name), {
      set: { kind, name, agrees: word.agrees, said, words: said.length },
      when: { words: before ? { is: before.said.length } : "absent" },
    });
    if (outcome === "refused") return { outcome: "again" };
  }
  await keepLine(house, head.pk, { settles: "later" });
  return { outcome: "said" };
}
