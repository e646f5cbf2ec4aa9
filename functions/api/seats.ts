import * as z from "zod";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { opensDesk, opensRegistration } from "../links.ts";
import { checkIn, idOfScan } from "../seats/check-in.ts";
import { come } from "../seats/come.ts";
import { comerOf } from "../seats/comer.ts";
import { countOf } from "../seats/count.ts";
import { openedSeats } from "../seats/opened.ts";
import { saySeatWord, seatWords } from "../seats/own-words.ts";
import { registrationOf } from "../seats/settle.ts";
import { refOfCase, seatsOf } from "../store/keys.ts";
import type { Registration, SeatCount } from "../store/seat-items.ts";
import { json, problem, refusalAsProblem } from "../web/answers.ts";
import { readJson } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { languageOf } from "../web/request.ts";
import type { Visit, Work } from "../web/visit.ts";
import { invalidRegistration } from "./invalid.ts";

/** How the seats of an event stand. */
export const seatsShape = z.object({
  capacity: z.number(),
  taken: z.number(),
  waiting: z.number(),
  opensAt: z.string(),
  startsAt: z.string(),
});

const shown = ({
  capacity,
  taken,
  waiting,
  terms: { opensAt, startsAt },
}: SeatCount): z.infer<typeof seatsShape> => ({
  capacity,
  taken,
  waiting,
  opensAt,
  startsAt,
});

/** `GET /api/seats/{id}` */
export const describeSeats: Work = async ({ house, request, at }) => {
  const count = await countOf(house, seatsOf(refOfCase(at("id"))));
  return count ? json(200, shown(count)) : refusalAsProblem(notFound, request.id);
};

/** `POST /api/seats/{id}`: registers. The link to the registration goes to its address alone. */
export const takeRegistration: Work = async ({ house, request, at }) => {
  const opened = await openedSeats(house, at("id"));
  if (!opened) return refusalAsProblem(notFound, request.id);
  const {
    form,
    count: { pk, process: named },
    loaded: { process },
  } = opened;
  const body = readJson(request);
  if (body.outcome === "refused") return refusalAsProblem(body.refusal, request.id);
  const parsed = parseAnswer(form, body.value);
  if (parsed.outcome === "invalid") return invalidRegistration(named, form, parsed.errors, request);
  const came = await come(house, pk, comerOf(process, parsed.value.values, languageOf(request)));
  switch (came.outcome) {
    case "registered":
    case "waiting":
      return json(201, { outcome: came.outcome, number: came.registration.number });
    case "noEvent":
      return refusalAsProblem(notFound, request.id);
    default:
      return problem(409, came.outcome, "Nobody can be registered so now", { code: came.outcome });
  }
};

/** The registration behind a link. */
async function ownRegistration({
  house,
  at,
}: Visit): Promise<{ pk: string; id: string; own: Registration } | undefined> {
  const pk = seatsOf(refOfCase(at("seats")));
  const id = at("id");
  if (!opensRegistration(at("secret"), house.config.linkSecret, pk, id)) return undefined;
  const own = await registrationOf(house, pk, id);
  return own && { pk, id, own };
}

export const registrationShape = z.object({
  stand: z.string(),
  cameAt: z.string(),
  seatAt: z.string().optional(),
});

/** `GET /api/registrations/{seats}/{id}/{secret}` */
export const describeRegistration: Work = async (visit) => {
  const found = await ownRegistration(visit);
  return found ? json(200, registrationShape.parse(found.own)) : refusalAsProblem(notFound, visit.request.id);
};

const said = z.object({ word: z.enum(seatWords) });

/** `POST /api/registrations/{seats}/{id}/{secret}`: says a word of one's own registration. */
export const takeSeatWord: Work = async (visit) => {
  const { house, request } = visit;
  const found = await ownRegistration(visit);
  if (!found) return refusalAsProblem(notFound, request.id);
  const body = readJson(request);
  if (body.outcome === "refused") return refusalAsProblem(body.refusal, request.id);
  const { word } = said.safeParse(body.value).data ?? {};
  if (word === undefined) return refusalAsProblem({ status: 400, why: "malformed" }, request.id);
  const outcome = await saySeatWord(house, found.pk, found.id, word);
  return outcome === "done"
    ? json(200, { outcome })
    : problem(409, outcome, "It cannot be said as things stand", { code: outcome });
};

const scans = z.object({
  scans: z.array(z.object({ registration: z.string().min(1).max(60), at: z.iso.datetime() })).max(500),
});
/** `names`: who it was, where it was somebody. */
export const scannedShape = z.object({ outcomes: z.array(z.string()), names: z.array(z.string()) });

/** `POST /api/desk/{id}/{secret}`: what a phone at the door has read, in the order of the phone; each is noted once. */
export const takeScans: Work = async ({ house, request, at }) => {
  const pk = seatsOf(refOfCase(at("id")));
  if (!opensDesk(at("secret"), house.config.linkSecret, pk)) return refusalAsProblem(notFound, request.id);
  const body = readJson(request);
  if (body.outcome === "refused") return refusalAsProblem(body.refusal, request.id);
  const read = scans.safeParse(body.value).data;
  if (!read) return refusalAsProblem({ status: 400, why: "malformed" }, request.id);
  const outcomes: string[] = [];
  const names: string[] = [];
  for (const scan of read.scans) {
    const id = await idOfScan(house, pk, scan);
    outcomes.push(await checkIn(house, pk, { ...scan, registration: id }));
    names.push((await registrationOf(house, pk, id))?.name ?? "");
  }
  return json(200, { outcomes, names });
};
