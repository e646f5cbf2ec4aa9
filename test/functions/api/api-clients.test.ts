import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { callList } from "../../../functions/api/calls.ts";
import { caseList, wholeCaseShape } from "../../../functions/api/cases.ts";
import { openApi, problemShape } from "../../../functions/api/openapi.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { mostAMinute } from "../../../functions/clients/clients.ts";
import { entryKey } from "../../../functions/store/keys.ts";
import { routes } from "../../../functions/web/portal.ts";
import { submitRoutes } from "../../../functions/web/submit-application.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

let house: DemoHouse;
let coordinator: ReturnType<typeof visitor>;
const clients = "/console/calls/demo/clients";
const end = { "until-year": "2027", "until-month": "12", "until-day": "31" };

beforeEach(async () => {
  house = demoHouse("2027-01-12T08:00:30.000Z");
  await publishCall(house, demoCall);
  await publishCall(house, { ...demoCall, id: "other" });
  coordinator = visitor(house);
  await coordinator.post(
    enterPath(house.config.linkSecret, "coordinator@agency.example", Date.parse("2028-01-01") / 1000),
  );
});

const apply = async (name: string): Promise<string> => {
  const raw = { ...demoApplication, fullName: name, email: `${name}@mokykla.example` };
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw,
    draftId: `draft-${name}`,
  });
  return submitted.outcome === "stored" ? submitted.ref.slice("case#".length) : "";
};
async function keyFor(rights: "cases" | "people", client = "AAAAAAAAAAAA"): Promise<string> {
  const { body } = await coordinator.post(clients, { client, name: "Statistika", rights, ...end });
  return /kelias\.demo\.[\w.-]+/.exec(body)?.[0] ?? "";
}
const ask = (path: string, key?: string) =>
  visitor(house).ask("GET", path, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } });
const read = (body: string): Record<string, unknown> => JSON.parse(body);

describe("a client's key", () => {
  it.each([
    ["2028-01-12", 200],
    ["2028-01-13", 422],
    ["2030-01-01", 422],
  ])("made on 12 January 2027 works until %s at most: %i", async (day, status) => {
    const [year = "", month = "", date = ""] = day.split("-");
    const until = { "until-year": year, "until-month": month, "until-day": date };
    const client = { client: "AAAAAAAAAAAA", name: "Statistika", rights: "cases" };
    const answer = await coordinator.post(clients, { ...client, ...until });
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.text).toContain("ne ilgiau kaip metus");
  });

  it("is shown once, and the table has only what stands for it", async () => {
    const key = await keyFor("cases");
    expect(key).toMatch(/^kelias\.demo\.AAAAAAAAAAAA\.[\w-]{43}$/);
    expect(JSON.stringify(house.table.all())).not.toContain(key.split(".")[3]);
    expect((await coordinator.get(clients)).body).not.toContain(key);
  });

  it("is made once however often the button is pressed", async () => {
    await keyFor("cases");
    const again = await coordinator.post(clients, {
      client: "AAAAAAAAAAAA",
      name: "Statistika",
      rights: "cases",
      ...end,
    });
    expect(again.location).toBe(clients);
  });

  it("reads the cases of its own call, without names unless it may read people", async () => {
    const id = await apply("ona");
    const [plain, whole] = [await keyFor("cases"), await keyFor("people", "BBBBBBBBBBBB")];
    const list = read((await ask("/api/calls/demo/cases", plain)).body);
    expect(list).toMatchObject({ cases: [{ id, state: "submitted", ended: false }] });
    expect(JSON.stringify(list)).not.toContain("ona");
    expect(read((await ask(`/api/cases/${id}`, whole)).body)).toMatchObject({
      applicant: { name: "ona", email: "ona@mokykla.example" },
    });
    expect((await ask("/api/calls/other/cases", plain)).status).toBe(404);
  });

  it.each(["", "kelias", "kelias.demo.AAAAAAAAAAAA.x", `${"x".repeat(5000)}`, "kelias.demo..", "a.b.c.d.e"])(
    "that is %j opens nothing",
    async (key) => {
      await keyFor("cases");
      const answer = await ask("/api/calls/demo/cases", key);
      expect(answer.status).toBe(401);
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
    },
  );

  it("opens nothing once it is taken back, and none after its last day", async () => {
    const [first, second] = [await keyFor("cases"), await keyFor("cases", "BBBBBBBBBBBB")];
    await coordinator.post(`${clients}/AAAAAAAAAAAA/revoke`);
    await coordinator.post(`${clients}/AAAAAAAAAAAA/revoke`);
    expect((await ask("/api/calls/demo/cases", first)).status).toBe(401);
    expect((await ask("/api/calls/demo/cases", second)).status).toBe(200);
    expect((await coordinator.get(clients)).text).toContain("Panaikino coordinator");
    house.at("2028-01-01T08:00:00.000Z");
    expect((await ask("/api/calls/demo/cases", second)).status).toBe(401);
  });

  it("is used so often in a minute and no more, and again in the next", async () => {
    const key = await keyFor("cases");
    for (let used = 0; used < mostAMinute; used++) await ask("/api/cases/none", key);
    const answer = await ask("/api/cases/none", key);
    expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "30"]);
    house.at("2027-01-12T08:01:00.000Z");
    expect((await ask("/api/cases/none", key)).status).toBe(404);
  });
});

