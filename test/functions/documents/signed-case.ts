import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { entryKey, taskKey } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

/** All the letters and marks that Lithuanian needs beyond ASCII. */
export const letters = "ąčęėįšųūž ĄČĘĖĮŠŲŪŽ „“–";

/** A house with one case that goes to Tampere: plan agreed, grant worked out, two of three parties have agreed. */
export async function signedCase(): Promise<{ readonly house: DemoHouse; readonly ref: string }> {
  const house = demoHouse();
  const payer = { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" };
  await publishCall(house, { ...demoCall, payer });
  const raw = { ...demoApplication, fullName: `Austėja Žukauskaitė ${letters}` };
  const submitted = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "d" });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const { ref } = submitted;
  await house.table.change(entryKey("demo", ref), {
    set: { decision: { kind: "offered", country: "FI", position: 1, madeAt: "2027-02-20T08:00:00.000Z" } },
  });
  await answer(house, ref, { state: "awaitingRanking", visit: 7, at: "2027-02-20T08:00:00.000Z" });
  await answer(house, ref, {
    state: "plan",
    visit: 10,
    form: "plan",
    outcome: "submitted",
    role: "applicant",
    values: {
      goals: "Susipažinti su „reiškinių mokymu“.",
      activities: "Stebėti pamokas – kasdien.",
      green: true,
    },
    at: "2027-03-01T08:00:00.000Z",
  });
  house.at("2027-03-02T08:00:00.000Z");
  await runStep(house)({ ref, state: "grant", visit: 12 }, lambdaContext);
  for (const [part, role, at] of [
    ["applicant", "applicant", "2027-03-03T09:30:00.000Z"],
    ["school", "principal", "2027-03-04T10:00:00.000Z"],
  ] as const) {
    const signed = { state: "agreement", visit: 13, form: "signature", outcome: "signed" };
    await answer(house, ref, { ...signed, part, role, values: { agreed: true }, at });
  }
  return { house, ref };
}

interface Said {
  readonly state: string;
  readonly visit: number;
  readonly at: string;
  readonly part?: string;
  readonly role?: string;
  readonly form?: string;
  readonly outcome?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** An answered task, as the portal leaves it; without a form a wait that the call's machine ended. */
export async function answer(house: DemoHouse, ref: string, { at, ...said }: Said): Promise<void> {
  await house.table.put(
    taskItem.parse({
      ...taskKey(ref, said.visit, said.state, said.part),
      ...said,
      kind: said.form ? "ask" : "await",
      status: "answered",
      token: "token",
      arm: 0,
      openedAt: at,
      closedAt: at,
    }),
  );
}
