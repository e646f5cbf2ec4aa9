import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { choice, date, text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../workflows/kernel/form.ts";
import { loadCall } from "../calls/calls.ts";
import { standInsNow } from "../cases/people/absences.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { absentFor, ownRoles, standsIn } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import { clientSealOf, isClientSeal } from "../links.ts";
import { type ClientItem, type ClientRight, clientItem } from "../store/client-item.ts";
import type { Head } from "../store/items.ts";
import { clientKey, clientPrefix, refOfCall } from "../store/keys.ts";

export const clientForm = defineForm({
  id: "client",
  outcomes: ["made"],
  fields: {
    name: text({ max: 100 }),
    rights: choice({ options: ["cases", "people"] }),
    until: date({}),
  },
});

/** The identifiers that a form may bring, so that pressed twice it makes one client. */
export const isClientId = (said: string): boolean => /^[A-Za-z0-9_-]{12}$/.test(said);
export const newClientId = (): string => randomBytes(9).toString("base64url");

type Parts = Pick<House, "table" | "clock" | "config">;

/** A key ends after a year at most; both are local days. */
export const lastDayOfKey = (madeOn: string): string =>
  Temporal.PlainDate.from(madeOn).add({ years: 1 }).toString();

/** The clients of a call, the latest first. */
export const clientsOf = async (
  { table }: Pick<House, "table">,
  callId: string,
): Promise<readonly ClientItem[]> =>
  (await table.query(refOfCall(callId), clientPrefix))
    .map((item) => clientItem.parse(item))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));

/**
 * Makes a client and its key, which is told this once: the table keeps what stands for it. `known`: there is a client of that
 * identifier already, made by the same form. What is made by who stands in for the coordinator ends with that.
 */
export async function makeClient(
  house: Parts,
  call: Head,
  wanted: Pick<ClientItem, "name" | "until" | "process"> & {
    readonly id: string;
    readonly rights: readonly ClientRight[];
  },
  by: StaffMember,
): Promise<{ readonly outcome: "made"; readonly key: string } | { readonly outcome: "known" }> {
  const random = randomBytes(32).toString("base64url");
  const { id, name, until, rights, process } = wanted;
  const { callId } = call;
  const insteadOf = coordinatorFor(call, by);
  const item: ClientItem = {
    ...clientKey(callId, id),
    callId,
    process,
    name,
    rights: [...rights],
    until,
    seal: clientSealOf(house.config.linkSecret, callId, id, random),
    madeAt: house.clock.now(),
    madeBy: { name: by.name, email: by.email },
    ...(insteadOf === undefined ? {} : { insteadOf }),
    minute: "",
    used: 0,
  };
  if ((await house.table.put(item, { ifAbsent: true })) === "exists") return { outcome: "known" };
  return { outcome: "made", key: ["kelias", callId, id, random].join(".") };
}

/** Which coordinator somebody stands in for; nobody where they coordinate themselves. */
const coordinatorFor = (call: Head, { email, standIns = [] }: StaffMember): string | undefined =>
  ownRoles(call, email).has("coordinator")
    ? undefined
    : absentFor(call, email, standIns).find(({ absent }) => ownRoles(call, absent).has("coordinator"))
        ?.absent;

/** Does who made it stand in no longer? */
async function hasEndedWithStandIn(
  house: Parts,
  { callId, insteadOf, madeBy }: ClientItem,
): Promise<boolean> {
  if (insteadOf === undefined) return false;
  const call = await loadCall(house, callId);
  const all = await standInsNow(house, { substitute: madeBy.email });
  return !call || !standsIn(call, { absent: insteadOf, role: "coordinator" }, madeBy.email, all);
}

/** Takes a key back; taken back twice it is taken back once. */
export async function revokeClient(house: Parts, callId: string, id: string, by: StaffMember): Promise<void> {
  await house.table.change(clientKey(callId, id), {
    set: { revokedAt: house.clock.now(), revokedBy: { name: by.name, email: by.email } },
    when: { seal: "present", revokedAt: "absent" },
  });
}

export type Known =
  | { readonly outcome: "known"; readonly client: ClientItem }
  | { readonly outcome: "unknown" }
  /** As often as may be in this minute; in so many seconds again. */
  | { readonly outcome: "tooMany"; readonly seconds: number };

/** So many requests a minute with one key. */
export const mostAMinute = 300;

/** The client behind an `Authorization` header; a key that was revoked, is over or is none is unknown. Counts the request. */
export async function clientBehind(house: Parts, header: string | undefined): Promise<Known> {
  const [, key = ""] = /^Bearer (\S{1,300})$/i.exec(header ?? "") ?? [];
  const [kind, callId, id, random, ...more] = key.split(".");
  if (kind !== "kelias" || !callId || !id || !random || more.length > 0) return { outcome: "unknown" };
  const item = await house.table.get(clientKey(callId, id));
  const client = item && clientItem.parse(item);
  const now = house.clock.now();
  if (!client || !isClientSeal(client.seal, house.config.linkSecret, callId, id, random))
    return { outcome: "unknown" };
  if (client.revokedAt !== undefined || dayAt(now) > client.until) return { outcome: "unknown" };
  if (await hasEndedWithStandIn(house, client)) return { outcome: "unknown" };
  return (await count(house, client, now.slice(0, 16)))
    ? { outcome: "known", client }
    : { outcome: "tooMany", seconds: 60 - new Date(now).getUTCSeconds() };
}

/** Counts requests by the minute, whoever else does so at the same time. */
async function count({ table }: Parts, { pk, sk, minute }: ClientItem, now: string): Promise<boolean> {
  const key = { pk, sk };
  if (minute !== now) {
    const begun = await table.change(key, {
      set: { minute: now, used: 1 },
      when: { minute: { is: minute } },
    });
    if (begun.outcome === "changed") return true;
  }
  const counted = await table.change(key, { add: { used: 1 }, when: { minute: { is: now } } });
  return counted.outcome === "refused" || clientItem.parse(counted.item).used <= mostAMinute;
}
