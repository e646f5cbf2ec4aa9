import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESClient } from "@aws-sdk/client-ses";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sesMailer } from "../../../functions/adapters/ses-mailer.ts";
import { stillClock } from "../../../infra/local/clock.ts";
import { portOf } from "../../../infra/local/listen.ts";
import { localClient } from "../../../infra/local/local-client.ts";
import { type Inbox, openInbox } from "../../../infra/local/mail.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import { openMailFile } from "../../../infra/local/mail-file.ts";

let folder: string;
let inbox: Inbox | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-mail-"));
});
afterEach(async () => {
  await inbox?.close();
  inbox = undefined;
  rmSync(folder, { recursive: true });
});

const message = {
  to: "egle@mokykla.example",
  subject: "Paraiška gauta: „Stažuotės užsienyje“",
  text: "Gerb. Egle, jūsų paraiška gauta.\nĄČĘĖĮŠŲŪŽ",
  html: '<p>Gerb. Egle, jūsų <a href="http://localhost:4000/">paraiška</a> gauta. ąčęėįšųūž</p>',
  id: "case-1_mail-1",
};
const portalUrl = "http://localhost:4000";
const open = async (): Promise<Inbox> => {
  const clock = stillClock("2027-03-01T08:00:00.000Z");
  inbox = await openInbox({ port: 0, file: join(folder, "mail.jsonl"), clock, portalUrl });
  return inbox;
};
const send = (to: Inbox) => sesMailer(to.client, { from: "Kelias <kelias@kelias.example>" }).send(message);
const clear = async (to: Inbox, headers: Record<string, string>): Promise<number> =>
  (await fetch(`http://127.0.0.1:${to.port}/clear-store`, { method: "POST", headers })).status;
const shown = async (of: Inbox): Promise<Record<string, unknown>[]> => {
  const { emails } = await (await fetch(`http://127.0.0.1:${of.port}/store`)).json();
  return emails;
};
const empty = (of: Inbox) => clear(of, { "sec-fetch-site": "same-origin" });

describe("the inbox", () => {
  test("shows a mail as it was written, in Lithuanian, as HTML and as text, dated by the product's clock", async () => {
    const opened = await open();
    expect(await send(opened)).toMatchObject({ outcome: "sent" });
    expect(await shown(opened)).toMatchObject([
      {
        from: '"Kelias" <kelias@kelias.example>',
        destination: { to: ["egle@mokykla.example"] },
        subject: message.subject,
        body: { text: message.text, html: expect.stringContaining(message.html) },
        at: Date.parse("2027-03-01T08:00:00Z") / 1000,
      },
    ]);
  });

  test("leads people to the mailbox at the portal's address", async () => {
    const { port } = await open();
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "http://localhost:4000/mailbox"]);
  });

  test("shows after a restart what it showed before", async () => {
    const first = await open();
    await send(first);
    const before = await shown(first);
    expect(before).toHaveLength(1);
    await first.close();
    expect(await shown(await open())).toEqual(before);
  });

  test("is cleared for good by its own button, and not by another site's page", async () => {
    const opened = await open();
    await send(opened);
    expect(await clear(opened, { "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await shown(opened)).toHaveLength(1);
    expect(await empty(opened)).toBe(200);
    expect(await shown(opened)).toEqual([]);
    expect(readFileSync(join(folder, "mail.jsonl"), "utf8")).toBe('{"kelias":"mails"}\n');
  });

  test("tells when its port is taken", async () => {
    const { port } = await open();
    const again = openInbox({
      port,
      file: join(folder, "other.jsonl"),
      clock: stillClock("2027-03-01T08:00:00.000Z"),
      portalUrl,
    });
    await expect(again).rejects.toMatchObject({ fault: "portTaken", message: String(port) });
  });
});

test("a mail with a file is kept as another program that stands in for SES has it", async () => {
  const opened = await open();
  const require = createRequire(import.meta.url);
  const { default: serve }: typeof import("aws-ses-v2-local") = require("aws-ses-v2-local");
  const server = await serve({ host: "127.0.0.1", port: 0 });
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  const peer = new SESClient({ ...localClient, endpoint });
  const calendar = { method: "request" as const, content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" };
  const replyTo = { name: "Rasa Jankauskienė", email: "rasa@agentura.example" };
  for (const client of [opened.client, peer])
    await sesMailer(client, { from: "Kelias <kelias@kelias.example>" }).send({
      ...message,
      calendar,
      replyTo,
    });
  const [theirs] = (await (await fetch(`${endpoint}/store`)).json()).emails;
  const [ours] = await shown(opened);
  const same = ({ from, replyTo, destination, subject, body }: Record<string, unknown>) => ({
    ...{ from, replyTo, destination, subject, body },
  });
  expect(same(ours ?? {})).toEqual(same(theirs));
  peer.destroy();
  await new Promise((resolve) => server.close(resolve));
});

describe("the file of mails", () => {
  const kept = (number: number) => ({
    messageId: `ses-${number}`,
    from: "kelias@kelias.example",
    replyTo: [],
    destination: { to: ["egle@mokykla.example"], cc: [], bcc: [] },
    subject: `Laiškas ${number}`,
    body: { text: "Laba diena" },
    attachments: [],
    at: number,
  });

  test("keeps the newest and does not grow without end", () => {
    const path = join(folder, "mail.jsonl");
    const file = openMailFile(path, 10);
    for (let number = 1; number <= 100; number++) file.add(kept(number));
    expect(readFileSync(path, "utf8").trim().split("\n").length).toBeLessThanOrEqual(20);
    expect(
      openMailFile(path, 10)
        .all()
        .map(({ at }) => at),
    ).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
  });

  test("leaves out a last line that a kill cut off", () => {
    const path = join(folder, "mail.jsonl");
    openMailFile(path, 10).add(kept(1));
    appendFileSync(path, JSON.stringify(kept(2)).slice(0, 40));
    expect(openMailFile(path, 10).all()).toEqual([kept(1)]);
  });
});

test("a rehearsal's mails are taken and thrown away", async () => {
  expect(await sesMailer(mailDrop(), { from: "kelias@kelias.example" }).send(message)).toMatchObject({
    outcome: "sent",
    providerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});
