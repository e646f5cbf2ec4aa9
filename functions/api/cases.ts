import * as z from "zod";
import { processOf } from "../../workflows/catalogue.ts";
import { cursorOf } from "../adapters/cursor.ts";
import { loadCase } from "../cases/load.ts";
import { stateNow } from "../cases/road/show-state.ts";
import { entryParts } from "../lines/whose.ts";
import { codeOf } from "../reading/codes.ts";
import type { ClientItem } from "../store/client-item.ts";
import { type EntryItem, entryItem } from "../store/items.ts";
import { entryKey, idOf, refOfCall, refOfCase } from "../store/keys.ts";
import { json, refusalAsProblem } from "../web/answers.ts";
import { notFound } from "../web/refusal.ts";
import type { Visit, Work } from "../web/visit.ts";
import { cursorAfter, type Wanted, type WrongParameter, wantedIn, wrongParameters } from "./pages.ts";

/** A case as programs read it; who stands behind it only with the right to people. */
export const caseShape = z.strictObject({
  id: z.string(),
  code: z.string(),
  call: z.string(),
  process: z.string(),
  /** The state in which it stands, or the status with which it ended. */
  state: z.string(),
  ended: z.boolean(),
  submittedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  applicant: z.strictObject({ name: z.string(), email: z.string() }).optional(),
});

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
  return json(200, await told(visit, client, loaded.entry));
};

async function told(
  { house }: Visit,
  client: ClientItem,
  { ref, ended, state, submittedAt, endedAt }: EntryItem,
): Promise<z.infer<typeof caseShape>> {
  const loaded = await loadCase(house, ref);
  const person = client.rights.includes("people:read")
    ? loaded?.process.people("applicant", loaded.file)
    : undefined;
  return {
    id: idOf(ref),
    code: codeOf(ref),
    call: client.callId,
    process: loaded?.head.process ?? "",
    state: ended || !loaded ? state : stateNow(loaded, house.clock.now()),
    ended,
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
