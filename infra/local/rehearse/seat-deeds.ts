import * as z from "zod";
import { paths } from "../../../functions/addresses/paths.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { deskPath, registrationIdOf, registrationPath } from "../../../functions/links.ts";
import { hasSaid } from "../../../functions/seats/asked-afterwards.ts";
import { certificateOfSeat } from "../../../functions/seats/certify.ts";
import { metCountOf } from "../../../functions/seats/check-in.ts";
import {
  caseOfSeats,
  earlierRegistrationKey,
  idOf,
  registrationKey,
  seatCountKey,
  seatsOf,
} from "../../../functions/store/keys.ts";
import { readCount, registrationItem } from "../../../functions/store/seat-items.ts";
import type { Deed, Known, Road } from "../../../workflows/kernel/rehearsal.ts";
import { seatEnd } from "../../../workflows/kernel/seats.ts";
import { asForm } from "./answering.ts";
import type { ApplicationResult, Ledger } from "./ledger.ts";
import type { Answered, World } from "./world.ts";

/** What people do with seats, in the order in which it counts at one instant. */
export const seatDeeds = ["cancels", "claims", "registers", "comes in", "looks back"] as const;
type SeatDeed = Extract<Deed, { readonly does: (typeof seatDeeds)[number] }>;

export const isOfSeats = (deed: Deed): deed is SeatDeed => seatDeeds.some((does) => does === deed.does);

/** The call that is played, and what is known of its people. */
interface Playing {
  readonly call: { readonly id: string };
  readonly known: Known;
}

type Seat = NonNullable<ApplicationResult["seat"]>;

/** Does it as a program does, each once, also after a kill. */
export async function actOnSeats(world: World, ledger: Ledger, part: Playing, deed: SeatDeed): Promise<void> {
  const known = ledger.resultOf(part.call.id, deed.row.line);
  if (deed.does === "registers") {
    if (!known) ledger.noteApplication(await register(world, ledger, part, deed));
    return;
  }
  const seat = known?.seat;
  if (!seat || !(await isOwn(world, seat))) return;
  if (deed.does === "comes in") await comeIn(world, seat, deed.at ?? world.house.clock.now());
  else if (deed.does === "looks back") await lookBack(world, seat, deed);
  else await sayWord(world, seat, deed.does === "cancels" ? "cancel" : "claim");
}

const registered = z.object({ number: z.number() });
const refused = z.object({ code: z.string() });

async function register(
  world: World,
  ledger: Ledger,
  part: Playing,
  { row, of, values, confirms }: Extract<SeatDeed, { does: "registers" }>,
): Promise<ApplicationResult> {
  const ref = of && part.known.refOf(of);
  const to = ref === undefined ? "none" : idOf(ref);
  const answered = await world.request("POST", paths.apiSeats(to), values(), { "accept-language": "lt" });
  const noted = { call: part.call.id, line: row.line, to };
  if (answered.status === 404) return { ...noted, outcome: "noEvent" };
  const pk = seatsOf(ref ?? "");
  const id = registrationIdOf(world.house.config.linkSecret, pk, row.email);
  const storedSeat = (number: number): ApplicationResult => ({
    ...noted,
    outcome: "stored",
    seat: { pk, id, number, confirms },
  });
  if (answered.status !== 409) return storedSeat(read(registered, answered, row.line).number);
  const { code } = refused.parse(answered.body);
  const unnoted = code === "duplicate" ? await unnotedOf(world, ledger, { pk, id }) : undefined;
  return unnoted === undefined ? { ...noted, outcome: code } : storedSeat(unnoted);
}

/** The number of a registration that no line of the file has: a kill came after the portal had stored it and before the ledger did. */
async function unnotedOf(
  { house }: World,
  ledger: Ledger,
  { pk, id }: Pick<Seat, "pk" | "id">,
): Promise<number | undefined> {
  const { number } = registrationItem.parse(await house.table.get(registrationKey(pk, id)));
  const isNoted = ledger
    .results()
    .some(({ seat }) => seat?.pk === pk && seat.id === id && seat.number === number);
  return isNoted ? undefined : number;
}

