import fc from "fast-check";
import { expect, it } from "vitest";
import type { Mailer } from "../../../functions/adapters/mailer.ts";
import type { Key, Table } from "../../../functions/adapters/table.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import type { House } from "../../../functions/house.ts";
import { queueNotice } from "../../../functions/mails/notices.ts";
import { mailOfTag } from "../../../functions/mails/tag.ts";
import { everyShard, pendingSince } from "../../../functions/store/keys.ts";
import { times } from "../../thoroughness.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

const begin = Date.parse("2027-01-10T08:00:00.000Z");
const person = { name: "Ona", email: "ona@mokykla.example", language: "lt" } as const;
const notice = { name: "signInTried", values: { time: "8:00" } } as const;

/** What may go wrong with the next thing that somebody does: they are cut off before or after it, or its answer is lost. */
type Fault = "none" | "cutBefore" | "cutAfter" | "lostAnswer" | "busy";

class LostAnswer extends Error {}

/** Several who work at once on one table with one provider, in whatever order the scheduler says. */
class Crew {
  readonly stage: DemoHouse = demoHouse(new Date(begin).toISOString());
  readonly #scheduler: fc.Scheduler;
  readonly #faults: Fault[];
  /** Who is between telling the provider and noting that it took the mail. */
  readonly #sending = new Set<object>();
  #now = begin;
  /** How often each mail was taken by the provider, and how often that was not noted. */
  readonly taken = new Map<string, number>();
  readonly unnoted = new Map<string, number>();

  constructor(scheduler: fc.Scheduler, faults: readonly Fault[]) {
    this.#scheduler = scheduler;
    this.#faults = [...faults];
  }

  /** One of the crew: what befalls them happens to nobody else. */
  member(): House {
    const self = {};
    let isGone = false;
    const act = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
      if (!isGone) await this.#scheduler.schedule(Promise.resolve(), what);
      const fault = isGone ? "cutBefore" : (this.#faults.shift() ?? "none");
      isGone = fault === "cutBefore" || fault === "cutAfter";
      if (isGone) this.#sending.delete(self);
      if (fault === "cutBefore") throw new LostAnswer();
      const result = await work();
      if (isGone || fault === "lostAnswer") throw new LostAnswer();
      await this.#scheduler.schedule(Promise.resolve(), `${what}: answer`);
      return result;
    };
    const { table, mailer } = this.stage;
    const acting: Pick<Table, "get" | "index" | "put" | "change"> = {
      get: (key) => act("get", () => table.get(key)),
      index: (name, key, options) => {
        const look = () => table.index(name, key, options);
        return key === everyShard[0] ? act("index", look) : look();
      },
      put: (...said) => act("put", () => table.put(...said)),
      change: async (key, said) => {
        try {
          return await act("change", async () => {
            if (said.set?.sentAt !== undefined) add(this.unnoted, nameOf(key), -1);
            return table.change(key, said);
          });
        } finally {
          this.#sending.delete(self);
        }
      },
    };
    const sending: Mailer = {
      send: async (message) => {
        if (this.#faults[0] === "busy") {
          this.#faults.shift();
          return { outcome: "later" };
        }
        this.#sending.add(self);
        try {
          return await act("send", () => {
            const name = nameOf(mailOfTag(message.id));
            add(this.taken, name, 1);
            add(this.unnoted, name, 1);
            return mailer.send(message);
          });
        } catch {
          return { outcome: "unsure" };
        }
      },
    };
    return { ...this.stage, table: { ...table, ...acting }, mailer: sending };
  }

  /** Time passes while others work, as much as it likes; but nobody waits for the provider for longer than seconds. */
  async pass(seconds: readonly number[]): Promise<void> {
    for (const some of seconds) {
      await this.#scheduler.schedule(Promise.resolve(), `${some} s`);
      this.to(this.#now + (this.#sending.size > 0 ? 1 : some) * 1000);
    }
  }

  to(now: number): void {
    this.#now = now;
    this.stage.at(new Date(now).toISOString());
  }
}

const nameOf = (key: Key | undefined): string => `${key?.pk} ${key?.sk}`;

const add = (counts: Map<string, number>, name: string, by: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + by);
};

const sweep = (house: House) =>
  sweeper(house)({}, { ...lambdaContext, getRemainingTimeInMillis: () => 55_000 });

/** Two who write a mail, one mail of a large batch, and three sweepers, all at once. */
async function work(scheduler: fc.Scheduler, faults: readonly Fault[], seconds: readonly number[]) {
  const crew = new Crew(scheduler, faults);
  const paced = { pk: "address#many", sk: "mail#signInTried#many" };
  await crew.stage.table.put({
    ...paced,
    template: "notice",
    role: "staff",
    to: person,
    notice,
    queuedAt: new Date(begin).toISOString(),
    isPaced: true,
    ...pendingSince(paced.pk, new Date(begin).toISOString()),
  });
  const members = [
    ...["first", "second"].map((id) => queueNotice(crew.member(), person, notice, id)),
    ...[1, 2, 3].map(() => sweep(crew.member())),
    crew.pass(seconds),
  ];
  await scheduler.waitFor(Promise.allSettled(members));
  return crew;
}

const seconds = fc.array(fc.constantFrom(1, 20, 119, 121, 600), { maxLength: 12 });

it("sends each mail once where nothing fails, however its sender, the sweepers and time come between each other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), seconds, async (scheduler, passing) => {
      const crew = await work(scheduler, [], passing);
      crew.to(begin + 3_600_000);
      await sweep(crew.stage);
      expect([...crew.taken.values()].every((count) => count === 1)).toBe(true);
      expect(crew.stage.sent).toHaveLength(3);
      expect(crew.stage.table.all().filter((item) => item.pending !== undefined)).toEqual([]);
    }),
    { numRuns: times(100, 2000) },
  );
});

it("loses no mail by any fault, and sends it again only where nothing says that it has gone", async () => {
  const fault = fc.constantFrom<Fault>("none", "none", "none", "cutBefore", "cutAfter", "lostAnswer", "busy");
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fault, { maxLength: 60 }),
      seconds,
      async (scheduler, faults, passing) => {
        const crew = await work(scheduler, faults, passing);
        const stored = crew.stage.table
          .all()
          .map(({ pk, sk }) => `${pk} ${sk}`)
          .filter((name) => name.includes(" mail#"));
        for (let hour = 1; hour <= 3; hour++) {
          crew.to(begin + hour * 3_600_000);
          await sweep(crew.stage);
        }
        const gone = new Set(crew.stage.sent.map(({ id }) => nameOf(mailOfTag(id))));
        expect(stored.filter((name) => !gone.has(name))).toEqual([]);
        for (const [name, count] of crew.taken)
          expect(count, name).toBeLessThanOrEqual(1 + (crew.unnoted.get(name) ?? 0));
        expect(crew.stage.table.all().filter((item) => item.pending !== undefined)).toEqual([]);
      },
    ),
    { numRuns: times(100, 2000) },
  );
});
