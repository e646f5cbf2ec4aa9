import { describe, expect, it } from "vitest";
import { readCall } from "../../../workflows/foreign-internship/call.ts";
import { grant } from "../../../workflows/foreign-internship/ledger.ts";
import { calculateGrant, highestGrants } from "../../../workflows/foreign-internship/money.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { demoCall } from "../../functions/demo-house.ts";

const brought = {
  score: 800,
  applicant: "Austėja Žukauskaitė",
  travelledBefore: false,
  rural: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
  preferences: ["FI", "IE"],
};

/** A case with a place in Finland, in a call with a budget or without. */
async function fileWith(budgetCents: number | undefined, green: boolean): Promise<CaseFile> {
  const { data } = await readCall(budgetCents === undefined ? demoCall : { ...demoCall, budgetCents });
  const at = "2027-02-25T08:00:00.000Z";
  return {
    ref: "case#a",
    process: "foreign-internship",
    language: "lt",
    application: {
      fullName: "Ona Onaitė",
      email: "ona@mokykla.example",
      iban: "",
      town: "Kėdainiai",
      municipality: "Kėdainių r.",
    },
    submittedAt: brought.submittedAt,
    answers: [
      {
        state: "plan",
        visit: 9,
        form: "plan",
        outcome: "submitted",
        values: { green },
        at,
        by: "a@m.example",
      },
    ],
    records: [],
    interruptions: [],
    diary: [],
    call: data,
    callId: "demo",
    entry: {
      ref: "case#a",
      state: "plan",
      ended: false,
      submittedAt: brought.submittedAt,
      bid: brought,
      decision: { kind: "offered", position: 1, country: "FI" },
    },
  };
}

const grantedTo = (file: CaseFile): number =>
  grant.schema.parse(calculateGrant(file).record?.data).grantCents;

describe("what a place costs the budget", () => {
  it("is the greener and dearer journey until the plan says how one travels", async () => {
    const [plain, green] = [await fileWith(5_000_000, false), await fileWith(5_000_000, true)];
    expect(grantedTo(green)).toBeGreaterThan(grantedTo(plain));
    expect(highestGrants(plain, ["FI", "IE"])).toMatchObject({ FI: grantedTo(green) });
    expect(Object.keys(highestGrants(plain, ["FI", "IE"]) ?? {})).toEqual(["FI", "IE"]);
  });

  it("is the grant itself once it is worked out, for the place that is held", async () => {
    const file = await fileWith(5_000_000, false);
    const { cents, ...rest } = Object(selection.bidIn(calculateGrant(file).bid));
    expect(cents).toEqual({ FI: grantedTo(file) });
    expect(rest).toEqual(brought);
  });

  it("is not counted in a call without a budget, whose machine is not woken by a grant either", async () => {
    const file = await fileWith(undefined, false);
    expect(highestGrants(file, ["FI"])).toBeUndefined();
    expect(calculateGrant(file).bid).toBeUndefined();
  });
});
