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
  const ref = refOfCase(id);
  const count = await countOf(house, seatsOf(ref));
  const loaded = count && (await loadCase(house, ref));
  const seats = loaded?.process.seats;
  return count && loaded && seats
    ? { count, loaded, seats, form: formIn(seats.form, loaded.file) }
    : undefined;
}
