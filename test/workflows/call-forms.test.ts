import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { CallForm } from "../../workflows/kernel/call-form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { dayAfter, everyMaker } from "./made-calls.ts";

const processes = await everyProcess();
const makers = await everyMaker();
const maker = { name: "Rasa", email: "rasa@agentura.example", language: "lt" as const };

const valuesOf = ({ form }: CallForm, typed: unknown) => {
  const parsed = parseAnswer(form, typed);
  if (parsed.outcome === "invalid") throw new Error(JSON.stringify(parsed.errors));
  return parsed.value.values;
};
const errorsOf = ({ form }: CallForm, typed: unknown) => {
  const parsed = parseAnswer(form, typed);
  return parsed.outcome === "invalid" ? parsed.errors : [];
};

it("a form by which people make calls belongs to a process whose calls are read from files, and which brings an example of one", () => {
  const forms = processes.filter(({ call }) => call?.form);
  expect(forms).not.toEqual([]);
  expect(makers.map(({ id }) => id)).toEqual(forms.map(({ id }) => id));
});

describe.each(makers)("the form of a call of $id", ({ process, callForm, typed, opensOn, closesOn }) => {
  const read = async (given: unknown) => {
    const call = await process.call?.read?.(given);
    if (!call) throw new Error(`${process.id} reads no call`);
    return call;
  };

  it("makes a call that the process takes", async () => {
    const call = await read(callForm.fileOf(valuesOf(callForm, typed)));
    expect(call.id).toBe("pavasaris-2027");
    const at = (day: string, time: string) =>
      Temporal.PlainDateTime.from(`${day}T${time}`)
        .toZonedDateTime("Europe/Vilnius")
        .toInstant()
        .toString({ smallestUnit: "millisecond" });
    expect(call.data).toMatchObject({
      opensAt: at(opensOn, String(typed.opensAt ?? "00:00").padStart(5, "0")),
      closesAt: at(closesOn, "23:59:59"),
      title: { lt: "Pavasario kvietimas", en: "Call of spring" },
      about: { lt: "Kviečiame mokytojus.", en: "We invite teachers." },
      contact: { name: "Rasa Jankauskienė", email: "rasa@agentura.example", phone: "+370 600 00000" },
    });
  });

  it("shows a stored call as it would be typed, so that a copy of it is the same call", async () => {
    const first = await read(callForm.fileOf(valuesOf(callForm, typed)));
    const again = await read(callForm.fileOf(valuesOf(callForm, callForm.typedOf(first.id, first.data))));
    expect(again).toEqual(first);
  });

  it("begins with a template of which nothing is wrong but what is not there yet", () => {
    const template = callForm.template(maker, "2027-01-04");
    expect(template).toMatchObject({ coordinatorEmail: "rasa@agentura.example", opensOn: "2027-01-11" });
    const problems = new Set(errorsOf(callForm, template).map(({ problem }) => problem));
    expect([...problems]).toEqual(["missing"]);
    // Together with the rest it is as whole a call, where nothing of that comes before it.
    const early = callForm.template(maker, dayAfter(opensOn, -200));
    const filledIn = Object.entries(early).filter(([, said]) => said !== "" && !isNoRow(said));
    const left = errorsOf(callForm, { ...typed, ...Object.fromEntries(filledIn) });
    expect(left.filter(({ problem }) => problem !== "missing")).toEqual([]);
  });

  it("refuses an address that is none, and texts and contacts by halves", () => {
    const wrong = { callId: "stažuotės/2027", aboutEn: "", contactEmail: "" };
    expect(errorsOf(callForm, { ...typed, ...wrong })).toEqual([
      { field: "callId", problem: "notAddress" },
      { field: "aboutEn", problem: "missing" },
      { field: "contactEmail", problem: "missing" },
    ]);
    expect(errorsOf(callForm, { ...typed, callId: "New" })).toEqual([
      { field: "callId", problem: "addressTaken" },
    ]);
  });

  it("refuses an end before the beginning", () => {
    expect(errorsOf(callForm, { ...typed, closesOn: dayAfter(opensOn, -1) })).toContainEqual({
      field: "closesOn",
      problem: "outOfOrder",
    });
  });
});

const isNoRow = (said: unknown): boolean => Array.isArray(said) && said.length === 0;
