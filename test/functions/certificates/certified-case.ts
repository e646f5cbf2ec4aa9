import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import type { CertificateItem } from "../../../functions/store/certificate-item.ts";
import type { DemoHouse } from "../demo-house.ts";
import { answer, signedCase } from "../documents/signed-case.ts";
import { lambdaContext } from "../lambda-context.ts";

/** A house with one case whose holder was in Tampere for four days of five and got a certificate. */
export async function certifiedCase(): Promise<{ readonly house: DemoHouse; readonly ref: string }> {
  const { house, ref } = await signedCase();
  await answer(house, ref, {
    state: "attendance",
    visit: 20,
    form: "attendance",
    outcome: "partial",
    role: "host",
    values: { daysMissed: 1 },
    at: "2027-05-10T08:00:00.000Z",
  });
  house.at("2027-06-15T21:30:00.000Z");
  await issue(house, ref);
  return { house, ref };
}

export const issue = (house: DemoHouse, ref: string) =>
  runStep(house)({ ref, state: "certificate", visit: 24 }, lambdaContext);

export async function loadCertified(
  house: DemoHouse,
  ref: string,
): Promise<LoadedCase & { readonly certificate: CertificateItem }> {
  const loaded = await loadCase(house, ref);
  if (!loaded?.certificate) throw new Error("no certificate");
  return { ...loaded, certificate: loaded.certificate };
}
