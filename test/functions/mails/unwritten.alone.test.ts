import { expect, it, vi } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

/** The process of the demo call, whose receipt names what no case has until somebody mends it. */
const texts = vi.hoisted(() => ({ isMended: false }));
vi.mock("../../../workflows/catalogue.ts", async (original) => {
  const real = await original<typeof import("../../../workflows/catalogue.ts")>();
  return {
    ...real,
    processOf: async (id: string) => {
      const process = await real.processOf(id);
      const lt = async () => ({ ...(await process.words.lt()), "mail.received.body": "Gavome, {nickname}." });
      return texts.isMended ? process : { ...process, words: { ...process.words, lt } };
    },
  };
});

it("a mail whose text names what the case does not give is seen by staff and operators, and goes when that is mended", async () => {
  const logged: unknown[] = [];
  const house = { ...demoHouse(), log: (code: string, facts = {}) => void logged.push({ code, ...facts }) };
  await publishCall(house, demoCall);
  const submitted = await submitApplication(house, {
    ...{ callId: "demo", language: "lt" as const, raw: demoApplication, draftId: "d" },
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const told = () => logged.filter((line) => JSON.stringify(line).includes('"K308"'));
  await sweeper(house)({}, lambdaContext);
  expect(house.sent).toEqual([]);
  expect(told()).toEqual([
    {
      code: "K308",
      ref: submitted.ref,
      template: "received",
      language: "lt",
      text: "mail.received.body",
      parameters: "nickname",
    },
  ]);

  const coordinator = visitor(house);
  const signIn = () =>
    coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
  await signIn();
  expect((await coordinator.get(paths.stuck())).text).toContain(
    "Laiško parašyti nepavyksta: tekste mail.received.body minima {nickname}, o byloje to nėra.",
  );
  expect((await coordinator.get(paths.consoleCase(idOf(submitted.ref)))).text).toContain(
    "Neparašytas: klaida jo tekste",
  );

  // Nobody is hurried: it is tried once each morning.
  for (let hour = 8; hour < 24 + 5; hour++) {
    house.at(new Date(Date.UTC(2027, 0, 10, hour, 30)).toISOString());
    await sweeper(house)({}, lambdaContext);
  }
  expect(told()).toHaveLength(1);
  house.at("2027-01-11T06:00:00.000Z");
  await sweeper(house)({}, lambdaContext);
  expect(told()).toHaveLength(2);

  texts.isMended = true;
  house.at("2027-01-12T06:00:00.000Z");
  await sweeper(house)({}, lambdaContext);
  expect(house.sent.map(({ to }) => to)).toEqual([demoApplication.email]);
  await signIn();
  expect((await coordinator.get(paths.stuck())).text).toContain("Nieko užstrigusio nėra.");
});
