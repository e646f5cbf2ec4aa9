import { rank } from "../../workflows/blocks/ranking/ranking.ts";
import { selection } from "../../workflows/foreign-internship/selection.ts";
import { points } from "../../workflows/kernel/score.ts";
import { type Application, type Quotas, termsWith } from "../workflows/foreign-internship/ranking.ts";
import { takingTurns } from "./medians.ts";
import { applicationsOf, quotasFor } from "./ranking/call.ts";
import { deferredAcceptance } from "./ranking/deferred-acceptance.ts";
import { compare, prepare } from "./ranking/prepared.ts";
import { type Budget, type Report, type Row, row } from "./report.ts";

const budget: Budget = {
  text: "≤ 1.3 × the sort",
  most: 1.3,
  limitedBy:
    "one object for each of those ranked, and what they wished, which lies anywhere in memory; the sort makes neither.",
};

const minimumScore = 60;
const minimum = points(minimumScore);

/** Ranks what was brought, which is read from the table as it is. */
const ranking = (applications: readonly Application[], quotas: Quotas) => {
  const brought = applications.map(({ id, ...bid }) => ({ id, bid }));
  const terms = termsWith(quotas, minimumScore);
  return () => rank(brought, selection, terms);
};

/** Ranking beside a sort by the same keys, prepared once for each application, and beside its textbook twin. */
export async function measure(): Promise<Report> {
  return {
    rows: [...besideTwin(100_000, 11), ...besideSort(100_000, 31), ...besideSort(1_000_000, 3)],
    notes: [
      "Ranking orders, offers, keeps a reserve list and says which key decided. The sort is `Array.prototype.sort` with a plain comparator over keys that are read once for each application, which it includes. Deferred acceptance is the textbook way to the same offers. CPU of the thread, the best of turns taken one after the other.",
    ],
  };
}

function besideSort(count: number, runs: number): Row[] {
  const [applications, quotas] = [applicationsOf(count), quotasFor(count)];
  const [own = Number.NaN, sort = Number.NaN] = takingTurns(
    [ranking(applications, quotas), () => applications.map(prepare).sort(compare)],
    runs,
  );
  return [
    row(`ranking ${spaced(count)}, against the sort`, times(own / sort), own / sort, budget),
    row(`ranking ${spaced(count)}`, `${Math.round(own)} ms`, own),
    row(`the sort of ${spaced(count)}`, `${Math.round(sort)} ms`, sort),
  ];
}

function besideTwin(count: number, runs: number): Row[] {
  const [applications, quotas] = [applicationsOf(count), quotasFor(count)];
  checkTwin(applications, quotas);
  const [own = Number.NaN, twin = Number.NaN] = takingTurns(
    [ranking(applications, quotas), () => deferredAcceptance(applications, quotas, minimum)],
    runs,
  );
  return [row(`ranking ${spaced(count)}, against deferred acceptance`, times(own / twin), own / twin)];
}

const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
const spaced = (count: number): string => count.toLocaleString("en").replaceAll(",", " ");

/** Throws when the twin decides otherwise, because its time would then say nothing. */
function checkTwin(applications: readonly Application[], quotas: Quotas): void {
  const ranked = ranking(applications, quotas)();
  const twin = deferredAcceptance(applications, quotas, minimum);
  const offered = ranked.filter((one) => one.kind === "offered");
  const waiting = ranked.filter((one) => one.kind === "reserve");
  const isSame =
    offered.length === twin.held.size &&
    offered.every(({ id, share }) => twin.held.get(id) === share) &&
    waiting.length === twin.reserve.length &&
    waiting.every(({ id }, at) => id === twin.reserve[at]);
  if (!isSame) throw new Error("deferred acceptance decides otherwise");
}
