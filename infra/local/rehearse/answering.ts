import { randomBytes } from "node:crypto";
import { paths } from "../../../functions/addresses/paths.ts";
import { campaignOf } from "../../../functions/anonymous/campaign.ts";
import { makePseudonyms } from "../../../functions/anonymous/pseudonyms.ts";
import { makingOf } from "../../../functions/anonymous/slips.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { ownPathOf } from "../../../functions/cases/people/own-path.ts";
import type { Place } from "../../../workflows/kernel/heard.ts";
import type { Deed, Said } from "../../../workflows/kernel/rehearsal.ts";
import type { ApplicationResult, Ledger } from "./ledger.ts";
import type { World } from "./world.ts";

export const asForm = { "content-type": "application/x-www-form-urlencoded" } as const;

/** Makes the codes of a group on the page of its school, and keeps the sheet; nothing where it was done before a kill. */
export async function makeSheet(
  world: World,
  { slips }: Ledger,
  { ref, place }: { readonly ref: string; readonly place: Place },
): Promise<void> {
  const { house } = world;
  const loaded = await loadCase(house, ref);
  if (!loaded) return;
  const call = campaignOf(loaded);
  if (slips.codesOf(call, place).length > 0) return;
  const [, , id = "", secret = ""] = ownPathOf(house.config.linkSecret, loaded).split("/");
  const made = String(await makingOf(house, call, place));
  const asked = new URLSearchParams({ group: place.group, made });
  const { status, body } = await world.request("POST", paths.slips(id, secret), String(asked), asForm);
  const [, csv = ""] = /href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(String(body)) ?? [];
  const [, ...lines] = decodeURIComponent(csv).trim().split("\r\n");
  if (status !== 200) throw new Error(`${ref}: the codes of ${place.group} were refused with ${status}`);
  slips.note(
    call,
    place,
    lines.map((line) => line.split(",")[0] ?? ""),
  );
}

/** Each slip of a sheet is used once: one that was used already, was so before a kill. */
export async function collectAnswers(
  world: World,
  { slips }: Ledger,
  ref: string,
  { place, answers }: Extract<Deed, { readonly does: "collects" }>,
): Promise<void> {
  const loaded = await loadCase(world.house, ref);
  if (!loaded) return;
  const campaign = campaignOf(loaded);
  const codes = slips.codesOf(campaign, place);
  for (const [index, said] of answers().entries()) {
    const path = paths.answer(campaign, place.school, place.group, codes[index] ?? "");
    const { status } = await world.request("POST", path, bodyOf(said), asForm);
    // What a rehearsal that was killed had met it meets again, also when the time to answer is over.
    if (status !== 303 && status !== 409 && status !== 410)
      throw new Error(`${ref}: an answer of ${place.group} was refused with ${status}`);
  }
}

/** Of a study whoever answers types a pseudonym, too; other questionnaires do not look at it. */
const bodyOf = (said: Said): string =>
  String(
    new URLSearchParams([
      ...Object.entries(said).map(([item, value]) => [`item.${item}`, String(value ?? "")]),
      ...makePseudonyms(1).map((pseudonym) => ["pseudonym", pseudonym]),
    ]),
  );

type Answering = Extract<Deed, { readonly does: "answers" }>;

/** How many codes of a group have been used, by the answers of the file so far. */
export type Used = Map<string, number>;

/**
 * Answers as whoever holds a slip does, and notes what became of it. After the close the page tells everybody the same, because the
 * product knows no codes any more: which of them it was the file says.
 */
export async function answerBySlip(
  world: World,
  ledger: Ledger,
  call: string,
  { row, place, code, values }: Answering,
  used: Used,
): Promise<void> {
  const key = JSON.stringify(place);
  const before = used.get(key) ?? 0;
  const known = ledger.resultOf(call, row.line);
  const noted = known ?? {
    ...{ call, line: row.line, to: call },
    outcome: await outcomeOf(world, { call, place, code, values }, ledger.slips.codesOf(call, place), before),
  };
  if (noted.outcome === "accepted") used.set(key, before + 1);
  if (!known) ledger.noteApplication(noted satisfies ApplicationResult);
}

async function outcomeOf(
  world: World,
  { call, place, code, values }: Pick<Answering, "place" | "code" | "values"> & { readonly call: string },
  codes: readonly string[],
  used: number,
): Promise<string> {
  const slip = code === "unknown" ? undefined : code === "again" ? codes.slice(0, used).at(-1) : codes[used];
  const path = paths.answer(call, place.school, place.group, slip ?? randomBytes(16).toString("base64url"));
  const { status } = await world.request("POST", path, bodyOf(values()), asForm);
  if (code === "unknown" || (code === "again" && slip === undefined)) return told("unknownCode", status, 404);
  if (code === "again") return told("usedCode", status, 409);
  if (status === 410) return "late";
  if (slip === undefined) return told("noCode", status, 404);
  // It is the next slip of the sheet: whoever has used it was this line, before a kill.
  if (status === 303 || status === 409) return "accepted";
  return told("outOfScale", status, 422);
}

function told(outcome: string, status: number, ...expected: readonly number[]): string {
  if (status === 410 || expected.includes(status)) return outcome;
  throw new Error(`an answer that should be ${outcome} was answered with ${status}`);
}
