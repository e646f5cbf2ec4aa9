import { expect, test } from "vitest";
import { mailboxDoor } from "../../../../infra/local/own/mailbox-door.ts";
import { askOwn, headerOf, textOf } from "./ask-own.ts";

const mail = (number: number, to: string) => ({
  messageId: `id-${number}`,
  from: '"Kelias" <kelias@kelias.example>',
  replyTo: [],
  destination: { to: [to], cc: [], bcc: [] },
  subject: `Laiškas ${number}`,
  body: { text: "Laba diena <b>", html: '<p>Laba <script>alert(1)</script><a href="http://x">diena</a></p>' },
  attachments: [{ content: "QkVHSU4=", contentType: "text/calendar", filename: "kelias.ics", size: 5 }],
  at: 1_800_000_000 + number * 60,
});
const mails = [
  mail(1, "Ona@mokykla.example"),
  mail(2, "jonas@mokykla.example"),
  mail(3, "ona@mokykla.example"),
];
const mailbox = mailboxDoor(() => ({ all: () => mails }));

test("shows everybody's mails, the newest first, and those of one person", async () => {
  const all = textOf(await askOwn(mailbox, "/mailbox"));
  expect(all.indexOf("Laiškas 3")).toBeLessThan(all.indexOf("Laiškas 1"));
  const own = textOf(await askOwn(mailbox, "/mailbox?to=ona@mokykla.example"));
  expect([own.includes("Laiškas 1"), own.includes("Laiškas 2")]).toEqual([true, false]);
});

test.each([
  ["lt", "Laiškai"],
  ["en", "Mails"],
])("speaks %s", async (language, word) => {
  expect(textOf(await askOwn(mailbox, `/mailbox?lang=${language}`))).toContain(`${word}</h1>`);
});

test("a long list goes by pages", async () => {
  const many = mailboxDoor(() => ({
    all: () => Array.from({ length: 50 }, (_, at) => mail(at, "o@m.example")),
  }));
  const first = textOf(await askOwn(many, "/mailbox"));
  expect([first.includes("Laiškas 49"), first.includes("Laiškas 9<")]).toEqual([true, false]);
  expect(textOf(await askOwn(many, "/mailbox?to=&page=2"))).toContain("Laiškas 9<");
});

test("a mail is shown as on a desk, as on a phone and as text", async () => {
  const desk = textOf(await askOwn(mailbox, "/mailbox/id-1"));
  expect(desk).toContain('src="/mailbox/id-1/body"');
  expect(textOf(await askOwn(mailbox, "/mailbox/id-1?as=phone"))).toContain("kelias-mail__frame--phone");
  expect(textOf(await askOwn(mailbox, "/mailbox/id-1?as=text"))).toContain("Laba diena &lt;b>");
});

test("what a mail brings runs and fetches nothing, and its links leave the frame", async () => {
  const body = await askOwn(mailbox, "/mailbox/id-1/body");
  const policy = headerOf(body, "content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/sandbox (?!.*allow-(scripts|same-origin))/);
  expect(policy).toContain("frame-ancestors 'self'");
  expect(textOf(body)).toMatch(/^<base target="_blank">/);
});

test("its file is handed out as a file", async () => {
  const file = await askOwn(mailbox, "/mailbox/id-1/files/0");
  expect([textOf(file), headerOf(file, "content-type")]).toEqual(["BEGIN", "text/calendar"]);
  expect(headerOf(file, "content-disposition")).toMatch(/^attachment/);
  expect((await askOwn(mailbox, "/mailbox/id-1/files/1"))?.status).toBe(404);
});

test("what is not there is said, and what is another page's is left to it", async () => {
  expect((await askOwn(mailbox, "/mailbox/id-9"))?.status).toBe(404);
  expect((await askOwn(mailbox, "/mailbox", { method: "POST" }))?.status).toBe(405);
  expect(await askOwn(mailbox, "/console")).toBeUndefined();
});

test.each([
  ["another site's page", { host: ["localhost:4000"], "sec-fetch-site": ["cross-site"] }],
  ["a name that leads here", { host: ["evil.example"], "sec-fetch-site": ["same-origin"] }],
])("is not read by %s", async (_, headers) => {
  expect((await askOwn(mailbox, "/mailbox", { headers }))?.status).toBe(403);
});
