import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { entryKey, recordKey, taskKey } from "../../../functions/store/keys.ts";
import { demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

/** The account that the call pays from. */
export const payer = { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" };

/** What somebody brought to the ranking who asks for Ireland, where a place costs so many cents at most. */
export const bid = (cents: number) => ({
  score: 800,
  applicant: "",
  travelledBefore: false,
  rural: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
  preferences: ["IE"],
  cents: { IE: cents },
});

/** The demo call with its staff, and cases of it that have come to their money. */
export async function payingCall(more: Readonly<Record<string, unknown>>) {
  const house = demoHouse();
  await publishCall(house, { ...demoCall, ...more });

  /** One of the staff, in the console by the link of a digest. */
  const staff = async (name: string) => {
    const member = visitor(house);
    const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
    await member.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
    return member;
  };

  /** Somebody with a place, a grant of 1500 euros and the question to finance to pay 1200 of it in advance. */
  async function waitsForAdvance(fullName: string): Promise<string> {
    const raw = { ...demoApplication, fullName, email: `${fullName.length}@mokykla.example` };
    const submitted = await submitApplication(house, {
      callId: "demo",
      language: "lt",
      raw,
      draftId: fullName,
    });
    if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
    const { ref } = submitted;
    const key = entryKey("demo", ref);
    await house.table.put({
      ...key,
      ref,
      state: "advance",
      ended: false,
      submittedAt: "2027-01-10T08:00:00.000Z",
      bid: bid(150_000),
      decision: { kind: "offered", position: 1, country: "IE" },
    });
    await record(ref, 10, "grant", "grant", {
      km: 1900,
      green: false,
      days: 7,
      dailyCents: 12_000,
      travelCents: 30_900,
      grantCents: 150_000,
      advanceCents: 120_000,
      lines: [],
    });
    await ask(ref, 13, "advance");
    return ref;
  }

  const record = (ref: string, visit: number, state: string, step: string, data: unknown) =>
    house.table.put({
      ...recordKey(ref, visit, state),
      state,
      visit,
      step,
      outcome: "done",
      data,
      parts: [],
      at: `2027-01-${visit}T08:00:00.000Z`,
    });

  const ask = (ref: string, visit: number, state: string) =>
    openTask(house)(
      { ref, state, visit, arm: 0, due: "2027-01-30T21:59:59.000Z", token: `t-${visit}` },
      lambdaContext,
    );

  const answer = (ref: string, visit: number, state: string, outcome: string) =>
    house.table.change(taskKey(ref, visit, state), {
      set: {
        status: "answered",
        outcome,
        values: {},
        closedAt: `2027-01-${visit}T09:00:00.000Z`,
        by: "finance",
      },
    });

  return { house, staff, waitsForAdvance, record, ask, answer };
}
