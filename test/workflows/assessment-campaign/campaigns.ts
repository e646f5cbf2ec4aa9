import type { Call, Item, Line, School } from "./rules.ts";

/** Numbers by chance, the same for a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const towns = ["Utenos r.", "Molėtų r.", "Anykščių r.", "Šilutės r.", "Ąžuolų r."];
const allGroups = ["mokiniai", "mokytojai", "tėvai"];
const scales: readonly Omit<Item, "id">[] = [
  { from: 1, to: 4, agree: 3 },
  { from: 1, to: 5, agree: 4 },
  { from: 0, to: 10, agree: 7 },
  { from: -2, to: 2, agree: 1 },
  { from: 1, to: 4, agree: 4 },
];

/** A campaign by chance, with what a campaign seldom has: few answers, none, one school in a municipality, no code left, odd codes. */
export function byChance(seed: number, most = 14): { readonly call: Call; readonly lines: readonly Line[] } {
  const next = chance(seed * 7919 + 3);
  const upTo = (n: number): number => Math.floor(next() * n);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[upTo(all.length)];
    if (one === undefined) throw new Error("nothing to pick");
    return one;
  };
  const groups = allGroups.slice(0, 1 + upTo(3));
  const own = towns.slice(0, 1 + upTo(towns.length));
  const items = Array.from({ length: 1 + upTo(3) }, (_, at): Item => ({ id: `q${at + 1}`, ...pick(scales) }));
  const schools = Array.from({ length: 1 + upTo(most) }, (_, at): School => {
    const invited = Object.fromEntries(
      groups.flatMap((group) => (next() < 0.85 ? [[group, pick([0, 1, 2, 4, 5, 6, 9, 12])]] : [])),
    );
    const plan = pick(["", "", "submitted", "returned", "never"]);
    const used = pick(["", "silent", "yes", "partly", "no"]);
    return {
      code: `S${at + 1}`,
      municipality: pick(own),
      invited: Object.keys(invited).length > 0 ? invited : { [groups[0] ?? "mokiniai"]: 3 },
      ...(plan === "" ? {} : { plan }),
      ...(used === "" ? {} : { used }),
    };
  });
  const call: Call = {
    closes: "2027-03-31T16:00",
    least: pick([5, 5, 5, 3, 2, 1, 8]),
    responsePercent: pick([0, 40, 50, 60, 100]),
    reminders:
      [["2027-03-10", "2027-03-20"], ["2027-03-01", "2027-03-31"], [], ["2027-03-15"]][upTo(4)] ?? [],
    planDays: 20,
    instrument: { id: "savijauta", version: 1 + upTo(3), items },
    schools,
  };
  const value = ({ from, to }: Item): string => {
    const odd = next();
    if (odd < 0.12) return "";
    if (odd < 0.15) return String(to + 1);
    return String(from + upTo(to - from + 1));
  };
  const two = (n: number): string => String(n).padStart(2, "0");
  const lines = schools.flatMap(({ code, invited }) =>
    groups.flatMap((group) => {
      const issued = invited[group] ?? 0;
      const eager = pick([0, 0.3, 0.6, 1, 1.2]);
      return Array.from({ length: Math.round(issued * eager) + (next() < 0.15 ? 1 : 0) }, (): Line => {
        const kind = next();
        const edge = next();
        const at =
          edge < 0.04
            ? "2027-03-31T16:00"
            : edge < 0.08
              ? "2027-03-31T16:01"
              : edge < 0.12
                ? "2027-03-10T00:00"
                : edge < 0.14
                  ? "2027-04-02T10:00"
                  : `2027-03-${two(1 + upTo(31))}T${two(9 + upTo(7))}:${two(upTo(60))}`;
        return {
          ...{ at, school: code, group, code: kind < 0.82 ? "new" : kind < 0.92 ? "again" : "unknown" },
          ...Object.fromEntries(items.map((item) => [item.id, value(item)])),
        };
      });
    }),
  );
  const sorted = lines
    .map((line, at) => ({ line, at }))
    .sort((a, b) =>
      (a.line.at ?? "") < (b.line.at ?? "") ? -1 : (a.line.at ?? "") > (b.line.at ?? "") ? 1 : a.at - b.at,
    )
    .map(({ line }) => line);
  const [first] = schools;
  const [group] = Object.keys(first?.invited ?? {});
  const atLeastOne: Line = {
    ...{ at: "2027-03-01T09:00", school: first?.code ?? "", group: group ?? "", code: "again" },
    ...Object.fromEntries(items.map(({ id }) => [id, ""])),
  };
  return { call, lines: sorted.length > 0 ? sorted : [atLeastOne] };
}
