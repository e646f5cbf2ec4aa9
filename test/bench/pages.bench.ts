import { routes } from "../../functions/portal/portal.ts";
import { rights } from "../../functions/portal/rights.ts";
import { find } from "../../functions/portal/router.ts";
import { readPage } from "../functions/portal/page-forms.ts";
import { type Visitor, visitor } from "../functions/portal/visitor.ts";
import { type Seeded, seededHouse } from "./pages/house.ts";
import { cpuOf } from "./pages/measure.ts";
import { type MomentName, momentNames, playRoads, type Roads } from "./pages/roads.ts";

/**
 * What a page costs with so many cases in its call: CPU of one request through the real handler, on the embedded default's
 * table. The calls hold copies of people who were played through the real machines, at four moments of a call; pages are
 * found by walking, so a new one is measured by itself. With 10 000 cases there are 100 000 in the table.
 */
const sizes = (process.env.SIZES ?? "100,1000,10000").split(",").map(Number);
const inTable = 100_000;
const budget = { milliseconds: 100, times: 2 };

interface Measured {
  readonly pattern: string;
  readonly milliseconds: number;
}

const only = process.argv[2];

async function measureAt(roads: Roads, size: number): Promise<readonly Measured[]> {
  const calls = momentNames.length * size;
  const began = performance.now();
  const seeded = await seededHouse(roads, size, size === sizes.at(-1) ? inTable - calls : 0);
  console.error(`${size}: seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  try {
    const found: Measured[] = [];
    for (const name of momentNames) found.push(...(await measureMoment(seeded, roads, name)));
    return found;
  } finally {
    seeded.close();
  }
}

async function measureMoment(seeded: Seeded, roads: Roads, name: MomentName): Promise<readonly Measured[]> {
  const { house, passes, key } = seeded;
  house.at(roads.moments[name].now);
  const headers = { authorization: `Bearer ${key}` };
  const call = `/api/calls/${seeded.callOf(name)}`;
  const starts = [
    ...(await seeded.startsOf(name)),
    "/console",
    "/",
    "/my",
    `${call}/cases`,
    call,
    "/api/calls",
  ];
  const found: Measured[] = [];
  const known = new Set<string>();
  for (const pass of passes) {
    const browser = visitor(house);
    await browser.post(pass);
    await signIn(browser, seeded);
    const ahead = [...starts];
    const seen = new Set<string>();
    for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
      const route = find(routes, "GET", address.split("?")[0] ?? "");
      if (route.outcome !== "found") continue;
      const { pattern } = route.route;
      const kind = `${pattern}${address.includes("?") ? " with a query" : ""}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      const page = address;
      const { status, body, headers: said } = await browser.ask("GET", page, { headers });
      if (status >= 400) continue;
      if (String(said["content-type"]).startsWith("text/html")) ahead.push(...readPage(body, page).links);
      // Of whoever pays only the own tasks and what only they may see are another page.
      if (known.has(kind) && pattern !== "/console") continue;
      known.add(kind);
      if (only && !pattern.includes(only)) continue;
      found.push({ pattern, milliseconds: await cpuOf(() => browser.ask("GET", page, { headers })) });
    }
  }
  return found;
}

async function signIn(browser: Visitor, { house, applicant }: Seeded): Promise<void> {
  await browser.post("/sign-in", { email: applicant });
  const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
  await browser.post("/sign-in/code", { code });
}

const roads = await playRoads();
const worst = new Map<string, number[]>();
for (const [at, size] of sizes.entries()) {
  for (const { pattern, milliseconds } of await measureAt(roads, size)) {
    const known = worst.get(pattern) ?? [];
    known[at] = Math.max(known[at] ?? 0, milliseconds);
    worst.set(pattern, known);
  }
}
const rows = [...worst].map(([pattern, [few = Number.NaN, some = Number.NaN, many = Number.NaN]]) => {
  const ratio = many / few;
  const isMissed = many > budget.milliseconds || (ratio > budget.times && many > 10);
  return { page: pattern, few, some, many, ratio, isMissed };
});
const figures = (value: number): string => value.toFixed(1).padStart(8);
for (const { page, few, some, many, ratio, isMissed } of rows.toSorted((a, b) => b.many - a.many))
  console.log(
    `${isMissed ? "missed" : "      "} ${figures(few)}${figures(some)}${figures(many)}${figures(ratio)}  ${page}`,
  );
const gets = Object.keys(rights).flatMap((address) => (address.startsWith("GET ") ? [address.slice(4)] : []));
const unseen = gets.filter((pattern) => !worst.has(pattern));
console.log(`not found by walking: ${unseen.join(", ")}`);
