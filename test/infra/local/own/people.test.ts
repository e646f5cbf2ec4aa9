import { beforeEach, expect, test } from "vitest";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { submitApplication } from "../../../../functions/cases/applications/submit.ts";
import { signedIn, staffSignedIn } from "../../../../functions/sign-in/session.ts";
import { peopleDoor } from "../../../../infra/local/own/people-door.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../../../functions/demo-house.ts";
import { askOwn, headerOf, textOf } from "./ask-own.ts";

let house: DemoHouse;
let people: ReturnType<typeof peopleDoor>;
const mails = [{ destination: { to: ["austeja@mokykla.example"] } }];
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  people = peopleDoor(house, () => ({ all: () => mails }));
});

const enter = (email: string, to: string, headers?: Record<string, string[]>) =>
  askOwn(people, "/example", {
    method: "POST",
    body: String(new URLSearchParams({ email, to })),
    ...(headers ? { headers } : {}),
  });
const cookieOf = (answer: Awaited<ReturnType<typeof enter>>): string[] => [
  headerOf(answer, "set-cookie")?.split(";")[0] ?? "",
];

test("names everybody by role, with a way to each one's place", async () => {
  await submitApplication(house, {
    callId: demoCall.id,
    language: "lt",
    raw: demoApplication,
    draftId: "draft-1",
  });
  const shown = textOf(await askOwn(people, "/example"));
  expect(shown).toContain(demoCall.staff.coordinator.name);
  expect(shown).toContain(demoApplication.fullName);
  expect(shown).toContain('href="/mailbox?to=austeja%40mokykla.example"');
  expect(shown).toMatch(/href="\/c\/[^"]+"/);
  expect(textOf(await askOwn(people, "/example?lang=en"))).toContain("People of the programme");
});

test("one click lets in as a coordinator or as an applicant", async () => {
  const { email } = demoCall.staff.coordinator;
  const console = await enter(email, "console");
  expect([console?.status, headerOf(console, "location")]).toEqual([303, "/console"]);
  expect(await staffSignedIn(house, cookieOf(console))).toMatchObject({ email });
  const my = await enter("austeja@mokykla.example", "my");
  expect([my?.status, headerOf(my, "location")]).toEqual([303, "/my"]);
  expect(await signedIn(house, cookieOf(my))).toBe("austeja@mokykla.example");
  expect(await staffSignedIn(house, cookieOf(my))).toBeUndefined();
});

test("nobody comes in from elsewhere, or to a place that there is not", async () => {
  const elsewhere = { host: ["localhost:4000"], "sec-fetch-site": ["cross-site"] };
  expect((await enter("austeja@mokykla.example", "my", elsewhere))?.status).toBe(403);
  expect((await enter("austeja@mokykla.example", "vault"))?.status).toBe(405);
  expect((await enter("", "my"))?.status).toBe(405);
});
