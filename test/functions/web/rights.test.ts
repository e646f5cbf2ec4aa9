import { beforeAll, describe, expect, it } from "vitest";
import type { Item } from "../../../functions/adapters/table.ts";
import { keyInPath } from "../../../functions/addresses/address.ts";
import type { Right, StaffRole } from "../../../functions/addresses/rights.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { entryKey, headKey, idOf, refOfCall } from "../../../functions/store/keys.ts";
import { routes } from "../../../functions/web/portal.ts";
import { submitRoutes } from "../../../functions/web/submit-application.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "./enter.ts";
import { type Visitor, visitor } from "./visitor.ts";

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });

/** Who comes: by role in the call that is asked for, in another call alone, by a session, or with nothing. */
const staff = ["coordinator", "commission", "agency", "finance", "auditor"] as const;
const comers = [...staff, "otherCoordinator", "applicant", "nobody"] as const;
type Comer = (typeof comers)[number];

const stages = ["asked", "over"] as const;
const owners = ["own", "other"] as const;

/** Everything that is there at one stage, as the table holds it. */
interface World {
  readonly items: readonly Item[];
  readonly ref: string;
  readonly task: ReturnType<typeof taskItem.parse>;
}

const worlds = new Map<string, World>();
const now = "2027-01-12T08:00:00.000Z";

async function build(stage: (typeof stages)[number]): Promise<World> {
  const house = demoHouse(now);
  await publishCall(house, { ...demoCall, staff: { ...demoCall.staff, auditor: person("auditor") } });
  const others = Object.fromEntries(
    ["coordinator", "commission", "agency", "finance"].map((role) => [role, person(`other-${role}`)]),
  );
  await publishCall(house, { ...demoCall, id: "other", staff: others });
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: demoApplication,
    draftId: "draft",
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const { ref } = submitted;
  const due = "2027-01-20T21:59:59.000Z";
  await openTask(house)({ ref, state: "screening", visit: 1, arm: 0, due, token: "token" }, lambdaContext);
  const [found] = await house.table.query(ref, "task#");
  const task = taskItem.parse(found);
  if (stage === "over") {
    await house.table.change(
      { pk: task.pk, sk: task.sk },
      { set: { status: "cancelled", closedAt: now }, remove: ["inbox"] },
    );
    await house.table.change(entryKey("demo", ref), {
      set: { ended: true, state: "withdrawn", endedAt: now },
    });
    await house.table.change(headKey(refOfCall("demo")), { set: { endedAt: now, status: "closed" } });
  }
  await house.keepLines();
  return { items: house.table.all(), ref, task };
}

beforeAll(async () => {
  for (const stage of stages) worlds.set(stage, await build(stage));
});

async function houseAt(world: World): Promise<DemoHouse> {
  const house = demoHouse(now);
  for (const item of world.items)
    await house.table.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
  return house;
}

async function enter(house: DemoHouse, comer: Comer) {
  // Lines are kept beside requests: here everything that changes is a request's doing.
  const browser = visitor({ ...house, keepLines: async () => undefined });
  if (comer === "nobody") return browser;
  if (comer === "applicant") {
    await browser.post("/sign-in", { email: demoApplication.email });
    const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
    await browser.post("/sign-in/code", { code });
    return browser;
  }
  const name = comer === "otherCoordinator" ? "other-coordinator" : comer;
  const until = Math.floor(Date.parse(now) / 1000) + 3600;
  await browser.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
  return browser;
}

/** The address with real names in it; of `other` those of things that this comer has nothing to do with. */
function addressOf(
  pattern: string,
  { ref, task }: World,
  house: DemoHouse,
  whose: (typeof owners)[number],
): string {
  const secret = house.config.linkSecret;
  const foreign = whose === "other";
  if (pattern.startsWith("/t/") || pattern.startsWith("/api/tasks/")) {
    const link = taskPath(secret, task, foreign ? "thief@elsewhere.example" : undefined);
    const rest = pattern.split("{secret}")[1] ?? "";
    return filled(`${pattern.startsWith("/api") ? `/api/tasks${link.slice(2)}` : link}${rest}`);
  }
  if (pattern.startsWith("/c/{id}/{secret}")) {
    const link = casePath(secret, ref, foreign ? "thief" : undefined);
    return filled(`${link}${pattern.slice("/c/{id}/{secret}".length)}`);
  }
  const call = foreign ? "other" : "demo";
  const id = pattern.includes("/cases/") || pattern.includes("/tasks/") ? idOf(ref) : call;
  return filled(pattern.replace("{id}", id).replace("{kind}", "case").replace("{key}", keyInPath(task.sk)));
}

