import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { certified } from "../../../workflows/kernel/certificate.ts";
import example from "../../../workflows/way-into-teaching/example.json" with { type: "json" };
import { wayIntoTeaching } from "../../../workflows/way-into-teaching/process.ts";
import { certify } from "../../../workflows/way-into-teaching/studies.ts";

/** A road that was gone to its end, in a call that certifies so many hours of it. */
const finished = (road: string, call: Readonly<Record<string, unknown>>): CaseFile => ({
  ...{ ref: "case#1", process: "way-into-teaching", language: "lt", callId: "keliai", call },
  application: {
    ...{ road, fullName: "Ieva Ievaitė", email: "ieva@pastas.example", position: "specialist" },
    ...{ subject: "fizika", wants: ["Zarasų r."], diploma: true, credits: 120, elsewhere: true, iban: "" },
  },
  submittedAt: "2027-02-03T08:00:00.000Z",
  ...{ answers: [], records: [], interruptions: [], diary: [] },
});

describe("whoever has gone a way into teaching", () => {
  const lt = "įgijo pedagoginių kompetencijų, reikalingų šiam dalykui mokyti";
  const en = "has the competences that are needed to teach this subject";

  it.each([
    ["lt", "full", {}, `${lt}.`],
    ["lt", "full", { moduleHours: 120 }, `${lt}.`],
    ["lt", "full", { certifiedHours: 1600, moduleHours: 120 }, `${lt} (1600 akademinių valandų).`],
    ["lt", "short", { certifiedHours: 1600, moduleHours: 122 }, `${lt} (122 akademinės valandos).`],
    ["en", "short", { certifiedHours: 1600 }, `${en}.`],
    ["en", "short", { moduleHours: 120 }, `${en} (120 academic hours).`],
  ] as const)(
    "is certified in %s for the %s road with its hours of %o",
    async (language, road, call, text) => {
      const words = messagesOf(await wayIntoTeaching.words[language](), language);
      const { days = 0, hours = 0 } = certified.parse(certify(finished(road, call)).certificate);
      expect(words.say("certificate.text", { days, hours }).replace(/\u00a0/g, "")).toBe(text);
    },
  );

  it.each(["certifiedHours", "moduleHours"])("a call says %s whole and more than none", async (name) => {
    for (const hours of [0, 1.5, "80"])
      expect(await checkCall(JSON.stringify({ ...example.call, [name]: hours }))).toMatchObject({
        outcome: "faulty",
        faults: [expect.stringContaining(name)],
      });
  });
});
