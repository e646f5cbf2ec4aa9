import * as z from "zod";
import { processOf } from "../../../workflows/catalogue.ts";
import { loadCase } from "../../cases/load.ts";
import { stateNow } from "../../cases/show-state.ts";
import type { ClientItem } from "../../store/client-item.ts";
import { type EntryItem, entryItem } from "../../store/items.ts";
import { idOf, refOfCall, refOfCase } from "../../store/keys.ts";
import { json, refusalAsProblem } from "../answers.ts";
import { codeOf } from "../codes.ts";
import { notFound } from "../refusal.ts";
import type { Visit, Work } from "../visit.ts";
import { pageOf, type WrongParameter, wantedIn, wrongParameters } from "./pages.ts";

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

const instant = z.iso.datetime();

/** `GET /api/calls/{id}/cases`: the cases of the call that the key is for. */
export const listCases: Work = async (visit) => {
  const { house, request, at, client } = visit;
  if (!client || client.callId !== at("id")) return refusalAsProblem(notFound, request.id);
  const list = `cases ${client.callId}`;
  const { wanted, wrong } = wantedIn(house, request.query, list);
  const { filter, faults } = filterIn(request.query, client);
  if (wrong.length + faults.length > 0) return wrongParameters([...wrong, ...faults]);
  const entries = (await house.table.query(refOfCall(client.callId), "entry#"))
    .map((item) => entryItem.parse(item))
    .filter(filter);
  const { items, next } = pageOf(house, list, entries, ({ ref }) => ref, wanted);
  const cases = await Promise.all(items.map((entry) => told(visit, client, entry)));
  return json(200, { cases, ...(next === undefined ? {} : { next }) });
};

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

function filterIn(query: URLSearchParams, { process }: Pick<ClientItem, "process">) {
  const faults: WrongParameter[] = [];
  const [stage, since] = [query.get("stage"), query.get("since")];
  const states = Object.entries(processOf(process).states);
  const isKnown = states.some(
    ([name, state]) => name === stage || (state.kind === "end" && state.status === stage),
  );
  if (stage !== null && stage !== "submitted" && !isKnown)
    faults.push({
      parameter: "stage",
      problem: "unknownOption",
      detail: "a state or an ending of the process",
    });
  if (since !== null && !instant.safeParse(since).success)
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
