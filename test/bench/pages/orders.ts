import { runJobs } from "../../../functions/events/run-jobs.ts";
import { goOnWithRun } from "../../../functions/payments/run-work.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { type Visited, type Visitor, visitor } from "../../functions/web/visitor.ts";
import type { Seeded } from "./house.ts";
import type { MomentName, Roads } from "./roads.ts";

/** A request that is measured beside the pages that walking finds. */
export interface Order {
  readonly kind: string;
  readonly ask: () => Promise<Visited>;
}

/**
 * What no page links to before somebody has asked for it: the order of a file, its page while it is made and when it is there, and a
 * run of all payments that wait.
 */
export async function* orders(seeded: Seeded, roads: Roads, name: MomentName): AsyncGenerator<Order> {
  const { house, callOf } = seeded;
  const callId = callOf(name);
  const here = `/console/calls/${callId}`;
  const coordinator = await enter(seeded, roads, roads.staff.coordinator);
  const said = JSON.stringify({ order: "name", isReversed: false });
  const order = { kind: "cases", format: "csv", language: "lt", said };
  const post = () => coordinator.post(`${here}/files`, order);
  yield { kind: "POST /console/calls/{id}/files", ask: post };
  const { location } = await post();
  yield { kind: "/console/calls/{id}/files/{file}, waiting", ask: () => coordinator.get(location) };
  await runJobs(house)({}, { ...lambdaContext, getRemainingTimeInMillis: () => 900_000 });
  yield { kind: "/console/calls/{id}/files/{file}, ready", ask: () => coordinator.get(location) };
  yield {
    kind: "/console/calls/{id}/files/{file}/content",
    ask: () => coordinator.get(`${location}/content`),
  };
  if (name !== "paying") return;
  const run = await coordinator.post(`${here}/payments`, { all: "yes" });
  const number = Number(run.location.split("/").at(-1));
  if (run.status !== 303) throw new Error(`no run was prepared: ${run.status}`);
  await goOnWithRun(house, { callId, number });
  yield {
    kind: "/console/calls/{id}/payments, all in a run",
    ask: () => coordinator.get(`${here}/payments`),
  };
  yield { kind: "/console/calls/{id}/payments/{run}", ask: () => coordinator.get(run.location) };
  const finance = await enter(seeded, roads, roads.staff.finance);
  await finance.post(`${run.location}/approve`);
  await goOnWithRun(house, { callId, number });
  yield { kind: "/console/calls/{id}/payments/{run}, approved", ask: () => finance.get(run.location) };
}

async function enter({ house }: Seeded, { config }: Roads, email: string): Promise<Visitor> {
  const browser = visitor(house);
  await browser.post(enterPath(config.linkSecret, email, 2_000_000_000));
  return browser;
}
