import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { certifiedCase } from "../certificates/certified-case.ts";
import { type DemoHouse, demoApplication, demoCall } from "../demo-house.ts";
import { visitor } from "../web/visitor.ts";

let house: DemoHouse;
beforeEach(async () => {
  ({ house } = await certifiedCase());
});

async function signedIn() {
  const browser = visitor(house);
  await browser.post("/sign-in", { email: "austeja@mokykla.example" });
  const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
  await browser.post("/sign-in/code", { code });
  return browser;
}

describe("one's own data", () => {
  it("are shown after signing in: what is kept, how long, why, and what goes on request", async () => {
    expect((await visitor(house).get("/my/data")).location).toBe("/sign-in");
    const { text } = await (await signedIn()).get("/my/data");
    for (const said of ["Mano duomenys", "10 metų", "buhalterinės apskaitos", "Ištrinama", "Lieka be vardo"])
      expect(text).toContain(said);
  });

  it("are said once of all calls of which the same is kept as long", async () => {
    const another = { ...demoCall, id: "kitas", title: { lt: "Stažuotės 2028", en: "Internships 2028" } };
    await publishCall(house, { ...another, opens: "2027-06-01T09:00", closes: "2027-07-15T23:59" });
    const raw = { ...demoApplication, email: "austeja@mokykla.example" };
    const sent = await submitApplication(house, { callId: "kitas", language: "lt", raw, draftId: "kitas" });
    expect(sent.outcome).toBe("stored");
    const { text } = await (await signedIn()).get("/my/data");
    expect(text.match(/Kas parašyta/g)).toHaveLength(1);
    expect(text).toMatch(/Stažuotės užsienyje, Stažuotės 2028|Stažuotės 2028, Stažuotės užsienyje/);
  });

  it("are handed out whole: application, papers and record, and nothing of what others said before the road is over", async () => {
    expect((await visitor(house).get("/my/data.zip")).location).toBe("/sign-in");
    const { headers, body } = await (await signedIn()).get("/my/data.zip");
    expect(headers["content-type"]).toBe("application/zip");
    const files = unzipSync(Buffer.from(body, "base64"));
    const names = Object.keys(files);
    expect(names).toEqual(expect.arrayContaining(["data.json", "record.json"]));
    expect(names.some((name) => name.endsWith("/certificate.pdf"))).toBe(true);
    const data = JSON.parse(Buffer.from(files["data.json"] ?? []).toString("utf8"));
    expect(data.cases).toMatchObject([
      { process: "foreign-internship", application: { email: "austeja@mokykla.example" }, found: [] },
    ]);
    expect(JSON.stringify(data)).not.toContain("reviewer");
  });
});
