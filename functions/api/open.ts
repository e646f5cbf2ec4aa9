import * as z from "zod";
import { isCurrent, licenceNames } from "../../workflows/kernel/open.ts";
import { BadCursor } from "../adapters/table.ts";
import { paths } from "../addresses/paths.ts";
import { printNumber, readNumber } from "../certificates/number.ts";
import type { House } from "../house.ts";
import type { Shelf } from "../public/keys.ts";
import { pageOfShelf, type Shown, todayOf, withNumber } from "../public/read.ts";
import { everyRegister } from "../public/shelves.ts";
import { json, refusalAsProblem } from "../web/answers.ts";
import { notFound } from "../web/refusal.ts";
import type { Visit, Work } from "../web/visit.ts";
import { wrongParameters } from "./pages.ts";

const day = z.iso.date();

/** Something published, as programs read it; days are local, both included. */
export const publicationShape = z.strictObject({
  number: z.string(),
  process: z.string(),
  kind: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  licence: z.enum(licenceNames),
  address: z.url(),
  from: day,
  until: day.optional(),
});
export const publicationList = z.strictObject({
  publications: z.array(publicationShape),
  next: z.string().optional(),
});

/** An entry of a register; one whose holder does not agree to be named has neither name nor facts, and is in no list. */
export const registrationShape = z.strictObject({
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  holder: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  from: day,
  until: day.optional(),
  isValid: z.boolean(),
});
export const registrationList = z.strictObject({
  entries: z.array(registrationShape),
  next: z.string().optional(),
});

/** `GET /api/library`: what was published, the newest first, page by page. */
export const listPublications: Work = async (visit) => {
  const found = await pageFor(visit, { library: true });
  if (!found) return wrongCursor();
  const publications = found.shown.flatMap((shown) => asPublication(visit.house, shown));
  return json(200, { publications, ...found.more });
};

/** `GET /api/registers/{kind}`: who stands in a register today and agreed to be shown, by name, page by page. */
export const listRegister: Work = async (visit) => {
  const kind = visit.at("register");
  const registers = await everyRegister("en");
  if (!registers.some((register) => register.kind === kind))
    return refusalAsProblem(notFound, visit.request.id);
  const found = await pageFor(visit, { register: kind });
  if (!found) return wrongCursor();
  return json(200, {
    entries: found.shown.flatMap((shown) => asRegistration(visit.house, shown)),
    ...found.more,
  });
};

/** `GET /api/registered/{number}`: whether an entry is valid today. */
export const describeEntry: Work = async ({ house, request, at }) => {
  const number = readNumber(at("number"));
  const shown = number === undefined ? undefined : await withNumber(house, number);
  const [entry] = shown ? asRegistration(house, shown) : [];
  return entry ? json(200, entry) : refusalAsProblem(notFound, request.id);
};

async function pageFor({ house, request: { query } }: Visit, shelf: Shelf) {
  const [text, tag, after] = ["text", "tag", "cursor"].map((name) => query.get(name) ?? undefined);
  try {
    const { shown, next } = await pageOfShelf(house, shelf, { text, tag, after });
    return { shown, more: next === undefined ? {} : { next } };
  } catch (error) {
    if (error instanceof BadCursor) return undefined;
    throw error;
  }
}

const wrongCursor = () =>
  wrongParameters([
    { parameter: "cursor", problem: "unknownOption", detail: "the cursor that the page before gave" },
  ]);

export function asPublication(
  { config }: House,
  { row, process }: Shown,
): z.infer<typeof publicationShape>[] {
  const { says, kind, from, until } = row;
  if (says?.as !== "publication") return [];
  const { title, summary, authors, tags, licence, what } = says;
  const number = printNumber(row.number);
  return [
    {
      number,
      process,
      kind,
      title,
      ...(summary === undefined ? {} : { summary }),
      authors,
      tags,
      licence,
      address: "link" in what ? what.link : `${config.portalUrl}${paths.publishedFile(number)}`,
      from,
      ...(until === undefined ? {} : { until }),
    },
  ];
}

function asRegistration(house: House, { row }: Shown): z.infer<typeof registrationShape>[] {
  const { says, kind, state, from, until } = row;
  if (state === undefined) return [];
  return [
    {
      number: printNumber(row.number),
      kind,
      state,
      ...(says?.as === "registration" ? { holder: says.holder, facts: says.facts } : {}),
      from,
      ...(until === undefined ? {} : { until }),
      isValid: isCurrent(row, todayOf(house)),
    },
  ];
}
