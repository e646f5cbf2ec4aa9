import { routes } from "../../functions/web/portal.ts";
import { type Seeded, seededHouse } from "./pages/house.ts";
import { cpuOf } from "./pages/measure.ts";
import { orders } from "./pages/orders.ts";
import { momentNames, playRoads, type Roads } from "./pages/roads.ts";
import { walk } from "./pages/walk.ts";
import { type Budget, type Report, type Row, row } from "./report.ts";

const inTable = 100_000;
/** What takes less at every size says nothing by its ratio. */
const tooLittle = 10;

const absolute: Budget = {
  text: "≤ 100 ms",
  most: 100,
  limitedBy: "reading what is shown, from the lines of the cases.",
};
const relative: Budget = {
  text: "≤ 2 × what it takes with 100",
  most: 2,
  limitedBy: "a page that is not full with 100 cases.",
};

/**
 * What a page costs with so many cases in its call: CPU of one request through the real handler, on the embedded default's
 * table. The calls hold copies of people who were played through the real machines, at four moments of a call; pages are found
 * by walking, so a new one is measured by itself. At the largest size there are 100 000 cases in the table. `isLong`: with 10 000
 * in each call.
 */
export async function measure({ isLong }: { readonly isLong: boolean }): Promise<Report> {
  const sizes = sizesIn(process.env.SIZES) ?? [100, 1_000, ...(isLong ? [10_000] : [])];
  const roads = await playRoads();
  const found = new Map<string, Map<number, number>>();
  for (const size of sizes) {
    const besides = size === 10_000 ? inTable - momentNames.length * size : 0;
    const seeded = await seededHouse(roads, size, besides);
    console.error(`${size} cases in each call`);
    try {
      await measureAll(seeded, roads, (kind, milliseconds) => {
        const known = found.get(kind) ?? new Map<number, number>();
        found.set(kind, known.set(size, Math.max(known.get(size) ?? 0, milliseconds)));
      });
    } finally {
      seeded.close();
    }
  }
  return { rows: rowsOf(found, sizes), notes: notesOf(found, sizes) };
}

async function measureAll(
  seeded: Seeded,
  roads: Roads,
  note: (kind: string, milliseconds: number) => void,
): Promise<void> {
  const only = process.env.ONLY ?? "";
  for (const name of momentNames) {
    for await (const { kind, ask } of walk(seeded, roads, name)) {
      if (kind.includes(only)) note(kind, await cpuOf(ask));
    }
    for await (const { kind, ask } of orders(seeded, roads, name)) {
      if (kind.includes(only)) note(kind, await cpuOf(ask));
    }
  }
}

const sizesIn = (said: string | undefined): readonly number[] | undefined => said?.split(",").map(Number);

/**
 * The dearest first, without what only a small call has, such as files that are given at once; of each the figure at the largest
 * size, and how many times what it is at the smallest.
 */
function rowsOf(found: ReadonlyMap<string, ReadonlyMap<number, number>>, sizes: readonly number[]): Row[] {
  const [few = 0, many = 0] = [sizes[0], sizes.at(-1)];
  const shown = [...found].filter(([, at]) => at.has(many));
  const dearest = shown.toSorted(([, a], [, b]) => (b.get(many) ?? 0) - (a.get(many) ?? 0));
  return dearest.flatMap(([kind, at]) => {
    const all = sizes.map((size) => at.get(size)?.toFixed(1) ?? "–").join(" · ");
    const [least = Number.NaN, most = Number.NaN] = [at.get(few), at.get(many)];
    const ratio = most / least;
    const isTold = most > tooLittle && !Number.isNaN(ratio);
    return [
      row(kind, `${all} ms`, most, Number.isNaN(most) ? undefined : absolute),
      ...(isTold ? [row(`${kind}, growth`, `${ratio.toFixed(1)} ×`, ratio, relative)] : []),
    ];
  });
}

function notesOf(found: ReadonlyMap<string, unknown>, sizes: readonly number[]): string[] {
  const kinds = new Set([...found.keys()].map((kind) => kind.replace(/[? ].*$/, "")));
  const gets = routes.flatMap(({ method, pattern }) => (method === "GET" ? [pattern] : []));
  return [
    `CPU of one request with ${sizes.join(" · ")} cases in its call, the median of three; ${inTable.toLocaleString("en").replaceAll(",", " ")} cases in the table at 10 000. What takes less than ${tooLittle} ms is not compared.`,
    `Not found by walking: ${gets.filter((pattern) => !kinds.has(pattern)).join(", ")}.`,
  ];
}
