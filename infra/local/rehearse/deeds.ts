import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { ownPathOf } from "../../../functions/cases/people/own-path.ts";
import { breakIn, interrupt } from "../../../functions/cases/road/interrupt.ts";
import { writeDiary } from "../../../functions/cases/tasks/diary.ts";
import { casePath } from "../../../functions/links.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import type { Deed, Said } from "../../../workflows/kernel/rehearsal.ts";
import { type ApplicationResult, type Ledger, problems } from "./ledger.ts";
import type { Answered, World } from "./world.ts";

/** What people do of themselves, each so that a rehearsal which goes on after a kill may do it again. */

type Applying = Extract<Deed, { readonly does: "applies" }>;

/** Applies as a program does; nothing for who has applied before the rehearsal was killed. */
export async function apply(
  world: World,
  ledger: Ledger,
  call: string,
  { row, to, values, refusals = [], takesBack }: Applying,
): Promise<ApplicationResult | undefined> {
  if (ledger.resultOf(call, row.line)) return undefined;
  const answered = await world.request("POST", `/api/calls/${to}/applications`, values(), {
    "idempotency-key": `rehearsal-line-${String(row.line).padStart(7, "0")}`,
    "accept-language": "lt",
  });
  const taken = stored.safeParse(answered.body).data;
  const isTaken = answered.status < 300 && taken !== undefined;
  if (isTaken && takesBack) {
    const [, , id = "", secret = ""] = casePath(world.house.config.linkSecret, taken.ref).split("/");
    await interrupt(world.house, { id, secret, name: takesBack.word }, takesBack.values);
  }
  const noted = {
    ...{ call, line: row.line, to },
    ...(isTaken
      ? { outcome: takesBack ? "duplicate" : "stored", ref: taken.ref }
      : refusal(answered, refusals, row.line)),
  };
  ledger.noteApplication(noted);
  return noted;
}

const stored = z.object({ ref: z.string() });
const problem = z.object({ code: z.string(), errors: problems });

function refusal({ status, body }: Answered, expected: readonly string[], line: number) {
  const { code, errors } = problem.safeParse(body).data ?? {};
  if (code !== undefined && expected.includes(code))
    return { outcome: code, ...(errors ? { problems: errors } : {}) };
  throw new Error(`line ${line}: the portal refused the application with ${status}: ${JSON.stringify(body)}`);
}

interface Word {
  readonly word: string;
  readonly values: Said;
  /** The how-manieth of its name it is in the case. */
  readonly number?: number;
  readonly mayBeLate?: true;
  readonly mayBeInvalid?: true;
  /** Whose file it stands in, for whoever mends it. */
  readonly from: string;
}

/** Says a word as its page does; nothing where it was said before the rehearsal was killed. Throws for one that is not taken. */
export async function say(
  world: World,
  ref: string,
  { word, values, number = 1, mayBeLate, mayBeInvalid, from }: Word,
): Promise<void> {
  const loaded = await loadCase(world.house, ref);
  if (!loaded || loaded.file.interruptions.filter(({ name }) => name === word).length >= number) return;
  const said = await (loaded.process.interruptions[word]?.by === "applicant"
    ? byApplicant(world, loaded, word, values)
    : byOther(world, loaded, word, values));
  if ((said.outcome === "tooLate" && mayBeLate) || (said.outcome === "invalid" && mayBeInvalid)) return;
  if (said.outcome !== "accepted") throw new Error(`${from}: ${word} was ${said.outcome}`);
}

const byApplicant = ({ house }: World, loaded: LoadedCase, name: string, values: Said) => {
  const path = ownPathOf(house.config.linkSecret, loaded);
  const [, , id = "", secret = ""] = path.split("/");
  return interrupt(house, { id, secret, name }, values);
};

const byOther = ({ house }: World, loaded: LoadedCase, name: string, values: Said) => {
  const role = loaded.process.interruptions[name]?.by ?? "coordinator";
  const by = loaded.process.people(role, loaded.file)?.email ?? "";
  return breakIn(house, loaded, { name, by }, values);
};

/** Writes today's page of a diary; on a day that has none nothing is written. */
export async function write({ house }: World, ref: string, values: Said): Promise<void> {
  const loaded = await loadCase(house, ref);
  const today = localDay(Temporal.Instant.from(house.clock.now())).toString();
  if (loaded) await writeDiary(house, loaded, today, values);
}
