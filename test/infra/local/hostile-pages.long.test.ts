import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Item } from "../../../functions/adapters/table.ts";
import { taskPath } from "../../../functions/links.ts";
import { routes } from "../../../functions/web/portal.ts";
import { nasty } from "../../functions/web/nasty.ts";
import { type PageForm, readPage } from "../../functions/web/page-forms.ts";
import { type Visitor, visitor } from "../../functions/web/visitor.ts";
import { type Moments, openMoments, rasaComesIn, walk } from "./moments.ts";

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

type Moment = Moments["all"][number];

let moments: Moments;
beforeAll(async () => {
  moments = await openMoments();
});
afterAll(() => moments?.close());

/** Each input is left out, answered as the page offers it, or nasty. */
const typedInto = ({ inputs }: PageForm) =>
  fc.record(
    Object.fromEntries(
      [...inputs].map(([name, offered]) => {
        const some = offered.length > 0 ? [fc.constantFrom(...offered)] : [];
        return [name, fc.oneof(...some, nasty, fc.constant("2027-05-03"))];
      }),
    ),
    { requiredKeys: [] },
  );

async function send(
  somebody: Visitor,
  { method, action }: PageForm,
  typed: Readonly<Record<string, string | undefined>>,
) {
  const sent = Object.fromEntries(Object.entries(typed).map(([name, said = ""]) => [name, said]));
  if (method === "post") return somebody.post(action, sent);
  return somebody.get(`${action.split("?")[0]}?${new URLSearchParams(sent)}`);
}

const keyOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const isDefect = (status: number): boolean => status >= 500;

/** Fills in a form as nobody should, many times over; its page is still there afterwards, and so is all that was stored. */
async function abuse(page: string, form: PageForm, moment: Moment): Promise<void> {
  const { house, items } = await moments.houseAt(moment);
  const somebody = visitor(house);
  await somebody.post(rasaComesIn(house.config));
  const before = items().map(keyOf);
  await fc.assert(
    fc.asyncProperty(typedInto(form), async (typed) => {
      const answer = await send(somebody, form, typed);
      const isPage = answer.status === 200 || answer.status >= 400;
      const after = await somebody.get(page);
      const left = new Set(items().map(keyOf));
      const wrong = [
        ...(isDefect(answer.status) ? [`answered ${answer.status}`] : []),
        ...(isDefect(after.status) ? [`then the page is ${after.status}`] : []),
        ...(isPage && !answer.body.includes("<h1") ? ["a page without a heading"] : []),
        ...(isPage ? readPage(answer.body, page).deadEnds : []),
        ...before.filter((key) => !isMade(key) && !left.has(key)).map((key) => `lost ${key}`),
      ];
      const where = `${form.method} ${form.action} on ${page}`;
      expect([where, typed, wrong]).toEqual([where, typed, []]);
    }),
    { numRuns: 40 },
  );
}

/** Lists are made from the cases and change with them: nothing in them was given to us. */
const isMade = (key: string): boolean => key.startsWith("lines#");

describe("hostile answers to every task of an internship abroad", () => {
  it("get a clear page and lose nothing", async () => {
    expect(moments.all.length).toBeGreaterThan(15);
    for (const moment of moments.all) {
      if (!moment.task) continue;
      const { house } = await moments.houseAt(moment);
      const path = taskPath(house.config.linkSecret, moment.task);
      for (const page of [path, `${path}/not-me`]) {
        const { body } = await visitor(house).get(page);
        for (const form of readPage(body, page).forms) await abuse(page, form, moment);
      }
    }
  });
});

/** No link of this road leads there: files, mail of the call that came back, a run that was approved, a pass. */
const elsewhere = [
  "/console/cases/{id}/uploads/{upload}",
  "/console/enter/{id}/{until}/{secret}",
  "/console/bulk",
  // Nobody has asked for a code for several papers.
  "/console/signatures/together",
  // What is searched for is sent; search has tests of its own.
  "/console/search",
  // Nobody on this road asked anything.
  "/console/cases/{id}/questions",
  "/console/calls/{id}/payments/{run}/payments.xml",
  "/console/calls/{id}/addresses/{address}",
  // Nobody books a time on this road.
  "/console/calls/{id}/slots",
  "/console/cases/{id}/signatures/{key}/upload/{field}",
  "/console/cases/{id}/calendar.ics",
  // A file of which reviewers see a copy has been handed in by nobody on this road.
  "/console/cases/{id}/corrections/{field}/upload/{place}",
  // Nobody on this road publishes, stands in a register or reports rows of costs.
  "/console/calls/{id}/public",
  "/console/calls/{id}/public/{number}",
  "/console/cases/{id}/public",
  "/console/cases/{id}/public/{number}",
  "/console/cases/{id}/rows/{number}/rows.csv",
  "/console/cases/{id}/rows/{number}/rows.xlsx",
];

describe("hostile use of every form and filter that leads from the console and the portal", () => {
  const forms = new Map<
    string,
    { readonly page: string; readonly form: PageForm; readonly moment: Moment }
  >();

  it("whose links all lead somewhere, at every moment of the road", async () => {
    const reached = new Set<string>();
    for (const moment of moments.main) {
      const { house, items } = await moments.houseAt(moment);
      const rasa = visitor(house);
      await rasa.post(rasaComesIn(house.config));
      for (const { page, pattern, forms: found } of await walk(
        rasa,
        await moments.prepare(house, moment, rasa),
      )) {
        reached.add(pattern);
        for (const form of found) {
          const name = `${pattern} ${form.method} ${[...form.inputs.keys()].join()}`;
          if (form.action !== "/sign-out")
            forms.set(name, { page, form, moment: { ...moment, items: items() } });
        }
      }
    }
    const ofConsole = routes.filter(
      ({ method, pattern }) => method === "GET" && pattern.startsWith("/console"),
    );
    const left = ofConsole.map(({ pattern }) => pattern).filter((pattern) => !reached.has(pattern));
    expect(left.toSorted()).toEqual([...elsewhere].toSorted());
  });

  it("get a clear page and lose nothing", async () => {
    expect(forms.size).toBeGreaterThan(50);
    for (const { page, form, moment } of forms.values()) await abuse(page, form, moment);
  });
});
