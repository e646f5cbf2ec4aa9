import { describe, expect, it } from "vitest";
import { approval } from "../../../workflows/community-event/forms.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const proposed = (application: CaseFile["application"]): CaseFile => ({
  ...{ ref: "", process: "community-event", language: "lt", application, submittedAt: "", answers: [] },
  ...{ records: [], interruptions: [], diary: [], call: {}, callId: "renginiai" },
});
const exchange = proposed({
  sort: "exchange",
  costs: [
    { item: "Autobusas", cents: 18_050 },
    { item: "Salė", cents: 2000 },
  ],
});
const approved = (file: CaseFile, grantCents?: string) =>
  parseAnswer(formIn(approval, file), { outcome: "approved", ...(grantCents ? { grantCents } : {}) });

describe("a grant towards an exchange of teachers", () => {
  it("is at most what the exchange would cost", () => {
    expect(approved(exchange, "200.50")).toMatchObject({ outcome: "valid" });
    expect(approved(exchange, "200.51")).toMatchObject({
      outcome: "invalid",
      errors: [{ field: "grantCents", problem: "tooLarge", limit: 20_050 }],
    });
    expect(approved(exchange)).toMatchObject({ outcome: "valid" });
  });

  it("is asked for of nothing else", () => {
    for (const file of [proposed({ sort: "campaign" }), proposed({ sort: "exchange" })]) {
      expect(Object.keys(formIn(approval, file).fields)).toEqual(["reasons"]);
      expect(approved(file, "10.00")).toMatchObject({ outcome: "invalid" });
    }
  });
});
