import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { readConfig } from "../../../functions/config.ts";
import { renderDigest } from "../../../functions/mails/digest.ts";
import { memberOfAccount } from "../../../functions/sign-in/account.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

/** Who there is at the provider, by the name that is typed there. */
const accounts: Readonly<Record<string, { readonly email: string; readonly email_verified: boolean }>> = {
  rasa: { email: "Coordinator@agency.example", email_verified: true },
  unsure: { email: "coordinator@agency.example", email_verified: false },
  stranger: { email: "kitas@agency.example", email_verified: true },
};

let server: Server;
let issuer: string;
let house: DemoHouse;
let browser: Visitor;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "kelias",
        client_secret: "a secret between the two, long enough",
        redirect_uris: ["https://kelias.example/sign-in/oidc/back"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["keys of a test"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => {
      const known = accounts[id];
      return known && { accountId: id, claims: () => ({ sub: id, ...known }) };
    },
  });
  server.on("request", provider.callback());
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));

const withProvider = (clientSecret = "a secret between the two, long enough", at = issuer): void => {
  const made = demoHouse(new Date().toISOString());
  house = { ...made, config: { ...made.config, oidc: { issuer: at, clientId: "kelias", clientSecret } } };
};
beforeEach(async () => {
  withProvider();
  await publishCall(house, demoCall);
  browser = visitor(house);
});

/** A person at the provider, with the provider's cookies: types a name, agrees, and is sent back; the address to go back to. */
async function atProvider(start: string, name: string, agrees = true): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  let body: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps++) {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const answer = await fetch(address, {
      method: body ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie },
      ...(body ? { body } : {}),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answer.headers.get("location");
    const page = location === null ? await answer.text() : "";
    body = undefined;
    if (location !== null) address = new URL(location, address).href;
    else if (!agrees) address = new URL(/href="([^"]+\/abort)"/.exec(page)?.[1] ?? "", address).href;
    else {
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
      body = new URLSearchParams({ prompt, ...(prompt === "login" ? { login: name, password: "any" } : {}) });
      address = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? "", address).href;
    }
    if (address.startsWith("https://kelias.example/")) return address.slice("https://kelias.example".length);
  }
  throw new Error(`the provider never sent back from ${address}`);
}
const signIn = async (name: string, agrees = true) => {
  const { location } = await browser.get("/sign-in/oidc");
  return browser.get(await atProvider(location, name, agrees));
};

describe("one of the staff at the provider", () => {
  it("signs in there and comes into the console", async () => {
    expect((await browser.get("/sign-in")).text).toContain("Darbuotojai jungiasi čia");
    expect((await signIn("rasa")).location).toBe("/console");
    expect((await browser.get("/console")).text).toContain("Prisijungė coordinator");
  });

  it.each([
    ["whose address the provider has not verified", "unsure", "nepatvirtina"],
    ["who works for no call", "stranger", "nedirbate"],
  ])("%s is told so", async (_, name, said) => {
    const answer = await signIn(name);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(said);
    expect((await browser.get("/console")).status).toBe(403);
  });

  it("who cancels there is told so, and can try again", async () => {
    const answer = await signIn("rasa", false);
    expect(answer.text).toContain("atšaukėte");
    expect(answer.body).toContain('href="/sign-in/oidc"');
  });
});

describe("an account of the provider", () => {
  const coordinator = "coordinator@agency.example";
  const who = async (subject: string, email: string) =>
    (await memberOfAccount(house, { subject, email }))?.email;

  it("is bound to an address when it first comes in, and stays who it is whatever address it has later", async () => {
    expect(await who("rasa", coordinator)).toBe(coordinator);
    expect(await who("rasa", "rasa.new@agency.example")).toBe(coordinator);
    expect(await who("rasa", "finance@agency.example")).toBe(coordinator);
  });

  it("does not come in as the colleague whose address it was given", async () => {
    await who("rasa", coordinator);
    expect(await who("heir", coordinator)).toBeUndefined();
    expect(await who("heir", "finance@agency.example")).toBe("finance@agency.example");
  });
});

describe("an answer of the provider", () => {
  it("opens for the browser that began, once, and with its own state", async () => {
    const { location } = await browser.get("/sign-in/oidc");
    const back = await atProvider(location, "rasa");
    const thief = visitor(house);
    expect((await thief.get(back)).status).toBe(403);
    expect((await browser.get(back.replace(/state=[^&]+/, "state=another"))).status).toBe(403);
    expect((await browser.get(back)).location).toBe("/console");
    const again = visitor(house);
    await again.get("/sign-in/oidc");
    expect((await again.get(back)).status).toBe(403);
  });

  it("is too late after ten minutes", async () => {
    const { location } = await browser.get("/sign-in/oidc");
    const back = await atProvider(location, "rasa");
    house.at(new Date(Date.now() + 11 * 60_000).toISOString());
    expect((await browser.get(back)).text).toContain("užtruko per ilgai");
  });

  it.each(["", "code=x", "state=x&code=x", "error=access_denied", `state=${"x".repeat(5000)}`])(
    "that is made up opens nothing: %s",
    async (query) => {
      await browser.get("/sign-in/oidc");
      expect((await browser.get(`/sign-in/oidc/back?${query}`)).status).toBe(403);
    },
  );
});

describe("a provider", () => {
  it("that is out of order is told of, and nothing breaks", async () => {
    withProvider("any", "http://127.0.0.1:1");
    const { status, text } = await visitor(house).get("/sign-in/oidc");
    expect(status).toBe(200);
    expect(text).toContain("nepasiekiama");
  });

  it("takes the place of the code for staff, who then sign in with a code as applicants at most", async () => {
    await browser.post("/sign-in", { email: "coordinator@agency.example" });
    const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
    expect((await browser.post("/sign-in/code", { code })).location).toBe("/my");
    expect((await browser.get("/console")).status).toBe(403);
  });

  it("is the only way for staff: the morning's link leads there and lets nobody in", async () => {
    const link = enterPath(house.config.linkSecret, "coordinator@agency.example", Date.now() / 1000 + 3600);
    expect((await browser.get(link)).location).toBe("/sign-in/oidc");
    expect((await browser.post(link)).location).toBe("/sign-in/oidc");
    expect((await browser.get("/console")).status).toBe(403);
    const mail = await renderDigest(
      house.config,
      { name: "coordinator", email: "coordinator@agency.example", language: "lt" },
      {
        inbox: { tasks: [], count: 0, overdue: 0, isMore: false },
        lines: [],
        stranded: { lines: [], isMore: false },
        hasConsole: true,
      },
      house.clock.now(),
    );
    expect(mail.text).toContain("https://kelias.example/sign-in/oidc");
    expect(mail.text).not.toContain("/console/enter/");
  });

  it("that is not configured has no addresses", async () => {
    const plain = demoHouse();
    expect((await visitor(plain).get("/sign-in/oidc")).status).toBe(404);
    expect((await visitor(plain).get("/sign-in")).text).not.toContain("Darbuotojai jungiasi čia");
  });

  it("is configured whole or not at all", () => {
    const base = {
      TABLE_NAME: "t",
      DOCUMENTS_BUCKET: "d",
      PORTAL_URL: "https://kelias.example",
      MAIL_FROM: "k@kelias.example",
      MACHINE_ARN_PREFIX: "arn:",
      LINK_SECRET: "x".repeat(32),
    };
    expect(() => readConfig({ ...base, OIDC_ISSUER: "https://id.example" })).toThrow("go together");
    expect(readConfig(base).oidc).toBeUndefined();
  });
});