const filled = (path: string): string =>
  path
    .replace("{page}", "person")
    .replace("{day}", "2027-05-03")
    .replace("{name}", "withdrawn")
    .replace("{field}", "fullName")
    .replaceAll(/\{\w+\}/g, "1");

const isStaff = (comer: Comer): comer is (typeof staff)[number] => staff.some((known) => known === comer);

/** What the table of addresses says: let in, or kept out by one of these answers. */
function expected(right: Right, comer: Comer, whose: (typeof owners)[number], isCase: boolean) {
  switch (right.who) {
    case "anyone":
      return "in";
    case "link":
      return whose === "own" ? "in" : "404";
    case "client":
      return "401";
    case "signedIn":
      return comer === "nobody" ? "303" : "in";
    case "staff": {
      if (comer === "nobody" || comer === "applicant") return "403";
      const roles: readonly StaffRole[] = right.roles;
      const role = comer === "otherCoordinator" ? "coordinator" : comer;
      if (right.of === "every") return roles.includes(role) ? "in" : "403";
      // There is one case, of the own call; the other call has its own staff.
      const works = isCase || whose === "own" ? isStaff(comer) : comer === "otherCoordinator";
      if (!works) return "404";
      return roles.includes(role) ? "in" : "403";
    }
  }
}

const all = [...routes, ...submitRoutes];

describe("the table of addresses", () => {
  it("lets an auditor change nothing of a call, nor of its cases, but say a word that is an auditor's", () => {
    // What is ordered or asked in the background is what they may read: a list, written down, or what a call comes to.
    const background = ["files", "findings"].map((name) => `/console/calls/{id}/${name}`);
    // What a list is filtered by is sent, because it may be a name; it leads to the list and changes nothing.
    const filters = ["cases", "people"].map((name) => `/console/calls/{id}/${name}`);
    const said = ["/console/calls/{id}/say/{name}", "/console/cases/{id}/say/{name}"];
    const free = [...background, ...filters, ...said];
    for (const { method, pattern, right } of all)
      if (method === "POST" && pattern.startsWith("/console/c") && !free.includes(pattern))
        if (right.who === "staff" && right.of !== "every")
          expect([pattern, right.roles.includes("auditor")]).toEqual([pattern, false]);
  });
});

/** Drafts, uploads and the passes of links name what is not in this world; their own tests look at them. */
const elsewhere = (right: Right): boolean =>
  right.who === "link" && (right.to === "draft" || right.to === "pass");

const cases = all
  .filter(({ right }) => !elsewhere(right))
  .flatMap((route) =>
    comers.flatMap((comer) =>
      owners.flatMap((whose) =>
        stages.map((stage) => ({ route, comer, whose, stage, name: `${route.method} ${route.pattern}` })),
      ),
    ),
  );

/** Whose a word is, its process says: the one that is said here is the applicant's, so no staff says it. */
const isOthersWord = ({ method, pattern }: (typeof all)[number]): boolean =>
  method === "POST" && pattern === "/console/cases/{id}/say/{name}";

/** Who has come into a world that no request has changed yet, kept for whoever comes next. */
const untouched = new Map<string, { readonly house: DemoHouse; readonly browser: Visitor }>();

async function comeIn(comer: Comer, stage: (typeof stages)[number]) {
  const world = worlds.get(stage);
  if (!world) throw new Error(stage);
  const name = `${comer} ${stage}`;
  const kept = untouched.get(name);
  if (kept) return { ...kept, world };
  const house = await houseAt(world);
  const come = { house, browser: await enter(house, comer) };
  untouched.set(name, come);
  return { ...come, world };
}

describe(`each of ${cases.length} ways to come to an address`, () => {
  it.each(cases)("$name by $comer of $whose, $stage", async ({ route, comer, whose, stage }) => {
    const { house, browser, world } = await comeIn(comer, stage);
    const before = JSON.stringify(house.table.all());
    const address = addressOf(route.pattern, world, house, whose);
    const answer = route.method === "GET" ? await browser.get(address) : await browser.post(address);
    const after = JSON.stringify(house.table.all());
    if (after !== before || route.pattern.startsWith("/sign")) untouched.delete(`${comer} ${stage}`);
    expect(answer.status).toBeLessThan(500);
    const isCase = route.pattern.includes("/cases/") || route.pattern.includes("/tasks/");
    const admitted = expected(route.right, comer, whose, isCase);
    const wanted = admitted === "in" && isOthersWord(route) ? "403" : admitted;
    if (wanted === "in") expect(answer.status).not.toBe(403);
    else {
      expect(String(answer.status)).toBe(wanted);
      expect(after).toBe(before);
    }
    if (route.method === "GET") expect(after).toBe(before);
  });
});
