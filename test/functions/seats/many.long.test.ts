import { expect, it } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { atEvent, atOnce } from "./event.ts";

/** Notes the most that was ever taken of the seats. */
function watching(noted: { most: number }): (table: Table) => Table {
  return (table) => ({
    ...table,
    change: async (key, change) => {
      const changed = await table.change(key, change);
      if (changed.outcome === "changed" && key.sk === "count")
        noted.most = Math.max(noted.most, Number(changed.item.taken));
      return changed;
    },
  });
}

it("of a thousand who register within one minute, fifty at once, each is told at once, and no seat is given twice", async () => {
  const noted = { most: 0 };
  const people = Array.from({ length: 1000 }, (_, index) => `asmuo-${index}@pastas.example`);
  // Every tenth presses twice, or from two tabs.
  const posts = people.flatMap((email, index) => (index % 10 === 0 ? [email, email.toUpperCase()] : [email]));
  await atEvent(
    300,
    async ({ world, pk, register, stands }) => {
      const answers = await atOnce(posts, 50, register);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1000);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(100);
      expect(noted.most).toBe(300);
      const at = Object.values(await stands());
      // Whoever pressed twice may have held the last seat for a moment: then it is offered to the first who waits.
      expect(at.filter((stand) => stand === "registered" || stand === "offered")).toHaveLength(300);
      expect(at.filter((stand) => stand === "waiting")).toHaveLength(700);
      await world.settle();
      const items = await world.house.table.query(pk);
      const mails = items.filter(({ sk }) => String(sk).startsWith("mail#"));
      const confirmed = mails.filter(
        ({ template }) => template === "seatGiven" || template === "seatAwaited",
      );
      expect(confirmed).toHaveLength(1000);
      expect(mails.every(({ sentAt }) => sentAt !== undefined)).toBe(true);
      // Besides the count, which all share.
      expect(items.length - 1).toBeLessThanOrEqual(3 * 1000);
    },
    { watch: watching(noted) },
  );
});

it("who cancels while others come and claim leaves no seat empty and none given twice", async () => {
  const people = Array.from({ length: 200 }, (_, index) => `asmuo-${index}@pastas.example`);
  const noted = { most: 0 };
  await atEvent(
    50,
    async ({ world, register, say, stands }) => {
      await atOnce(people.slice(0, 120), 20, register);
      const first = Object.entries(await stands()).flatMap(([email, stand]) =>
        stand === "registered" ? [email] : [],
      );
      const acts = [
        ...first.slice(0, 30).map((email) => () => say(email, "cancel")),
        ...people.slice(120).map((email) => () => register(email)),
      ];
      await atOnce(acts, 20, (act) => act());
      await world.settle();
      const counted = Object.groupBy(Object.values(await stands()), (stand) => stand);
      expect((counted.registered ?? []).length + (counted.offered ?? []).length).toBe(50);
      expect(counted.offered).toHaveLength(30);
      expect(counted.cancelled).toHaveLength(30);
      expect(noted.most).toBe(50);
    },
    { watch: watching(noted) },
  );
});

it("of five hundred who come in within ten minutes each is noted once, also by a phone that had no connection for a while", async () => {
  const people = Array.from({ length: 500 }, (_, index) => `asmuo-${index}@pastas.example`);
  await atEvent(500, async ({ world, register, scan, pk }) => {
    await atOnce(people, 50, register);
    await world.advanceTo("2027-04-15T06:50:00.000Z");
    const phones = [0, 1, 2].map((phone) => people.filter((_, index) => index % 3 === phone));
    const kept: { email: string; at: string }[] = [];
    for (let minute = 0; minute < 10; minute += 1) {
      await world.advanceTo(`2027-04-15T06:5${minute}:00.000Z`);
      const at = world.house.clock.now();
      const read = phones.map((queue) => queue.splice(0, 17).map((email) => ({ email, at })));
      const [one = [], two = [], three = []] = read;
      // The third has no connection until the last minute; and one answer to the first is lost, so it sends again.
      kept.push(...three);
      await Promise.all([
        scan(one),
        scan(two),
        ...(minute === 4 ? [scan(one)] : []),
        ...(minute === 9 ? [scan(kept)] : []),
      ]);
    }
    const items = await world.house.table.query(pk, "registration#");
    expect(items.filter(({ checkedInAt }) => checkedInAt !== undefined)).toHaveLength(500);
    const atOf = new Map(items.map(({ email, checkedInAt }) => [email, checkedInAt]));
    expect(atOf.get(people[2])).toBe("2027-04-15T06:50:00.000Z");
  });
});

it("whoever is cut off after any write loses a seat for a minute at most, and gives none twice", async () => {
  for (let writes = 1; writes <= 6; writes += 1) {
    const cut = { after: Number.POSITIVE_INFINITY };
    const failing = (table: Table): Table => {
      const counted = <A extends readonly unknown[], R>(write: (...args: A) => Promise<R>) => {
        return async (...args: A): Promise<R> => {
          if (cut.after <= 0) throw new Error("cut off");
          cut.after -= 1;
          return write(...args);
        };
      };
      return { ...table, put: counted(table.put), change: counted(table.change) };
    };
    await atEvent(
      1,
      async ({ world, register, say, stands }) => {
        cut.after = writes;
        await register("pirma@pastas.example");
        cut.after = Number.POSITIVE_INFINITY;
        await world.advanceTo(new Date(Date.parse(world.house.clock.now()) + 61_000).toISOString());
        await register("antra@pastas.example");
        const one = await stands();
        expect(Object.values(one).filter((stand) => stand === "registered")).toHaveLength(1);
        const holder = Object.entries(one).find(([, stand]) => stand === "registered")?.[0] ?? "";
        const other = holder.startsWith("pirma") ? "antra@pastas.example" : "pirma@pastas.example";
        await register(other);
        cut.after = writes;
        await say(holder, "cancel");
        cut.after = Number.POSITIVE_INFINITY;
        await world.settle();
        await say(holder, "cancel");
        expect((await stands())[other]).toBe("offered");
      },
      { watch: failing },
    );
  }
});