describe("a list", () => {
  it("comes page by page, each case once, also when more come in between", async () => {
    const ids = new Set(await Promise.all(["a", "b", "c", "d", "e"].map(apply)));
    const key = await keyFor("cases");
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = caseList.parse(read((await ask(`/api/calls/demo/cases?limit=2${cursor}`, key)).body));
      seen.push(...page.cases.map(({ id }) => id));
      if (seen.length === 2) await apply("f");
      cursor = page.next === undefined ? "" : `&cursor=${encodeURIComponent(page.next)}`;
    } while (cursor !== "");
    expect(new Set(seen).size).toBe(seen.length);
    expect([...ids].every((id) => seen.includes(id))).toBe(true);
    const calls = callList.parse(read((await ask("/api/calls?limit=1")).body));
    expect(calls.calls.map(({ id }) => id)).toEqual(["demo"]);
    expect(
      callList.parse(read((await ask(`/api/calls?cursor=${calls.next}`)).body)).calls.map(({ id }) => id),
    ).toEqual(["other"]);
  });

  it.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=ten", "limit"],
    ["cursor=made.up", "cursor"],
    ["stage=nonsense", "stage"],
    ["since=yesterday", "since"],
  ])("says of %s what was expected", async (query, field) => {
    const answer = await ask(`/api/calls/demo/cases?${query}`, await keyFor("cases"));
    expect(answer.status).toBe(400);
    expect(read(answer.body)).toMatchObject({ code: "wrongParameters", errors: [{ field }] });
  });

  it("looks at some cases at a time: where few are wanted a page is empty and leads on", async () => {
    const key = await keyFor("cases");
    const ref = (number: number) => `case#${String(number).padStart(6, "0")}`;
    for (let number = 1; number <= 700; number++) {
      const place = { ref: ref(number), ended: false, submittedAt: "2027-01-11T08:00:00.000Z" };
      const state = number === 600 ? "screening" : "endorsement";
      await house.table.put({ ...entryKey("demo", ref(number)), ...place, state });
    }
    const page = async (cursor: string) =>
      caseList.parse(read((await ask(`/api/calls/demo/cases?stage=screening${cursor}`, key)).body));
    const first = await page("");
    expect(first.cases).toEqual([]);
    const second = await page(`&cursor=${encodeURIComponent(first.next ?? "")}`);
    expect(second.cases.map(({ id }) => id)).toEqual(["000600"]);
    expect(second.next).toBeUndefined();
  });

  it("takes no cursor of another list", async () => {
    await Promise.all(["a", "b"].map(apply));
    const key = await keyFor("cases");
    const { next } = caseList.parse(read((await ask("/api/calls/demo/cases?limit=1", key)).body));
    expect((await ask(`/api/calls?cursor=${next}`)).status).toBe(400);
  });

  it("bears whatever is sent", async () => {
    const key = await keyFor("cases");
    const said = fc.record({
      limit: fc.string(),
      cursor: fc.string(),
      stage: fc.string(),
      since: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("/api/calls", "/api/calls/demo/cases"),
        said,
        fc.string(),
        async (path, query, id) => {
          const answers = [
            await ask(`${path}?${new URLSearchParams(query)}`, key),
            await ask(`/api/cases/${encodeURIComponent(id)}`, key),
          ];
          for (const { status } of answers) expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("sending again with the same key", () => {
  const key = { "idempotency-key": "a-key-of-a-program-1" };
  const send = (change: object = {}) =>
    visitor(house).postJson("/api/calls/demo/applications", { ...demoApplication, ...change }, key);

  it("gives the same answer to the same body and refuses another", async () => {
    const first = read((await send()).body);
    expect(read((await send()).body).ref).toBe(first.ref);
    const other = await send({ motivation: "Kita." });
    expect([other.status, read(other.body).code]).toEqual([422, "otherBody"]);
  });
});

describe("the description of the API", () => {
  it("is valid OpenAPI", async () => {
    const { valid, errors } = await new Validator().validate(
      JSON.parse(JSON.stringify(openApi("https://kelias.example"))),
    );
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("has every address of the API and no other", () => {
    const document = openApi("https://kelias.example");
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = [...routes, ...submitRoutes]
      .map(({ method, pattern }) => `${method} ${pattern}`)
      .filter((address) => address.includes(" /api/"));
    expect(described.toSorted()).toEqual(known.toSorted());
  });

  it("is what the answers are like", async () => {
    const id = await apply("ona");
    const key = await keyFor("people");
    callList.parse(read((await ask("/api/calls")).body));
    caseList.parse(read((await ask("/api/calls/demo/cases", key)).body));
    wholeCaseShape.parse(read((await ask(`/api/cases/${id}`, key)).body));
    problemShape.parse(read((await ask("/api/calls?limit=0")).body));
    problemShape.parse(read((await ask("/api/cases/none")).body));
  });

  it("can be read by people in both languages", async () => {
    for (const [language, said] of [
      ["lt", "Siuntimas dar kartą"],
      ["en", "Sending again"],
    ] as const) {
      const { status, text } = await visitor(house).get(`/api?lang=${language}`);
      expect(status).toBe(200);
      expect(text).toContain(said);
    }
  });
});
