import { paths } from "../../../functions/addresses/paths.ts";
import { runJobs } from "../../../functions/events/run-jobs.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";
import { readPage } from "../../functions/web/page-forms.ts";
import type { Visitor } from "../../functions/web/visitor.ts";
import type { Seeded } from "./house.ts";
import type { MomentName } from "./roads.ts";

/** So many travel in the group that is made. */
const members = 4;

/**
 * What is there only once somebody has begun it: answers for many tasks at once, a group that travels, and what is found out of a
 * whole call. Returns the addresses that nothing links to.
 */
export async function begin(
  coordinator: Visitor,
  { house, callOf }: Seeded,
  name: MomentName,
): Promise<readonly string[]> {
  const callId = callOf(name);
  switch (name) {
    case "screening":
      return bulkOf(coordinator);
    case "reviewing":
      return [];
    case "ranked": {
      const tried = "minimumScore=55";
      await ask(coordinator, callId, "trial", tried);
      await ask(coordinator, callId, "reviewers");
      await doJobs(house);
      return [`${paths.whatIf(callId)}?${tried}`];
    }
    case "paying":
      await makeGroup(coordinator, callId);
      await ask(coordinator, callId, "audit");
      await ask(coordinator, callId, "silent");
      await doJobs(house);
      return [];
  }
}

const ask = (coordinator: Visitor, callId: string, kind: string, said = "") =>
  coordinator.post(paths.findings(callId), { kind, said });

const doJobs = (house: Seeded["house"]) =>
  runJobs(house)({ upTo: "9999" }, { ...lambdaContext, getRemainingTimeInMillis: () => 900_000 });

/** All tasks of a page that may be answered at once. */
async function bulkOf(coordinator: Visitor): Promise<readonly string[]> {
  const inbox = "/console?kind=foreign-internship.screening";
  const { forms } = readPage((await coordinator.get(inbox)).body, inbox);
  const inputs = forms.find(({ action }) => action.startsWith(paths.bulk()))?.inputs;
  const query = new URLSearchParams({ outcome: inputs?.get("outcome")?.[0] ?? "" });
  for (const task of inputs?.get("task") ?? []) query.append("task", task);
  return [`${paths.bulk()}?${query}`];
}

async function makeGroup(coordinator: Visitor, callId: string): Promise<void> {
  const groups = await coordinator.get(paths.groups(callId));
  const here = readPage(groups.body, paths.groups(callId)).links.find((link) =>
    link.includes("/groups/new/"),
  );
  if (here === undefined) throw new Error("nobody travels");
  const { forms } = readPage((await coordinator.get(here)).body, here);
  const offered = forms.find(({ action }) => action.startsWith(here))?.inputs.get("member") ?? [];
  const member = offered.slice(0, members);
  const typed = { name: "Pavasaris", tickets: "agency", leader: member[0] ?? "", member };
  const made = await coordinator.post(here, typed);
  if (made.status !== 303) throw new Error(`no group was made: ${made.status}`);
}
