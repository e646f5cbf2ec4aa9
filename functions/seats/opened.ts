import type { Fields } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { formIn } from "../../workflows/kernel/given.ts";
import type { Seats } from "../../workflows/kernel/seats.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { refOfCase, seatsOf } from "../store/keys.ts";
import type { SeatCount } from "../store/seat-items.ts";
import { countOf, type Parts } from "./count.ts";

/** The seats that a case has opened. */
export interface Opened {
  readonly count: SeatCount;
  readonly loaded: LoadedCase;
  readonly seats: Seats;
  /** What is asked of whoever registers for these. */
  readonly form: Form<Fields, string>;
}

/** By the identifier in the address; `undefined` where none were opened. */
export async function openedSeats(house: Parts, id: string): Promise<Opened | undefined> {
  const loaded = await loadCase(house, refOfCase(id));
  return loaded && seatsHere(house, loaded);
}

/** Of a case that is known already. */
export async function seatsHere(house: Parts, loaded: LoadedCase): Promise<Opened | undefined> {
  const { seats } = loaded.process;
  const count = seats && (await countOf(house, seatsOf(loaded.head.pk)));
  return seats && count && { count, loaded, seats, form: formIn(seats.form, loaded.file) };
}
