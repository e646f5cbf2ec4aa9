import { beforeEach, describe, expect, it } from "vitest";
import type { Machines } from "../../../functions/adapters/machines.ts";
import { notesOf } from "../../../functions/cases/tasks/notes.ts";
import { tagOfMail } from "../../../functions/mails/tag.ts";
import { reconcile } from "../../../functions/reconcile/reconcile.ts";
import { type Told, toldByDocument, toldByLog, toldByMail } from "../../../functions/reconcile/told.ts";
import { mailKey } from "../../../functions/store/keys.ts";
import { payingCall } from "../payments/paying-call.ts";

let call: Awaited<ReturnType<typeof payingCall>>;
let ref: string;
beforeEach(async () => {
  call = await payingCall({});
  ref = await call.waitsForAdvance("Austėja Žukauskaitė");
});

/** Machines that stand where the table says. */
const fitting: Machines = {
  running: async function* () {},
  standing: async () => "running",
  waitsFor: async () => true,
  stop: async () => {
    throw new Error("nothing is to be stopped");
  },
};
const compare = (told: readonly Told[], apply = false) =>
  reconcile(
    { table: call.house.table, clock: call.house.clock, machines: fitting },
    { told, apply, pause: async () => {}, onLooked: () => {} },
  );
const mail = (visit: number, template: string, at = "2027-01-20T08:00:00.000Z") =>
  toldByMail({
    tag: tagOfMail(mailKey(ref, visit, template, "applicant", 0)),
    to: "austeja@mokykla.example",
    at,
    providerId: "ses-1",
  });

describe("a payment that is asked for although the road had gone on beyond it", () => {
  it("is listed as perhaps paid, and finance reads so on the case, once", async () => {
    const told = mail(14, "departing");
    const { lost } = await compare(told, true);
    expect(lost).toContainEqual({ ref, kind: "payment", what: "advance", at: "2027-01-20T08:00:00.000Z" });
    await compare(told, true);
    const notes = await notesOf(call.house, ref);
    expect(notes.map(({ by, text }) => [by.name, text])).toEqual([
      [
        "kelias reconcile",
        expect.stringContaining("(advance) may have been made: look at the bank before paying"),
      ],
    ]);
  });

  it("is listed when a log says that it was answered", async () => {
    const line = { code: "K102", ref, state: "advance" };
    const { lost } = await compare(toldByLog(line, "2027-01-20T08:00:00.000Z"));
    expect(lost.map(({ kind, what }) => `${kind} ${what}`)).toEqual(["answer advance", "payment advance"]);
  });

  it("is not when nothing tells of it, and nothing is written without apply", async () => {
    expect((await compare(mail(13, "advance.task"))).lost.map(({ kind }) => kind)).toEqual(["mail"]);
    await compare(mail(14, "departing"));
    expect(await notesOf(call.house, ref)).toEqual([]);
  });
});

describe("a mail that went", () => {
  it("and of which the table knows nothing is entered as sent, so that its road does not send it again", async () => {
    const first = await compare(mail(14, "departing"), true);
    expect(first.mailsKept).toBe(1);
    expect(await call.house.table.get(mailKey(ref, 14, "departing", "applicant", 0))).toMatchObject({
      template: "departing",
      role: "applicant",
      sentAt: "2027-01-20T08:00:00.000Z",
      providerId: "ses-1",
    });
    // What is lost is listed however often it is asked for.
    expect(await compare(mail(14, "departing"), true)).toEqual({ ...first, mailsKept: 0 });
  });

  it("and that the table still wants to send is marked as sent", async () => {
    const key = mailKey(ref, 13, "advance.task", "applicant", 0);
    const to = { name: "Austėja", email: "austeja@mokykla.example", language: "lt" };
    const queued = { template: "advance.task", role: "applicant", to, queuedAt: "2027-01-13T08:00:00.000Z" };
    await call.house.table.put({ ...key, ...queued, pending: "pending#1", pendingAt: queued.queuedAt });
    expect((await compare(mail(13, "advance.task"), true)).mailsKept).toBe(1);
    const item = await call.house.table.get(key);
    expect([item?.sentAt, item?.pending]).toEqual(["2027-01-20T08:00:00.000Z", undefined]);
  });
});

describe("what is told", () => {
  it("by a document that no record names is lost", async () => {
    const [told] = toldByDocument(`cases/${ref.slice("case#".length)}/certificate.json`);
    expect((await compare(told ? [told] : [])).lost).toEqual([
      { ref, kind: "document", what: "certificate" },
    ]);
  });

  it("by things of no case is nothing", () => {
    expect(toldByDocument("uploads/abc")).toEqual([]);
    expect(toldByDocument("exports/demo/list-1.csv")).toEqual([]);
    expect(toldByMail({ tag: "bm90IG91cnM", to: "", at: "", providerId: "" })).toEqual([]);
    expect(toldByLog({ code: "K102", ref: "staff#1", state: "x" }, "")).toEqual([]);
    expect(toldByLog({ code: "K301", ref: "case#1" }, "")).toEqual([]);
  });
});
