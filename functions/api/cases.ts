import * as z from "zod";
import { processOf } from "../../workflows/catalogue.ts";
import { saidOfApplicant } from "../../workflows/kernel/applicant.ts";
import { rowsSoFar } from "../../workflows/kernel/parse.ts";
import { sumsOf } from "../../workflows/kernel/sums.ts";
import { cursorOf } from "../adapters/cursor.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { stateNow } from "../cases/road/show-state.ts";
import { entryParts } from "../lines/whose.ts";
import { codeOf } from "../reading/codes.ts";
import { factsFor } from "../reading/facts.ts";
import { summedIn } from "../reading/summed.ts";
import type { ClientItem } from "../store/client-item.ts";
import { type EntryItem, entryItem } from "../store/items.ts";
import { entryKey, idOf, refOfCall, refOfCase } from "../store/keys.ts";
import { json, refusalAsProblem } from "../web/answers.ts";
import { notFound } from "../web/refusal.ts";
import type { Visit, Work } from "../web/visit.ts";
import { cursorAfter, type Wanted, type WrongParameter, wantedIn, wrongParameters } from "./pages.ts";

/** A case as programs read it; who stands behind it only with the right to people. */
const caseShape = z.strictObject({
  id: z.string(),
  code: z.string(),
  call: z.string(),
  process: z.string(),
  /** The state in which it stands, or the status with which it ended. */
  state: z.string(),
  ended: z.boolean(),
  /** As what the applicant works, where the application asks and somebody said so. */
  post: z.string().optional(),
  submittedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  applicant: z.strictObject({ name: z.string(), email: z.string() }).optional(),
});

const cents = z.number().int();
const percent = z.number();

/** What rows of an answer come to: each column of money, and each group with its share beside the most that it may have. EUR cents. */
const sumsShape = z.strictObject({
  form: z.string(),
  field: z.string(),
  columns: z.array(z.strictObject({ column: z.string(), cents })),
  groups: z.array(
    z.strictObject({ group: z.string(), cents, sharePercent: percent, mostPercent: percent.optional() }),
  ),
});

/** One case as it is asked for by itself. */
export const wholeCaseShape = caseShape.extend({ sums: z.array(sumsShape) });

export const caseList = z.strictObject({ cases: z.array(caseShape), next: z.string().optional() });

/** Since when cases that are wanted were sent: a UTC instant. */
export const sinceShape = z.iso.datetime();

/** `GET /api/calls/{id}/cases`: the cases of the call that the key is for. */
export const listCases: Work = async (visit) => {
  const { house, request, at, client } = visit;
  if (!client || client.callId !== at("id")) return refusalAsProblem(notFound, request.id);
  const list = `cases ${client.callId}`;
  const { wanted, wrong } = wantedIn(house, request.query, list);
  const { filter, faults } = await filterIn(request.query, client);
  if (wrong.length + faults.length > 0) return wrongParameters([...wrong, ...faults]);
  const { entries, next } = await someEntries(house, client.callId, filter, wanted);
  const cases = await Promise.all(entries.map((entry) => told(visit, client, entry)));
  return json(200, { cases, ...(next === undefined ? {} : { next: cursorAfter(house, list, next) }) });
};

/** No request looks at more cases than that: where few of them are wanted, a page has few of them, or none. */
const mostLookedAt = 500;

/** The next entries of a call that are wanted, in the order of refs, and the ref after which the others come. */
async function someEntries(
  { table }: Visit["house"],
  callId: string,
  isWanted: (entry: EntryItem) => boolean,
  { limit, after }: Wanted,
): Promise<{ readonly entries: readonly EntryItem[]; readonly next?: string }> {
  const pk = refOfCall(callId);
  const entries: EntryItem[] = [];
  let place = after;
  for (let looked = 0; ; ) {
    const { items, next } = await table.page(pk, {
      prefix: entryParts,
      limit: Math.min(limit + 1, mostLookedAt - looked),
      after: place === "" ? undefined : cursorOf(entryKey(callId, place)),
    });
    for (const [index, item] of items.entries()) {
      const entry = entryItem.parse(item);
      place = entry.ref;
      if (isWanted(entry)) entries.push(entry);
      const isMore = index + 1 < items.length || next !== undefined;
      if (entries.length === limit) return isMore ? { entries, next: place } : { entries };
    }
    looked += items.length;
    if (next === undefined) return { entries };
    if (looked >= mostLookedAt) return { entries, next: place };
  }
}

/** `GET /api/cases/{id}`: one case of the call that the key is for. */
export const describeCase: Work = async (visit) => {
  const { house, request, at, client } = visit;
  const loaded = await loadCase(house, refOfCase(at("id")));
  if (!client || !loaded?.entry || loaded.head.callId !== client.callId)
    return refusalAsProblem(notFound, request.id);
  return json(200, { ...(await told(visit, client, loaded.entry)), sums: sumsIn(loaded) });
};

const sumsIn = (loaded: LoadedCase): readonly z.infer<typeof sumsShape>[] =>
  summedIn(factsFor("coordinator", loaded)).flatMap(({ form, name, value }) => {
    const field = form.fields[name];
    const summed = field && sumsOf(field, rowsSoFar(field, value));
    if (!summed) return [];
    const { shares = {} } = field.limit ?? {};
    const groups = summed.groups.map(({ group, cents: sum, perMille }) => {
      const most = shares[group];
      const limit = most === undefined ? {} : { mostPercent: most };
      return { group, cents: sum, sharePercent: perMille / 10, ...limit };
    });
    return [{ form: form.id, field: name, columns: [...summed.columns], groups }];
  });

async function told(
  { house }: Visit,
  client: ClientItem,
  { ref, ended, state, submittedAt, endedAt }: EntryItem,
): Promise<z.infer<typeof caseShape>> {
  const loaded = await loadCase(house, ref);
  const person = client.rights.includes("people:read")
    ? loaded?.process.people("applicant", loaded.file)
    : undefined;
  const post = loaded && saidOfApplicant(loaded.process, loaded.file.application).post;
  return {
    id: idOf(ref),
    code: codeOf(ref),
    call: client.callId,
    process: loaded?.head.process ?? "",
    state: ended || !loaded ? state : stateNow(loaded, house.clock.now()),
    ended,
    ...(post ? { post } : {}),
    submittedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(person ? { applicant: { name: person.name, email: person.email } } : {}),
  };
}

async function filterIn(query: URLSearchParams, { process }: Pick<ClientItem, "process">) {
  const faults: WrongParameter[] = [];
  const [stage, since] = [query.get("stage"), query.get("since")];
  const states = Object.entries((await processOf(process)).states);
  const isKnown = states.some(
    ([name, state]) => name === stage || (state.kind === "end" && state.status === stage),
  );
  if (stage !== null && stage !== "submitted" && !isKnown)
    faults.push({
      parameter: "stage",
      problem: "unknownOption",
      detail: "a state or an ending of the process",
    });
  if (since !== null && !sinceShape.safeParse(since).success)
    faults.push({
      parameter: "since",
      problem: "notDate",
      detail: "a UTC instant such as 2027-01-10T08:00:00Z",
    });
  const from = since === null || faults.length > 0 ? "" : new Date(since).toISOString();
  const filter = ({ state, submittedAt }: EntryItem): boolean =>
    (stage === null || state === stage) && submittedAt >= from;
  return { filter, faults };
}