function read<T>(shape: z.ZodType<T>, { status, body }: Answered, line: number): T {
  const value = shape.safeParse(body).data;
  if (status >= 300 || value === undefined)
    throw new Error(`line ${line}: the portal refused it with ${status}: ${JSON.stringify(body)}`);
  return value;
}

/** The registration that an address has now; that of another line is no business of this one. */
async function isOwn({ house }: World, { pk, id, number }: Seat): Promise<boolean> {
  return registrationItem.safeParse(await house.table.get(registrationKey(pk, id))).data?.number === number;
}

/** What may not be said now, is not. */
async function sayWord(world: World, { pk, id }: Seat, word: string): Promise<void> {
  const [, , seats = "", , secret = ""] = registrationPath(world.house.config.linkSecret, pk, id).split("/");
  const answered = await world.request("POST", paths.apiRegistration(seats, id, secret), { word }, {});
  if (answered.status >= 300 && answered.status !== 409)
    throw new Error(`${word}: the portal refused it with ${answered.status}`);
}

export async function confirmSeat(world: World, { seat }: ApplicationResult): Promise<void> {
  if (seat) await sayWord(world, seat, "confirm");
}

/** Seen at the instant at which it was, also by who goes on after a kill. */
async function comeIn(world: World, { pk, id }: Seat, at: string): Promise<void> {
  const secret = deskPath(world.house.config.linkSecret, pk).split("/").at(-1) ?? "";
  const scans = [{ registration: id, at }];
  const answered = await world.request("POST", paths.apiDesk(idOf(pk), secret), { scans }, {});
  if (answered.status >= 300) throw new Error(`the desk refused a scan with ${answered.status}`);
}

/** What is not asked, or was answered before a kill, is not taken. */
async function lookBack(
  world: World,
  { pk, id }: Seat,
  { on, values }: Extract<SeatDeed, { does: "looks back" }>,
): Promise<void> {
  const [, , seats = "", , secret = ""] = registrationPath(world.house.config.linkSecret, pk, id).split("/");
  const said = Object.entries(values()).flatMap(([name, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
  );
  const body = String(new URLSearchParams(said));
  const { status } = await world.request(
    "POST",
    paths.registrationAsked(seats, id, secret, on),
    body,
    asForm,
  );
  if (status !== 200 && status !== 409) throw new Error(`${on}: the portal refused it with ${status}`);
}

/** How a registration ended. */
export async function seatOf(
  house: World["house"],
  { pk, id, number }: Seat,
): Promise<NonNullable<Road["seat"]>> {
  const items = await house.table.getMany([
    registrationKey(pk, id),
    earlierRegistrationKey(pk, number),
    seatCountKey(pk),
  ]);
  const [now, before, counted] = items;
  const own = [now, before]
    .map((item) => item && registrationItem.parse(item))
    .find((one) => one?.number === number);
  if (!own || !counted) throw new Error(`${pk}: registration ${number} is gone`);
  if (readCount(counted).closedAt === undefined) throw new Error(`${pk}: its seats were never closed`);
  const certificate = await certificateOfSeat(house, own);
  const said: string[] = [];
  for (const name of own.checkedInAt === undefined ? [] : await asksOf(house, pk))
    if (await hasSaid(house, own, name)) said.push(name);
  return {
    end: seatEnd(own.stand, own.checkedInAt !== undefined),
    ...(own.seatAt === undefined ? {} : { seatAt: own.seatAt }),
    ...(certificate?.says.hours === undefined ? {} : { hours: certificate.says.hours }),
    isCertified: certificate !== undefined,
    met: metCountOf(own),
    said,
  };
}

/** The names of what is asked afterwards of those who were there. */
const asksOf = async (house: World["house"], pk: string): Promise<readonly string[]> =>
  Object.keys((await loadCase(house, caseOfSeats(pk)))?.process.seats?.asks ?? {});
