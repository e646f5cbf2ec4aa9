import { certificate } from "../../workflows/kernel/certificate.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { tellAll } from "../mails/queue.ts";
import { certificateKey } from "../store/keys.ts";
import { findCertificate } from "./find.ts";

type Revoked =
  | { readonly outcome: "revoked" | "already" | "none" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/**
 * Takes a case's certificate back, once and for good: who comes second hears so and changes nothing. Its holder is told
 * by mail; said again it is the same mail, so that one that was not ordered because something broke is ordered then.
 */
export async function revoke(house: House, loaded: LoadedCase, by: string, raw: unknown): Promise<Revoked> {
  const { file } = loaded;
  const number = loaded.certificate?.number;
  const revocation = loaded.process.certificate?.revocation;
  if (number === undefined || !revocation) return { outcome: "none" };
  const parsed = parseAnswer(revocation, raw);
  if (parsed.outcome === "invalid") return parsed;
  const { category, reason } = parsed.value.values;
  const changed = await house.table.change(certificateKey(number), {
    set: { revoked: { at: house.clock.now(), by, category, reason } },
    when: { number: "present", revoked: "absent" },
  });
  const revoked = await findCertificate(house.table, number);
  const visit = file.records.findLast(({ step }) => step === certificate.id)?.visit ?? 0;
  await tellAll(house, { ...loaded, ...(revoked ? { certificate: revoked } : {}) }, visit, [
    { role: "applicant", template: "certificateRevoked" },
  ]);
  const said = revoked?.revoked;
  const isOwn = said?.by === by && said?.category === category && said?.reason === reason;
  return { outcome: changed.outcome === "changed" || isOwn ? "revoked" : "already" };
}

/** The same because the road of its case says so; said again it changes nothing. */
export async function takeBack(
  { table }: Pick<House, "table">,
  { certificate: issued }: LoadedCase,
  revoked: { readonly category: string; readonly reason: string; readonly by: string },
  at: string,
): Promise<void> {
  if (!issued) return;
  await table.change(certificateKey(issued.number), {
    set: { revoked: { at, ...revoked } },
    when: { number: "present", revoked: "absent" },
  });
}
