import { paths } from "../../functions/addresses/paths.ts";
import { enterPath } from "../functions/web/enter.ts";
import { type Visitor, visitor } from "../functions/web/visitor.ts";
import { type Seeded, seededHouse } from "./pages/house.ts";
import { cpuOf } from "./pages/measure.ts";
import { type MomentName, playRoads, type Roads } from "./pages/roads.ts";
import { type Budget, type Report, row } from "./report.ts";

const cases = 10_000;
const moments = ["screening", "paying"] as const satisfies readonly MomentName[];

const budget: Budget = {
  text: "≤ 100 ms",
  most: 100,
  limitedBy: "reading what is shown, from the lines of the cases.",
};

/**
 * The ten pages that are opened most, by those who open them, with 10 000 cases in their call: CPU of one request through the real
 * handler, beside that of a page with the same frame that reads nothing, in the same run.
 */
export async function measure(): Promise<Report> {
  const roads = await playRoads();
  const seeded = await seededHouse(roads, cases, 0, moments);
  try {
    const floor = await cpuOf(() => visitor(seeded.house).get(paths.accessibility()));
    const told = new Map<string, number>();
    for (const moment of moments) {
      seeded.house.at(roads.moments[moment].now);
      for (const [name, ask] of await pagesAt(seeded, roads, moment)) told.set(name, await cpuOf(ask));
    }
    const rows = [...told].map(([name, milliseconds]) =>
      row(
        name,
        `${milliseconds.toFixed(1)} ms, ${(milliseconds / floor).toFixed(1)} × the floor`,
        milliseconds,
        budget,
      ),
    );
    return {
      rows: [row("a page that reads nothing: the floor", `${floor.toFixed(1)} ms`, floor), ...rows],
      notes: [
        `CPU of one request with ${cases.toLocaleString("en").replaceAll(",", " ")} cases in its call, on the embedded table; the median of three. No page takes a second, so none shows a skeleton before it: whatever counts a whole call is ordered, and its page says how far it is.`,
      ],
    };
  } finally {
    seeded.close();
  }
}

type Asked = readonly (readonly [name: string, ask: () => Promise<unknown>])[];

async function pagesAt(seeded: Seeded, roads: Roads, moment: MomentName): Promise<Asked> {
  const call = seeded.callOf(moment);
  const staff = visitor(seeded.house);
  await staff.post(enterPath(roads.config.linkSecret, roads.staff.coordinator, 2_000_000_000));
  const starts = await seeded.startsOf(moment);
  const anyone = visitor(seeded.house);
  const page = (name: string, who: Visitor, address: string | undefined) => {
    if (address === undefined) throw new Error(`no address of: ${name}`);
    return [
      name,
      async () => {
        const { status } = await who.get(address);
        if (status !== 200) throw new Error(`${name}: ${status}`);
      },
    ] as const;
  };
  if (moment === "screening")
    return [
      page("today, what waits", staff, paths.console()),
      page("a call at a glance", staff, paths.consoleCall(call)),
      page(
        "a task, the question with what it needs",
        staff,
        starts.find((address) => address.startsWith("/t/case/")),
      ),
      page("a call's public page", anyone, paths.call(call)),
    ];
  return [
    page("all calls", staff, paths.consoleCalls()),
    page("a call's cases", staff, paths.casesOfCall(call)),
    page(
      "a case",
      staff,
      starts.find((address) => address.startsWith("/console/cases/")),
    ),
    page("a call's people", staff, paths.peopleOfCall(call)),
    page("a call's figures", staff, paths.numbers(call)),
    page(
      "my application",
      anyone,
      starts.find((address) => address.startsWith("/c/")),
    ),
  ];
}
