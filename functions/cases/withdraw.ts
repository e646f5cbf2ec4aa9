import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import type { House } from "../house.ts";
import { isSealed } from "../links.ts";
import { headItem } from "../store/items.ts";
import { headKey, pendingSince, refOfCase } from "../store/keys.ts";
import { deliverInterruption } from "./deliver.ts";
import { type LoadedCase, loadCase } from "./load.ts";
import { stateNow } from "./show-state.ts";

export type Interrupted =
  | { readonly outcome: "accepted" | "tooLate" | "unknown" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** May this case be broken off by that word now? */
export function mayInterrupt(loaded: LoadedCase, name: string, now: string): boolean {
  const { entry, head } = loaded;
  if (entry === undefined || entry.ended || head.interruption) return false;
  const state = stateNow(loaded, now);
  const interruption = loaded.process.interruptions[name];
  if (state === "submitted") return interruption?.by === "applicant";
  return interruption?.during.includes(state) ?? false;
}

type Parts = Pick<House, "table" | "config" | "clock" | "engine" | "log">;

/** The applicant's word by the link of the own page. */
export async function interrupt(
  house: Parts,
  address: { readonly id: string; readonly secret: string; readonly name: string },
  raw: unknown,
): Promise<Interrupted> {
  const ref = refOfCase(address.id);
  if (!isSealed(address.secret, house.config.linkSecret, "case", ref)) return { outcome: "unknown" };
  const loaded = await loadCase(house, ref);
  if (loaded?.process.interruptions[address.name]?.by !== "applicant") return { outcome: "unknown" };
  return breakOff(house, loaded, address.name, raw);
}

/** Stores a word that breaks the case off, then passes it on where the machine waits. Whoever calls it knows by whom. */
export async function breakOff(
  house: Parts,
  loaded: LoadedCase,
  name: string,
  raw: unknown,
): Promise<Interrupted> {
  const ref = loaded.head.pk;
  const interruption = loaded.process.interruptions[name];
  if (!interruption) return { outcome: "unknown" };
  if (!mayInterrupt(loaded, name, house.clock.now())) return { outcome: "tooLate" };
  const parsed = parseAnswer(interruption.form, raw);
  if (parsed.outcome === "invalid") return parsed;
  const now = house.clock.now();
  const stored = await house.table.change(headKey(ref), {
    set: {
      interruption: { name, at: now, values: parsed.value.values, delivered: false },
      ...pendingSince(ref, now),
    },
    when: { interruption: "absent" },
  });
  if (stored.outcome === "refused") return { outcome: "tooLate" };
  house.log("K102", { ref, state: name });
  try {
    await deliverInterruption(house, headItem.parse(stored.item));
  } catch (error) {
    house.log("K303", { ref, what: "interruption", error: error instanceof Error ? error.name : "unknown" });
  }
  return { outcome: "accepted" };
}
