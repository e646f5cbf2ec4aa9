import { Temporal } from "temporal-polyfill";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { roleIn } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { ownRoles } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { expiring } from "../store/expiring.ts";
import { causedKey, isCall, remindedKey } from "../store/keys.ts";
import { causedItem, type Mail, remindedItem } from "../store/mail-items.ts";
import { mailSettled, nextMorning } from "./claim.ts";

/**
 * Mails that strangers cause (decision 0055): whoever applies writes down addresses that may be anybody's. So many go to one
 * address on a local day; what is more waits for the next morning.
 */
const mostADay = 10;

/** They answer because somebody wrote them down, and none of them works for the call. */
const isOutsider = (process: Process, role: string): boolean =>
  role === "applicant" || (roleIn(process, role)?.isWrittenDown ?? false);

/** The notices that somebody outside can cause with an address of somebody else. */
const byStrangers: Readonly<Record<NonNullable<Mail["notice"]>["name"], boolean>> = {
  absence: false,
  absenceOver: false,
  signInTried: true,
  gaveWay: true,
  draftKept: true,
  newLink: false,
  handedOver: false,
  takenOver: true,
  appliedAlready: true,
  callOpened: false,
  runPrepared: false,
  moneySent: false,
  erasureAgreed: false,
  erasureRefused: false,
};

/** Did nobody of the staff have a part in it yet that this mail goes? */
export function isCausedByStranger({ by, notice, to }: Mail, loaded: LoadedCase | undefined): boolean {
  if (notice) return byStrangers[notice.name];
  if (by !== undefined || loaded === undefined || isCall(loaded.head.pk)) return false;
  if (ownRoles({ data: loaded.file.call }, to.email).size > 0) return false;
  return !loaded.tasks.some(
    ({ status, role = "" }) => status === "answered" && !isOutsider(loaded.process, role),
  );
}

/** Counts a mail among those of its day; `false` where there were too many. The same mail counts once. */
export async function hasRoom(
  house: Pick<House, "table" | "clock" | "config">,
  mail: Mail,
): Promise<boolean> {
  const key = causedKey(addressIdOf(house.config.linkSecret, mail.to.email), today(house));
  const item = await house.table.get(key);
  const before = item && causedItem.parse(item);
  const own = `${mail.pk} ${mail.sk}`;
  const mails = before?.mails ?? [];
  if (mails.includes(own)) return true;
  if (mails.length >= mostADay) return false;
  const { outcome } = await house.table.change(key, {
    set: { mails: [...mails, own], version: mails.length + 1, ...expiring(house.clock.now(), 7) },
    when: { version: before ? { is: before.version } : "absent" },
  });
  return outcome === "changed" || hasRoom(house, mail);
}

/** Leaves a claimed mail to the next morning. */
export async function putOff(house: Pick<House, "table" | "clock" | "log">, mail: Mail): Promise<void> {
  await house.table.change(
    { pk: mail.pk, sk: mail.sk },
    {
      set: { pendingAt: nextMorning(house.clock.now()), putOffAt: house.clock.now() },
      remove: mailSettled.filter((name) => !name.startsWith("pending")),
      when: { pending: "present" },
    },
  );
  house.log("K307", { ref: mail.pk, template: mail.template });
}

/** Has another mail told its reader today of all tasks that wait, this one's too? */
export async function isToldToday(
  house: Pick<House, "table" | "clock" | "config">,
  mail: Mail,
): Promise<boolean> {
  if (mail.task === undefined || mail.role === "applicant") return false;
  const item = await house.table.get(
    remindedKey(addressIdOf(house.config.linkSecret, mail.to.email), today(house)),
  );
  const by = remindedItem.safeParse(item).data?.by;
  return by !== undefined && by !== `${mail.pk} ${mail.sk}`;
}

const today = ({ clock }: Pick<House, "clock">): string =>
  localDay(Temporal.Instant.from(clock.now())).toString();
