import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "./enter.ts";
import { nasty } from "./nasty.ts";
import { type Visitor, visitor } from "./visitor.ts";

/** Addresses that lead somewhere, from which chance makes others. */
let addresses: string[];
let house: DemoHouse;
let somebody: Visitor;

beforeAll(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const submission = { callId: "demo", language: "lt", raw: demoApplication, draftId: "draft" } as const;
  const submitted = await submitApplication(house, submission);
  const ref = "ref" in submitted ? submitted.ref : "";
  const opened = {
    ref,
    state: "endorsement",
    visit: 1,
    arm: 0,
    token: "token",
    due: "2027-01-20T21:59:59.000Z",
  };
  await openTask(house)({ ...opened, movable: true }, lambdaContext);
  const task = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000001#endorsement" }));
  const { linkSecret } = house.config;
  somebody = visitor(house);
  await somebody.post(enterPath(linkSecret, "coordinator@agency.example", 2_000_000_000));
  const draft = (await somebody.post("/calls/demo/drafts")).location;
  addresses = [
    "/",
    "/calls/demo",
    "/calls/demo/drafts",
    draft,
    draft.replace(/[^/]+$/, "check"),
    draft.replace(/[^/]+$/, "submit"),
    taskPath(linkSecret, task),
    taskPath(linkSecret, task).replace("/t/", "/api/tasks/"),
    casePath(linkSecret, ref),
    `${casePath(linkSecret, ref)}/say/withdrawn`,
    "/console",
    "/console/calls/demo",
    "/console/calls/demo?stage=endorsement&after=x&rank=0",
    `/console/cases/${idOf(ref)}`,
    `/console/cases/${idOf(ref)}?record=mail`,
    paths.remind(idOf(ref), task),
    paths.extend(idOf(ref), task),
    paths.notes(idOf(ref)),
    paths.corrections(idOf(ref)),
    paths.correction(idOf(ref), "experienceYears"),
    paths.stuck(),
    paths.tryAgain(),
    paths.restart(),
    "/api/calls",
    "/api/calls/demo/applications",
    "/assets/portal.css",
  ];
});

/** One part of an address, or its query, replaced by something that nobody meant. */
const bentAddress = fc.tuple(fc.nat(), fc.nat(), nasty, fc.boolean()).map(([which, part, said, inQuery]) => {
  const address = addresses[which % addresses.length] ?? "/";
  if (inQuery)
    return `${address.split("?")[0]}?${encodeURIComponent(said)}=${encodeURIComponent(said)}&state=${said}`;
  const parts = address.split("/");
  parts[1 + (part % Math.max(1, parts.length - 1))] = said.replaceAll("?", "");
  return parts.join("/");
});
const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
const names = [
  ...Object.keys(demoApplication),
  "outcome",
  "later",
  "reason",
  "__proto__",
  "availableFrom-year",
];
const form = fc
  .array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 12 })
  .map((pairs) =>
    pairs.map(([name, said]) => `${name}=${encodeURIComponent(said.toWellFormed())}`).join("&"),
  );
const body = fc.oneof(
  form.map((text) => ["application/x-www-form-urlencoded", text] as const),
  fc.json().map((text) => ["application/json", text] as const),
  nasty.map((text) => ["application/json", text] as const),
  nasty.map((text) => ["application/x-www-form-urlencoded", text] as const),
);

describe("whatever is asked of the portal", () => {
  it("an address that nobody meant is answered without a defect", async () => {
    await fc.assert(
      fc.asyncProperty(method, bentAddress, body, async (verb, address, [type, text]) => {
        const headers = { "content-type": type, "idempotency-key": "a-key-made-by-chance" };
        const answer = await somebody.ask(verb, address, {
          headers,
          ...(verb === "GET" ? {} : { body: text }),
        });
        expect([verb, address, answer.status]).toEqual([
          verb,
          address,
          expect.toSatisfy((status) => status < 500),
        ]);
      }),
      {
        numRuns: 600,
        examples: [["GET", `/console/calls/${"ą".repeat(1200)}`, ["application/json", "{}"]]],
      },
    );
  });

  it("a known address takes any body without a defect, and the page that follows can be drawn", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        body,
        fc.constantFrom("lt", "en", "xx", ""),
        async (which, [type, text], lang) => {
          const address = (addresses[which % addresses.length] ?? "/").split("?")[0] ?? "/";
          const headers = {
            "content-type": type,
            "idempotency-key": "a-key-made-by-chance",
            "sec-fetch-site": "same-origin",
          };
          expect((await somebody.ask("POST", address, { headers, body: text })).status).toBeLessThan(500);
          expect((await somebody.get(`${address}?lang=${lang}&change`)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
  });
});
