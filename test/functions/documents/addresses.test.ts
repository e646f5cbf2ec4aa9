import { beforeEach, describe, expect, it } from "vitest";
import { casePath, taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { idOf, taskKey } from "../../../functions/store/keys.ts";
import type { DemoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";
import { textOf } from "./read-pdf.ts";
import { signedCase } from "./signed-case.ts";

let house: DemoHouse;
let ref: string;

beforeEach(async () => {
  ({ house, ref } = await signedCase());
});

const pass = () => enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000);
const own = () => casePath(house.config.linkSecret, ref);
const console = () => `/console/cases/${idOf(ref)}`;

async function open(state: string, visit: number, part?: string): Promise<string> {
  const due = "2027-03-20T21:59:59.000Z";
  await openTask(house)(
    { ref, state, visit, arm: 0, due, token: `t-${visit}`, ...(part ? { part } : {}) },
    lambdaContext,
  );
  const item = await house.table.get(taskKey(ref, visit, state, part));
  return taskPath(house.config.linkSecret, taskItem.parse(item));
}

const textBehind = async (body: string) => textOf(Buffer.from(body, "base64"));

describe("documents are reached from the page that speaks of them", () => {
  it("by the party that is asked to agree, in the language of its page", async () => {
    const page = await open("agreement", 16, "school");
    const guest = visitor(house);
    const address = `${page}/documents/agreement.pdf?lang=lt`;
    expect((await guest.get(page)).body).toContain(address);
    const answer = await guest.get(address);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(await textBehind(answer.body)).toContain("Stažuotės užsienyje sutartis");
  });

  it("by the applicant, from the own page; reading changes nothing", async () => {
    const guest = visitor(house);
    await house.keepLines();
    const before = house.table.all();
    expect((await guest.get(own())).body).toContain(`${own()}/documents/calculation.pdf?lang=lt`);
    const answer = await guest.get(`${own()}/documents/calculation.pdf?lang=en`);
    expect(await textBehind(answer.body)).toContain("Sheet of the grant’s calculation");
    expect(house.table.all()).toEqual(before);
  });

  it("by the staff, from the case in the console", async () => {
    const staff = visitor(house);
    await staff.post(pass());
    expect((await staff.get(console())).body).toContain(`${console()}/documents/agreement.pdf?lang=lt`);
    expect((await staff.get(`${console()}/documents/agreement.pdf`)).status).toBe(200);
  });
});

describe("nobody else gets them", () => {
  it("a stranger, a forged link and an unknown name find nothing", async () => {
    const stranger = visitor(house);
    const page = await open("agreement", 16, "school");
    for (const [address, status] of [
      [`${console()}/documents/agreement.pdf`, 403],
      [`${own()}x/documents/agreement.pdf`, 404],
      [`${page}x/documents/agreement.pdf`, 404],
      [`${own()}/documents/agreement.txt`, 404],
      [`${own()}/documents/constructor.pdf`, 404],
      [`${own()}/documents/..%2Fagreement.pdf`, 404],
    ] as const) {
      const answer = await stranger.get(address);
      expect([address, answer.status]).toEqual([address, status]);
      expect(answer.text).not.toContain("Austėja");
    }
  });

  it("the link of a host's task opens no document and names none", async () => {
    const page = await open("planAgreement", 16);
    const host = visitor(house);
    expect((await host.get(page)).body).not.toContain("/documents/");
    expect((await host.get(`${page}/documents/agreement.pdf`)).status).toBe(404);
  });

  it("the link of a task whose time is over opens none", async () => {
    const page = await open("agreement", 16, "school");
    house.at("2027-03-21T08:00:00.000Z");
    expect((await visitor(house).get(`${page}/documents/agreement.pdf`)).status).toBe(404);
  });
});
