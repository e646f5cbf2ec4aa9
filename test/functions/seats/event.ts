import * as z from "zod";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import {
  casePath,
  deskPath,
  registrationIdOf,
  registrationPath,
  taskPath,
} from "../../../functions/links.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { caseOfSeats, idOf, seatsOf } from "../../../functions/store/keys.ts";
import { mailItem } from "../../../functions/store/mail-items.ts";
import { registrationItem } from "../../../functions/store/seat-items.ts";
import type { HouseOptions } from "../../../infra/local/house.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { say } from "../../../infra/local/rehearse/deeds.ts";
import { type Answered, inOwnWorld, type OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import { rehearsal } from "../../../workflows/community-event/rehearsal.ts";

/** An event that is published, and what people do about it through the real handlers. */
export interface Event {
  readonly world: OpenedWorld;
  readonly pk: string;
  readonly register: (email: string, also?: Readonly<Record<string, unknown>>) => Promise<Answered>;
  /** Of the registration of an address. */
  readonly say: (email: string, word: "cancel" | "claim" | "confirm") => Promise<Answered>;
  readonly scan: (scans: readonly { readonly email: string; readonly at: string }[]) => Promise<Answered>;
  /** Whoever proposed it takes it back. */
  readonly takeBack: () => Promise<void>;
  /** To whom which mails went, in order of the addresses. */
  readonly mailed: (template: string) => Promise<readonly string[]>;
  /** Who was checked in. */
  readonly inside: () => Promise<readonly string[]>;
  /** Where each address stands now. */
  readonly stands: () => Promise<Readonly<Record<string, string>>>;
}

const stored = z.object({ ref: z.string() });

/** An event of a call: it begins on 15 April 2027 at ten, where `also` says nothing else. */
export async function atEvent(
  capacity: number,
  live: (event: Event) => Promise<void>,
  beside: Partial<Pick<HouseOptions, "watch">> = {},
  also: Readonly<Record<string, unknown>> = {},
  inCall: Readonly<Record<string, unknown>> = {},
  approved: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { call } = await rehearsal.example();
  const read = await checkCall(JSON.stringify({ ...call, ...inCall }));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  await inOwnWorld(
    read.value.call,
    async (world) => {
      await publishCall(world.house, read.value.call.given);
      const proposed = await world.request(
        "POST",
        paths.apiApplications(read.value.call.id),
        { ...proposal(capacity), ...also },
        {
          "idempotency-key": "the-one-event-there-is",
        },
      );
      const { ref } = stored.parse(proposed.body);
      await world.settle();
      const [task] = (await world.house.table.query(ref, "task#")).map((item) => taskItem.parse(item));
      if (!task) throw new Error("nobody is asked to approve");
      const { linkSecret } = world.house.config;
      await world.request(
        "POST",
        `/api/tasks${taskPath(linkSecret, task).slice("/t".length)}`,
        { outcome: "approved", ...approved },
        {},
      );
      await world.settle();
      await live(eventOf(world, seatsOf(ref)));
    },
    beside,
  );
}

const proposal = (capacity: number) => ({
  ...{ purpose: "event", sort: "campaign", title: "Atvirų durų diena", about: "Apie mokytojo darbą" },
  ...{ fullName: "Ona Onaitė", email: "ona@mokykla.example" },
  ...{ school: "Molėtų gimnazija", municipality: "Molėtų r.", town: "Molėtai" },
  ...{ heldOn: "2027-04-15", heldFrom: "10:00", place: "Molėtai", hours: 6, capacity },
});

/** The own page of whoever proposed the event. */
export const casePathOf = ({ world, pk }: Event): string =>
  casePath(world.house.config.linkSecret, caseOfSeats(pk));

function eventOf(world: OpenedWorld, pk: string): Event {
  const { linkSecret } = world.house.config;
  const idIn = (email: string) => registrationIdOf(linkSecret, pk, email);
  const secretIn = (path: string) => path.split("/").at(-1) ?? "";
  return {
    world,
    pk,
    register: (email, also = {}) =>
      world.request(
        "POST",
        paths.apiSeats(idOf(pk)),
        { fullName: `Lankytoja ${email}`, email, truthful: true, ...also },
        {},
      ),
    takeBack: async () => {
      const values = { reason: "Susirgo lektorė" };
      await say(world, caseOfSeats(pk), { word: "withdrawn", values, from: "a test" });
      await world.settle();
    },
    mailed: async (template) =>
      (await world.house.table.query(pk, "mail#"))
        .map((item) => mailItem.parse(item))
        .flatMap((mail) => (mail.template === template && mail.sentAt !== undefined ? [mail.to.email] : []))
        .toSorted(),
    say: (email, word) => {
      const id = idIn(email);
      const secret = secretIn(registrationPath(linkSecret, pk, id));
      return world.request("POST", paths.apiRegistration(idOf(pk), id, secret), { word }, {});
    },
    scan: (scans) =>
      world.request(
        "POST",
        paths.apiDesk(idOf(pk), secretIn(deskPath(linkSecret, pk))),
        { scans: scans.map(({ email, at }) => ({ registration: idIn(email), at })) },
        {},
      ),
    inside: async () =>
      (await world.house.table.query(pk, "registration#"))
        .map((item) => registrationItem.parse(item))
        .flatMap(({ name, checkedInAt }) => (checkedInAt === undefined ? [] : [name]))
        .toSorted(),
    stands: async () =>
      Object.fromEntries(
        (await world.house.table.query(pk, "registration#"))
          .map((item) => registrationItem.parse(item))
          .map(({ email, stand }) => [email, stand]),
      ),
  };
}

/** Does so many things, some of them at once. */
export async function atOnce<T, R>(
  of: readonly T[],
  many: number,
  act: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const left = of.entries();
  const results: R[] = [];
  const worker = async (): Promise<void> => {
    for (const [index, one] of left) results[index] = await act(one);
  };
  await Promise.all(Array.from({ length: many }, worker));
  return results;
}
