import { beforeEach, describe, expect, test, vi } from "vitest";
import { stillClock } from "../../../infra/local/clock.ts";
import type { OwnPages } from "../../../infra/local/gateway.ts";
import type { Answer } from "../../../infra/local/gateway-answer.ts";
import type { Progress, Runtime } from "../../../infra/local/runtime.ts";
import { timeControl } from "../../../infra/local/time-control.ts";

const now = "2027-01-11T10:00:00.000Z";
const own = {
  host: ["localhost:4000"],
  origin: ["http://localhost:4000"],
  "sec-fetch-site": ["same-origin"],
};
type Outcome = Awaited<ReturnType<Runtime["advanceTo"]>>;

let control: OwnPages;
let skipped: string[];
let progress: (progress: Progress) => void;
let end: PromiseWithResolvers<Outcome>;
let advancing: boolean;
let isStaff: boolean;

beforeEach(() => {
  skipped = [];
  advancing = false;
  isStaff = true;
  end = Promise.withResolvers();
  const runtime = {
    nextEvent: () => "2027-01-12T05:00:00.000Z",
    isAdvancing: () => advancing,
    advanceTo: async (to: string, onProgress: (progress: Progress) => void = () => undefined) => {
      skipped.push(to);
      advancing = true;
      progress = onProgress;
      try {
        return await end.promise;
      } finally {
        advancing = false;
      }
    },
    settle: async () => undefined,
    nextTimer: () => undefined,
    live: () => undefined,
    keepLines: async () => undefined,
    close: async () => undefined,
  } satisfies Runtime;
  control = timeControl(runtime, stillClock(now), async () => isStaff);
});

const ask = async (
  method: string,
  body = "",
  headers: Readonly<Record<string, readonly string[]>> = own,
  target = "/console/time",
): Promise<Answer> => {
  const asked = {
    method,
    target,
    headers,
    body: Buffer.from(body),
    sourceIp: "127.0.0.1",
    at: Date.parse(now),
  };
  const answer = await control(asked, target.split("?")[0] ?? "");
  if (!answer) throw new Error("the time control left the request to others");
  return answer;
};
const textOf = ({ body }: Answer): string => Buffer.from(body).toString("utf8");
const refreshes = ({ headers }: Answer): boolean => headers.some(([name]) => name === "refresh");

describe("the time control", () => {
  test("is for staff who are signed in alone", async () => {
    isStaff = false;
    for (const method of ["GET", "POST"]) {
      const { status, headers } = await ask(method, "skip=day");
      expect([status, headers]).toEqual([303, [["location", "/sign-in"]]]);
    }
    expect(skipped).toEqual([]);
  });

  test.each(["kelias.evil.example", "localhost.evil.example:4000", "[::ffff:7f00:1]"])(
    "is not there by another name that leads to this machine: %s",
    async (host) => {
      for (const method of ["GET", "POST"])
        expect((await ask(method, "skip=day", { ...own, host: [host] })).status).toBe(403);
      expect(skipped).toEqual([]);
    },
  );

  test("shows the time, what comes next and a way back to the console, and moves nothing", async () => {
    const shown = await ask("GET");
    expect(shown.status).toBe(200);
    expect(textOf(shown)).toContain("Programoje dabar yra 2027 m. sausio 11 d. 12.00 val.");
    expect(textOf(shown)).toContain("Artimiausias įvykis: 2027 m. sausio 12 d. 7.00 val.");
    expect(textOf(shown)).toContain('href="/console"');
    expect(skipped).toEqual([]);
  });

  test("shows itself in English to whoever chooses so", async () => {
    expect(textOf(await ask("GET", "", own, "/console/time?lang=en"))).toContain(
      "The programme's time is 11 January 2027, 12:00 Vilnius time.",
    );
  });

  test.each([
    ["skip=event", "2027-01-12T05:00:00.000Z"],
    ["skip=week", "2027-01-18T10:00:00.000Z"],
    ["until=2027-03-15", "2027-03-15T05:05:00.000Z"],
  ])("%s begins a skip and goes back to the page", async (body, to) => {
    const answer = await ask("POST", body);
    expect(answer).toMatchObject({ status: 303, headers: [["location", "/console/time"]] });
    expect(skipped).toEqual([to]);
  });

  test("while time moves the page says how far it is and asks for itself anew; then it says how it ended", async () => {
    await ask("POST", "skip=week");
    progress({ at: "2027-01-13T10:00:00.000Z", events: 21 });
    const running = await ask("GET");
    expect(refreshes(running)).toBe(true);
    expect(textOf(running)).toContain("Jau 2027 m. sausio 13 d. 12.00 val. Įvyko 21 įvykis.");
    end.resolve("arrived");
    await vi.waitFor(() => expect(advancing).toBe(false));
    const arrived = await ask("GET");
    expect(refreshes(arrived)).toBe(false);
    expect(textOf(arrived)).toContain("Laikas pasuktas iki");
  });

  test("a second skip waits for the first to end", async () => {
    await ask("POST", "skip=week");
    expect((await ask("POST", "skip=day")).status).toBe(409);
    expect(skipped).toHaveLength(1);
  });

  test("a skip that breaks off is said to have", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue();
    await ask("POST", "skip=week");
    end.reject(new Error("the disk is full"));
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(textOf(await ask("GET"))).toContain("Iki galo laiko pasukti nepavyko");
    told.mockRestore();
  });

  test.each(["until=2020-01-01", "until=rytoj", "until=", "", "skip=century", "until=%3Cscript%3E"])(
    "%s is refused with the field to mend",
    async (body) => {
      const answer = await ask("POST", body);
      expect(answer.status).toBe(400);
      expect(textOf(answer)).toContain("Klaida: ");
      expect(textOf(answer)).toContain("Įrašykite dieną, kuri dar neatėjo");
      expect(textOf(answer)).not.toContain("<script>");
      expect(skipped).toEqual([]);
    },
  );

  test.each<[string, Record<string, string[]>]>([
    ["another site's form", { ...own, origin: ["https://evil.example"], "sec-fetch-site": ["cross-site"] }],
    ["another site's form in an old browser", { host: ["localhost:4000"], origin: ["https://evil.example"] }],
    [
      "a page on another port",
      { ...own, origin: ["http://localhost:9999"], "sec-fetch-site": ["same-site"] },
    ],
    [
      "a site whose name points here",
      {
        host: ["evil.example:4000"],
        origin: ["http://evil.example:4000"],
        "sec-fetch-site": ["same-origin"],
      },
    ],
    ["a page without an origin", { host: own.host, origin: ["null"] }],
  ])("%s moves nothing", async (_, headers) => {
    expect((await ask("POST", "skip=week", headers)).status).toBe(403);
    expect(skipped).toEqual([]);
  });

  test("our own page, which keeps its address to itself, moves time", async () => {
    expect((await ask("POST", "skip=week", { ...own, origin: ["null"] })).status).toBe(303);
  });

  test("other methods and other addresses are not its own", async () => {
    expect((await ask("DELETE")).status).toBe(405);
    const other = {
      method: "GET",
      target: "/console",
      headers: own,
      body: Buffer.alloc(0),
      sourceIp: "",
      at: 0,
    };
    expect(await control(other, "/console")).toBeUndefined();
  });
});
