import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { onTheBeat } from "../../../functions/sign-in/beat.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { visitor } from "../web/visitor.ts";

let house: DemoHouse;
const austeja = demoApplication.email;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  await submitApplication(house, { callId: "demo", language: "lt", raw: demoApplication, draftId: "draft" });
});

/** Passes so many minutes. */
const later = (minutes: number): void =>
  house.at(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString());
const codes = () =>
  house.sent
    .filter(({ subject }) => subject.includes("kodas"))
    .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? "");
const lastCode = () => codes().at(-1) ?? "";

describe("an applicant without a password", () => {
  it("signs in by a code from the own mailbox, sees the own cases with what happens next, and signs out", async () => {
    const browser = visitor(house);
    expect((await browser.get("/my")).location).toBe("/sign-in");
    expect((await browser.post("/sign-in", { email: austeja.toUpperCase() })).location).toBe("/sign-in/code");
    const { location } = await browser.post("/sign-in/code", {
      code: ` ${lastCode().slice(0, 3)} ${lastCode().slice(3)}`,
    });
    expect(location).toBe("/my");
    const { text } = await browser.get("/my");
    expect(text).toContain("Stažuotės užsienyje");
    expect(text).toContain("Paraiška gauta");
    await browser.post("/sign-out");
    expect((await browser.get("/my")).location).toBe("/sign-in");
  });

  it("is shown nobody else's cases", async () => {
    const raw = { ...demoApplication, email: "kita@mokykla.example" };
    await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "other" });
    const browser = visitor(house);
    await browser.post("/sign-in", { email: "kita@mokykla.example" });
    await browser.post("/sign-in/code", { code: lastCode() });
    const { body } = await browser.get("/my");
    expect(body.match(/class="kelias-own"/g)).toHaveLength(1);
  });

  it("is told the same whether the address is known or not, and no mail goes to strangers", async () => {
    const [known, stranger] = [visitor(house), visitor(house)];
    const before = house.sent.length;
    const one = await known.post("/sign-in", { email: austeja });
    const other = await stranger.post("/sign-in", { email: "niekas@mokykla.example" });
    expect([one.status, one.location]).toEqual([other.status, other.location]);
    const [shown, same] = await Promise.all([known.get("/sign-in/code"), stranger.get("/sign-in/code")]);
    expect(shown.text).toBe(same.text);
    expect(house.sent.length).toBe(before + 1);
  });
});

describe("asking for a code with the address of nobody", () => {
  const kinds = async (email: string) => {
    const before = new Set(house.table.all().map(({ pk, sk }) => `${pk} ${sk}`));
    const browser = visitor(house);
    await browser.post("/sign-in", { email });
    const answers: (number | string)[] = [];
    for (let tries = 0; tries < 7; tries++) {
      const { status, text } = await browser.post("/sign-in/code", { code: "000000" });
      answers.push(status, text);
    }
    const written = house.table.all().filter(({ pk, sk }) => !before.has(`${pk} ${sk}`));
    return { answers, written: written.map(({ sk }) => String(sk).split("#")[0]).toSorted() };
  };

  it("is answered, counted and written down like that of somebody, through all wrong tries", async () => {
    const [somebody, nobody] = [await kinds(austeja), await kinds("niekas@mokykla.example")];
    expect(nobody.answers).toEqual(somebody.answers);
    expect(nobody.written).toEqual(somebody.written.filter((kind) => !kind?.startsWith("mail")));
  });

  it("is answered the same while no mail can be sent", async () => {
    house.mailSays("outage");
    const statuses = [];
    for (const email of [austeja, "niekas@mokykla.example"])
      statuses.push((await visitor(house).post("/sign-in", { email })).status);
    expect(statuses).toEqual([303, 303]);
  });

  it.each([
    [0, 1000],
    [1, 1000],
    [999, 1000],
    [1000, 1000],
    [1001, 2000],
  ])("after %i ms of work is answered after %i", async (work, answered) => {
    let now = 0;
    const timer = {
      now: () => now,
      wait: async (milliseconds: number) => {
        now += milliseconds;
      },
    };
    await onTheBeat(1000, timer, () => timer.wait(work));
    expect(now).toBe(answered);
  });
});

