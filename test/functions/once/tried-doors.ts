import type { Item } from "../../../functions/adapters/table.ts";
import { runJobs } from "../../../functions/events/run-jobs.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { knowingOwnWrites } from "../../../functions/store/own-writes.ts";
import type { DemoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { type Visited, type Visitor, visitor } from "../web/visitor.ts";
import { cutsOf, differences } from "./tried-again.ts";
import { atRest, TriedTable, type Written } from "./tried-table.ts";

/** What people ask for, each request tried before it is done. */
export interface TriedDoors {
  /** On the table of the house given, which knows its own writes again as it does wherever it is opened. */
  readonly house: DemoHouse;
  /** A browser or a program whose posts are tried. */
  readonly comes: () => Visitor;
  /** What came out otherwise, one sentence each. */
  readonly wrong: readonly string[];
  /** Requests that wrote something, what they wrote, and how often one was cut off and asked again. */
  readonly counted: { requests: number; writes: number; tries: number };
}

/** A session, and an empty draft that nobody has typed into: asked for twice there are two, and one is never used. */
const beginsAnew = /^\/(console\/enter\/|calls\/[^/]+\/drafts$)/;

/**
 * Each time somebody posts, the post is first tried so: cut off after its first write, after its second and so on to the last, and
 * sent again as it was. Whatever the cut, the second answer must tell them that it is done, and once the sweeper has been round, all
 * that is stored must be what it is without a cut.
 */
export function triedDoors(given: DemoHouse): TriedDoors {
  const tried = new TriedTable(given.table);
  const house: DemoHouse = { ...given, table: { ...given.table, ...knowingOwnWrites(tried.seen()) } };
  const wrong: string[] = [];
  const counted = { requests: 0, writes: 0, tries: 0 };

  const later = async (): Promise<void> => {
    await sweeper(house)({}, lambdaContext);
    await runJobs(house)({}, lambdaContext);
  };
  /** What was done outside of the table, and the time, are taken back with it. */
  const tryOut = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const now = house.clock.now();
    const { sent, started, delivered, interrupted } = house;
    const lists = [sent, started, delivered, interrupted].map((list) => ({ list, length: list.length }));
    try {
      return await work();
    } finally {
      await tried.takeBack();
      house.at(now);
      for (const { list, length } of lists) list.length = length;
    }
  };
  const afterwards = async () => {
    house.at(new Date(Date.parse(house.clock.now()) + 600_000).toISOString());
    await later();
    return told(await tried.written());
  };

  const tryPost = async (name: string, post: () => Promise<Visited>): Promise<void> => {
    tried.begin();
    const { answer, writes, once } = await tryOut(async () => {
      const answer = await post();
      const { writes } = tried;
      return { answer, writes, once: await afterwards() };
    });
    if (writes > 0) counted.requests += 1;
    counted.writes += writes;
    for (const cut of cutsOf(writes, Number.POSITIVE_INFINITY)) {
      counted.tries += 1;
      tried.begin(cut);
      await tryOut(async () => {
        await post();
        await atRest();
        tried.goOn();
        const again = await post();
        const where = `${name}, cut off after write ${cut} of ${writes}`;
        if (!isSame(name, answer, again) && !saysThatItIsDone(name, again))
          wrong.push(`${where}: answers ${brief(again)}, not ${brief(answer)}`);
        wrong.push(...differences(once, await afterwards()).map((what) => `${where}: ${what}`));
      });
    }
    tried.begin();
  };

  const comes = (): Visitor =>
    visitor({ ...house, keepLines: async () => undefined }, async (method, address, ask) => {
      await given.keepLines();
      if (method === "POST" && !beginsAnew.test(address)) await tried.alone(() => tryPost(address, ask));
      return ask();
    });
  return { house, comes, wrong, counted };
}

/** A page is told by where it leads or by its status, a program's answer by all that it says. */
const isSame = (address: string, one: Visited, other: Visited): boolean =>
  one.status === other.status &&
  one.location === other.location &&
  (!address.startsWith("/api/") || one.body === other.body);

/** Lists are made from the cases beside requests, and how often something was kept is nobody's concern. */
const told = (written: Written): Written =>
  new Map(
    [...written]
      .filter(([key]) => !/^(lines|figures)#/.test(key))
      .map(([key, { before, after }]) => [
        key,
        { before: withoutVersion(key, before), after: withoutVersion(key, after) },
      ]),
  );

function withoutVersion(key: string, item: Item | undefined): Item | undefined {
  if (!item || !/^draft#| group#/.test(key)) return item;
  const { version, ...rest } = item;
  return rest;
}

/** Where a link or a key is good for one answer, the answer to the second says that the first was taken. */
const saysThatItIsDone = (address: string, { status, text }: Visited): boolean =>
  (/^\/t\//.test(address) && status === 410 && text.includes("Į šią užduotį jau atsakyta")) ||
  (/^\/api\/calls\/[^/]+\/applications$/.test(address) && status === 200);

const brief = ({ status, location, text }: Visited): string => `${status} ${location || text.slice(0, 400)}`;
