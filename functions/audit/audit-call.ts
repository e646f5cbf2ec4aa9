import type { AuditFindings, BroughtAgain } from "../../workflows/kernel/selection/desk.ts";
import type { Selection } from "../../workflows/kernel/selection/selection.ts";
import { deskOf } from "../calls/desk.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { documentKey, refOfCall } from "../store/keys.ts";

type Parts = Pick<House, "table" | "documents">;

export type Audited =
  | { readonly outcome: "unknownCall" | "nothingPublished" }
  | ({ readonly outcome: "audited" } & AuditFindings);

/**
 * Works out again what a call has published, from the applications, the reviewers' answers and the decisions on appeals
 * that are stored, and compares it with the documents that were kept then and with the table as it is now.
 */
export async function auditCall(parts: Parts, callId: string): Promise<Audited> {
  const call = await loadCase(parts, refOfCall(callId), { withEntries: true });
  if (!call) return { outcome: "unknownCall" };
  const { selects } = call.file;
  const desk = await deskOf(call);
  const names = call.records.flatMap(({ document }) => (document?.startsWith("ranking-") ? [document] : []));
  if (!selects || !desk || names.length === 0) return { outcome: "nothingPublished" };
  const kept = await Promise.all(names.map(async (name) => ({ name, data: await read(parts, call, name) })));
  const again: BroughtAgain[] = [];
  for (const { ref } of call.file.entries ?? []) {
    const own = await loadCase(parts, ref);
    const brought = own && desk.bringAgain(call.file, own.file, weighedAgain(own, selects));
    if (brought) again.push(brought);
  }
  return { outcome: "audited", ...desk.audit(call.file, kept, again) };
}

async function read({ documents }: Parts, { head }: LoadedCase, name: string): Promise<unknown> {
  const kept = await documents.read(documentKey(head.pk, name));
  if (!kept) throw new Error(`${head.pk}: ${name} was published, and is not there`);
  return JSON.parse(Buffer.from(kept.body).toString("utf8"));
}

/** What a case brings to the ranking, weighed again by the step of its process that weighed it; nothing before that. */
function weighedAgain({ process, file }: LoadedCase, { weighing }: Selection): unknown {
  const state = process.states[weighing];
  if (state?.kind !== "step") return undefined;
  // Of several times that a case was weighed the last that brought anything counts.
  return file.records
    .filter((record) => record.state === weighing)
    .map(({ at }) => state.run(file, at).bid)
    .findLast((bid) => bid !== undefined);
}
