import { processOf } from "../../workflows/catalogue.ts";
import { addressIn, saidOfApplicant } from "../../workflows/kernel/applicant.ts";
import type { Fields } from "../../workflows/kernel/field.ts";
import type { Item } from "../adapters/table.ts";
import { isOver, type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { taskItem } from "../store/items.ts";
import { registrationPrefix } from "../store/keys.ts";
import { registrationItem } from "../store/seat-items.ts";
import type { Identity } from "./identity.ts";
import type { Kept } from "./kept.ts";
import { saidIn } from "./own-items.ts";

/** Why somebody cannot be erased yet. */
export interface Obstacle {
  readonly why: "caseGoesOn" | "taskIsOpen" | "isStaff";
  readonly ref: string;
}

/** Somebody as the table knows them. */
export interface Person {
  readonly identity: Identity;
  /** Their own cases, as applicant. */
  readonly own: readonly LoadedCase[];
  /** Every case in which their address stands, their own among them. */
  readonly namedIn: readonly LoadedCase[];
  readonly obstacles: readonly Obstacle[];
  /** Somebody else has the same name. */
  readonly hasNamesake: boolean;
  /** In how many items besides those cases they stand. */
  readonly elsewhere: number;
  readonly drafts: number;
  readonly sessions: number;
}

const same = (a: unknown, b: string): boolean => typeof a === "string" && a.trim().toLowerCase() === b;

/** Looks through everything for whoever has an address. One pass over all items, and one over their cases. */
export async function personBy(house: Pick<House, "table">, kept: Kept, address: string): Promise<Person> {
  const email = address.trim().toLowerCase();
  const refs = new Set<string>();
  const names = new Set<string>();
  const obstacles: Obstacle[] = [];
  /** Addresses by the names that stand beside them. */
  const addressesOf = new Map<string, Set<string>>();
  let elsewhere = 0;
  let drafts = 0;
  let sessions = 0;
  for await (const item of kept.items()) {
    for (const { name, email: other } of peopleIn(item)) {
      const key = name.trim().toLowerCase();
      addressesOf.set(key, (addressesOf.get(key) ?? new Set()).add(other.trim().toLowerCase()));
      if (same(other, email)) names.add(name.trim());
    }
    const [pk, sk] = [String(item.pk), String(item.sk)];
    const isTheirs = JSON.stringify(item).toLowerCase().includes(email);
    if (!isTheirs) continue;
    if (pk.startsWith("case#")) refs.add(pk);
    if (pk.startsWith("draft#")) drafts++;
    else if (pk.startsWith("session#")) sessions++;
    else elsewhere++;
    if (sk.startsWith("task#") && item.status === "open" && same(item.inbox, email))
      obstacles.push({ why: "taskIsOpen", ref: pk });
    if (isStaffed(item, email)) obstacles.push({ why: "isStaff", ref: pk });
    if (pk.startsWith("seats#") && sk.startsWith(registrationPrefix)) {
      const registration = registrationItem.parse(item);
      if (same(registration.email, email)) names.add(registration.name.trim());
    }
  }
  const loaded = await Promise.all([...refs].map((ref) => loadCase(house, ref)));
  const namedIn = loaded.filter((one) => one !== undefined);
  const own = namedIn.filter((one) => isOwn(one, email));
  for (const one of own) {
    if (!isOver(one)) obstacles.push({ why: "caseGoesOn", ref: one.head.pk });
    const { name, school } = saidOfApplicant(one.process, one.file.application);
    names.add(name);
    // A school that applies under its own name is called so by everybody.
    if (school.toLowerCase() === name.toLowerCase()) names.delete(name);
  }
  const { accounts, phones } = await saidByThem(kept, own, email);
  names.delete("");
  const hasNamesake = [...names].some((name) =>
    [...(addressesOf.get(name.toLowerCase()) ?? [])].some((other) => other !== "" && other !== email),
  );
  return {
    identity: { addresses: [email], names: [...names], accounts: [...accounts], phones: [...phones] },
    own,
    namedIn,
    obstacles,
    hasNamesake,
    elsewhere,
    drafts,
    sessions,
  };
}

const isOwn = ({ process, file, head }: LoadedCase, email: string): boolean =>
  head.application !== undefined &&
  (same(process.people("applicant", file)?.email, email) || same(addressIn(head.application), email));

/** Each name that stands beside an address in an item, however deep: `principalName` beside `principalEmail`, too. */
function peopleIn(value: unknown): { readonly name: string; readonly email: string }[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (typeof value !== "object" || value === null) return [];
  const said = new Map<string, unknown>(Object.entries(value));
  const own = [...said].flatMap(([key, email]) => {
    const [, whose] = /^(.*?)e?mail$/i.exec(key) ?? [];
    if (whose === undefined || typeof email !== "string" || email.trim() === "") return [];
    const isTheirs = (called: string) =>
      whose === "" ? /^(full)?name$/i.test(called) : called === `${whose}Name`;
    return [...said].flatMap(([called, name]) =>
      isTheirs(called) && typeof name === "string" && name.trim() !== "" ? [{ name, email }] : [],
    );
  });
  return [...own, ...Object.values(value).flatMap(peopleIn)];
}

/** Does a call, or the register, name the address among its staff? */
function isStaffed({ pk, sk, data }: Item, email: string): boolean {
  const isOfStaff = pk === "staff" || (String(pk).startsWith("call#") && sk === "head");
  return isOfStaff && peopleIn(data ?? {}).some((one) => same(one.email, email));
}

/** Accounts and telephones that they gave: in applications of their own, as a person and not for an organisation, and in their answers. */
async function saidByThem(kept: Kept, own: readonly LoadedCase[], email: string) {
  const accounts = new Set<string>();
  const phones = new Set<string>();
  const collect = (fields: Fields, values: Readonly<Record<string, unknown>>): void => {
    for (const [name, { kind }] of Object.entries(fields)) {
      const value = values[name];
      if (typeof value !== "string" || value.trim() === "") continue;
      if (kind === "iban") accounts.add(value.replaceAll(/\s/g, ""));
      if (kind === "phone") phones.add(value.trim());
    }
  };
  const processes = new Map(own.map(({ head }) => [head.pk, head.process]));
  for (const { process, head } of own)
    if (process.applicant?.is !== "organisation")
      collect(process.application?.fields ?? {}, head.application ?? {});
  for await (const item of kept.items()) {
    if (!String(item.sk).startsWith("task#")) continue;
    const { assignee, by, process = processes.get(String(item.pk)) } = taskItem.parse(item);
    if (process === undefined || (!same(assignee?.email, email) && !same(by, email))) continue;
    for (const { fields, values } of saidIn(await processOf(process), item)) collect(fields, values);
  }
  return { accounts, phones };
}
