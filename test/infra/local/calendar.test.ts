import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { sesMailer } from "../../../functions/adapters/ses-mailer.ts";
import { casePath } from "../../../functions/links.ts";
import { calendarFile } from "../../../functions/mails/calendar-file.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { messagesOf } from "../../../functions/reading/messages.ts";
import type { Mail } from "../../../functions/store/mail-items.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});
const here = (): Stage => {
  if (!stage) throw new Error("no stage");
  return stage;
};

const applicant = "pirma@mokykla.example";
const onStageAt = async (state: string): Promise<string> => {
  stage = await openStage();
  const ref = await stage.apply(applicant, 90);
  await stage.goOnUntil(ref, state);
  return ref;
};
/** The calendar files that somebody was sent, oldest first, read by a library that did not write them. */
const sentTo = async (ref: string, email: string) => {
  const loaded = await here().load(ref);
  const mails = loaded.mails
    .filter((mail): mail is Mail => mail.to.email === email && mail.calendar !== undefined)
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  return Promise.all(
    mails.map(async (mail) => {
      const { calendar } = await renderMail(here().world.house.config, mail, loaded);
      return { template: mail.template, ...read(calendar?.content ?? "") };
    }),
  );
};
const read = (content: string) => {
  const root = new ICAL.Component(ICAL.parse(content));
  const [event] = root.getAllSubcomponents("vevent").map((found) => new ICAL.Event(found));
  if (!event) throw new Error("no event");
  return {
    method: String(root.getFirstPropertyValue("method")),
    uid: event.uid,
    sequence: event.sequence,
    starts: event.startDate.toString(),
    ends: event.endDate.toString(),
    isDay: event.startDate.isDate,
    status: String(event.component.getFirstPropertyValue("status")),
    summary: event.summary,
  };
};

describe("calendar files go with the mails that speak of dates", () => {
  it("an offer brings the time by which it is answered", async () => {
    const ref = await onStageAt("offer");
    const [sent] = await sentTo(ref, applicant);
    expect(sent).toMatchObject({ template: "offer.task", method: "REQUEST", sequence: 0, isDay: false });
    expect(sent?.summary).toBe("Atsakyti į stažuotės vietos pasiūlymą");
  });

  it("the journey is whole days, and ends as the RFC has it on the day after the last", async () => {
    const ref = await onStageAt("departure");
    const sent = (await sentTo(ref, applicant)).at(-1);
    expect(sent).toMatchObject({
      isDay: true,
      starts: "2027-05-03",
      ends: "2027-05-08",
      status: "CONFIRMED",
    });
  });

  it("a journey that moves is the same event with a higher number, for the intern and the host", async () => {
    const ref = await onStageAt("departure");
    const moved = { starts: "2027-06-07", ends: "2027-06-13", reason: "Kitos datos." };
    await here().staffSays(ref, "changed", moved);
    const mine = (await sentTo(ref, applicant)).filter(({ isDay }) => isDay);
    expect(new Set(mine.map(({ uid }) => uid)).size).toBe(1);
    // The number 0 was the time by which the offer had to be answered, whose place the journey takes.
    expect(mine.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(mine.at(-1)).toMatchObject({ starts: "2027-06-07", ends: "2027-06-14" });
    const host = "host-fi@agency.example";
    expect((await sentTo(ref, host)).map(({ sequence }) => sequence)).toEqual([0, 1]);
  });

  it("what falls away is taken back from whoever had it, by a still higher number", async () => {
    const ref = await onStageAt("departure");
    await here().say(ref, "withdrawn");
    await here().answer(await here().openTask(ref, "withdrawnRecovery"), {
      recoveredOn: here().world.house.clock.now().slice(0, 10),
    });
    const mine = (await sentTo(ref, applicant)).at(-1);
    expect(mine).toMatchObject({ template: "withdrawn", method: "CANCEL", status: "CANCELLED", sequence: 2 });
    const host = (await sentTo(ref, "host-fi@agency.example")).at(-1);
    expect(host).toMatchObject({ template: "hostReleased", method: "CANCEL", sequence: 1 });
  });

  it("nobody is told of the end of something that they never had", async () => {
    const ref = await onStageAt("screening");
    await here().say(ref, "withdrawn");
    expect(await sentTo(ref, applicant)).toEqual([]);
  });

  it("the own page has them to download, and nothing before there are any", async () => {
    const ref = await onStageAt("screening");
    const { linkSecret } = here().world.house.config;
    const get = () => here().world.request("GET", `${casePath(linkSecret, ref)}/calendar.ics`, {}, {});
    expect((await get()).status).toBe(404);
    await here().goOnUntil(ref, "departure");
    expect(read(String((await get()).body))).toMatchObject({ method: "PUBLISH", starts: "2027-05-03" });
  });
});

describe("a calendar file", () => {
  const words = messagesOf<Readonly<Record<string, string>>>(
    { "calendar.journey.title": "Stažuotė „Žąsų; ėjimas, šuolis“\nčia" },
    "lt",
  );
  const file = {
    method: "request",
    events: [
      {
        name: "journey",
        when: { from: "2027-03-27", to: "2027-03-29" },
        place: "Ąžuolų mokykla, Näsi; 1",
        sequence: 2,
      },
    ],
    caseId: "abc",
    at: "2027-01-01T10:00:00.000Z",
    host: "kelias.example",
    organizer: "kelias@kelias.example",
    attendee: { name: "Žydrūnė Šiaučiūnienė-Baltrušaitytė iš Čekiškės", email: "zydrune@mokykla.example" },
  } as const;

  it("has no line of more than 75 octets, also with Lithuanian letters", () => {
    const lines = calendarFile(file, words).split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it("keeps commas, semicolons, line ends and letters through writing and reading", () => {
    const event = read(calendarFile(file, words));
    expect(event.summary).toBe("Stažuotė „Žąsų; ėjimas, šuolis“\nčia");
    expect(event).toMatchObject({ starts: "2027-03-27", ends: "2027-03-30", sequence: 2 });
  });

  it("is the same each time", () => {
    expect(calendarFile(file, words)).toBe(calendarFile(file, words));
  });
});

it("a mail with a calendar file travels whole: text, page, a part for calendars and the file", async () => {
  const client = mailDrop();
  const sent: string[] = [];
  client.middlewareStack.add((next) => async (args) => {
    if ("RawMessage" in args.input)
      sent.push(Buffer.from(args.input.RawMessage?.Data ?? []).toString("utf8"));
    return next(args);
  });
  const mailer = sesMailer(client, { from: "Kelias <kelias@kelias.example>" });
  const outcome = await mailer.send({
    to: "zydrune@mokykla.example",
    subject: "Vietos pasiūlymas – atsakykite",
    html: "<p>Labas</p>",
    text: "Labas",
    id: "m1",
    calendar: { method: "request", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
  });
  expect(outcome.outcome).toBe("sent");
  const [mail = ""] = sent;
  expect(mail).toMatch(/^Subject: =\?UTF-8\?/m);
  for (const part of [
    "text/plain",
    "text/html",
    "text/calendar; charset=utf-8; method=REQUEST",
    "filename=kelias.ics",
  ])
    expect(mail).toContain(part);
});
