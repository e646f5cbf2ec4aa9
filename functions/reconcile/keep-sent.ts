import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { Mail } from "../store/mail-items.ts";
import type { Told } from "./told.ts";

/**
 * Notes that a mail went of which the table knows nothing, or thinks that it still has to go: so it does not go a second time when its
 * road comes there again. How many were noted: none or one.
 */
export async function keepSent(
  { table, clock }: Pick<House, "table" | "clock">,
  loaded: LoadedCase,
  { of, at }: Told,
): Promise<0 | 1> {
  if (of.kind !== "mail" || at === undefined) return 0;
  const key = { pk: loaded.head.pk, sk: of.sk };
  const sent = { sentAt: at, providerId: of.providerId };
  const known = loaded.mails.find(({ sk }) => sk === of.sk);
  if (known) {
    if (known.sentAt !== undefined) return 0;
    const remove = ["pending", "pendingAt", "attempts"];
    const { outcome } = await table.change(key, { set: sent, remove, when: { sentAt: "absent" } });
    return outcome === "changed" ? 1 : 0;
  }
  const [role = ""] = (of.sk.split("#")[3] ?? "").split(".");
  const mail: Mail = {
    ...key,
    template: of.template,
    role,
    to: { name: of.to, email: of.to, language: loaded.head.language },
    queuedAt: at,
    enteredAt: clock.now(),
    ...sent,
  };
  return (await table.put({ ...mail }, { ifAbsent: true })) === "stored" ? 1 : 0;
}