describe("a code", () => {
  it("is used up by five wrong tries, and does not open afterwards", async () => {
    const browser = visitor(house);
    await browser.post("/sign-in", { email: austeja });
    const wrong = lastCode() === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < 5; tries++)
      expect((await browser.post("/sign-in/code", { code: wrong })).status).toBe(422);
    expect((await browser.post("/sign-in/code", { code: lastCode() })).status).toBe(422);
    expect((await browser.get("/my")).location).toBe("/sign-in");
  });

  it("is over after a quarter of an hour, and once it was used", async () => {
    const browser = visitor(house);
    await browser.post("/sign-in", { email: austeja });
    later(16);
    expect((await browser.post("/sign-in/code", { code: lastCode() })).status).toBe(422);
    await browser.post("/sign-in", { email: austeja });
    expect((await browser.post("/sign-in/code", { code: lastCode() })).location).toBe("/my");
    const used = lastCode();
    await browser.post("/sign-in", { email: austeja });
    expect((await browser.post("/sign-in/code", { code: used })).status).toBe(422);
  });

  it("is sent once a minute and five times an hour at most, however often it is asked for", async () => {
    const browser = visitor(house);
    for (let asked = 0; asked < 3; asked++) await browser.post("/sign-in", { email: austeja });
    expect(codes()).toHaveLength(1);
    for (let asked = 0; asked < 10; asked++) {
      later(2);
      await browser.post("/sign-in", { email: austeja });
    }
    expect(codes()).toHaveLength(5);
    later(60);
    await browser.post("/sign-in", { email: austeja });
    expect(codes()).toHaveLength(6);
  });

  it("is not spent by a stranger: neither wrong tries nor asking again lock its owner out", async () => {
    const owner = visitor(house);
    await owner.post("/sign-in", { email: austeja });
    const own = lastCode();
    for (let strangers = 0; strangers < 12; strangers++) {
      const stranger = visitor(house);
      await stranger.post("/sign-in", { email: austeja });
      for (let tries = 0; tries < 6; tries++)
        expect((await stranger.post("/sign-in/code", { code: "000000" })).status).toBe(422);
    }
    expect((await owner.post("/sign-in/code", { code: own })).location).toBe("/my");
  });

  it("reaches its owner in a browser where they signed in before, however many strangers have asked", async () => {
    const owner = visitor(house);
    await owner.post("/sign-in", { email: austeja });
    await owner.post("/sign-in/code", { code: lastCode() });
    await owner.post("/sign-out");
    later(2);
    for (let strangers = 0; strangers < 40; strangers++)
      await visitor(house).post("/sign-in", { email: austeja });
    expect(codes()).toHaveLength(20);
    await owner.post("/sign-in", { email: austeja });
    expect(codes()).toHaveLength(21);
    expect((await owner.post("/sign-in/code", { code: lastCode() })).location).toBe("/my");
  });

  it("that was spent by wrong tries is told of to its owner, once a day", async () => {
    for (const _ of [1, 2]) {
      const stranger = visitor(house);
      await stranger.post("/sign-in", { email: austeja });
      for (let tries = 0; tries < 6; tries++) await stranger.post("/sign-in/code", { code: "1" });
    }
    const told = house.sent.filter(({ subject }) => subject.includes("klaidingais kodais"));
    expect(told.map(({ to }) => to)).toEqual([austeja]);
  });

  it("opens for the browser that asked for it alone, and stands in no item of the table", async () => {
    const [browser, other] = [visitor(house), visitor(house)];
    await browser.post("/sign-in", { email: austeja });
    expect((await other.post("/sign-in/code", { code: lastCode() })).status).toBe(422);
    expect(JSON.stringify(house.table.all())).not.toContain(lastCode());
  });

  it.each(["", "12", "x".repeat(5000), "12345💥", "<script>"])(
    "that is %j is refused with a sentence",
    async (code) => {
      const browser = visitor(house);
      await browser.post("/sign-in", { email: austeja });
      const answer = await browser.post("/sign-in/code", { code });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain("govuk-error-summary");
    },
  );
});

describe("a session", () => {
  it("ends after twelve hours, and its cookie is read by no script", async () => {
    const browser = visitor(house);
    await browser.post("/sign-in", { email: austeja });
    await browser.post("/sign-in/code", { code: lastCode() });
    later(12 * 60 - 1);
    expect((await browser.get("/my")).status).toBe(200);
    later(2);
    expect((await browser.get("/my")).location).toBe("/sign-in");
  });
});

describe("a session of the staff", () => {
  const comeIn = async (others: Readonly<Record<string, string>> = {}) => {
    const browser = visitor(house);
    await browser.post("/sign-in", { email: "coordinator@agency.example" });
    await browser.post("/sign-in/code", { code: lastCode(), ...others });
    return browser;
  };

  it("ends with signing out, also for whoever has kept the cookie", async () => {
    const browser = await comeIn();
    const thief = visitor(house);
    const kept = browser.cookies();
    await browser.post("/sign-out");
    const answer = await thief.ask("GET", "/console", {}, kept);
    expect(answer.status).toBe(403);
  });

  it("ends after two hours in which nothing was done, and goes on while there is work", async () => {
    const browser = await comeIn();
    for (let hours = 0; hours < 5; hours++) {
      later(110);
      expect((await browser.get("/console")).status).toBe(200);
    }
    later(121);
    expect((await browser.get("/console")).status).toBe(403);
  });

  it("ends after twelve hours at the latest", async () => {
    const browser = await comeIn();
    for (let hours = 0; hours < 7; hours++) {
      later(100);
      expect((await browser.get("/console")).status).toBe(200);
    }
    later(30);
    expect((await browser.get("/console")).status).toBe(403);
  });

  it("is ended by a new sign-in that asks for it, and by no other", async () => {
    const first = await comeIn();
    later(2);
    await comeIn();
    expect((await first.get("/console")).status).toBe(200);
    later(2);
    const latest = await comeIn({ others: "yes" });
    expect((await first.get("/console")).status).toBe(403);
    expect((await latest.get("/console")).status).toBe(200);
  });

  it("is in a cookie for this host alone, which no script reads", async () => {
    const browser = await comeIn();
    expect(browser.cookies().find((one) => one.includes("kelias-session"))).toMatch(
      /^__Host-kelias-session=/,
    );
  });
});

describe("one of the staff", () => {
  it("comes into the console by the same code", async () => {
    const browser = visitor(house);
    await browser.post("/sign-in", { email: "coordinator@agency.example" });
    expect((await browser.post("/sign-in/code", { code: lastCode() })).location).toBe("/console");
    expect((await browser.get("/console")).status).toBe(200);
    await browser.post("/sign-out");
    expect((await browser.get("/console")).status).toBe(403);
  });
});
