import { beforeEach, describe, expect, it } from "vitest";
import { certificateNumberOf, certificatePath, printNumber } from "../../../functions/certificates/number.ts";
import { casePath } from "../../../functions/links.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { certifiedCase, issue, loadCertified } from "../certificates/certified-case.ts";
import type { DemoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let ref: string;
let address: string;
let guest: Visitor;

beforeEach(async () => {
  ({ house, ref } = await certifiedCase());
  address = certificatePath((await loadCertified(house, ref)).certificate.number);
  guest = visitor(house);
});

const why = { category: "mistake", reason: "Neteisingai įrašyta pavardė." };
const desk = () => `/console/cases/${idOf(ref)}/certificate`;
async function staff(who: string): Promise<Visitor> {
  const member = visitor(house);
  await member.post(enterPath(house.config.linkSecret, `${who}@agency.example`, 2_000_000_000));
  return member;
}

describe("whoever has the number", () => {
  it("reads that the certificate is valid, and what stands on the paper but nothing else of the case", async () => {
    const before = house.table.all();
    const { status, text, body, headers } = await guest.get(address);
    expect([status, headers["x-robots-tag"]]).toEqual([200, "noindex"]);
    for (const said of ["Pažymėjimas galioja", "Austėja Žukauskaitė", "4 dienas", "Tampere, Suomija"])
      expect(text).toContain(said);
    for (const kept of [idOf(ref), "@", "Kėdain", "LT12", "Petraitis", "+370"])
      expect(body).not.toContain(kept);
    expect(house.table.all()).toEqual(before);
  });

  it("may type it as it comes, and is led to the one address in the same language", async () => {
    const typed = encodeURIComponent(address.slice("/certificates/".length).replaceAll("-", " "));
    const answer = await guest.get(`/certificates?lang=en&number=${typed}`);
    expect([answer.status, answer.location]).toEqual([303, `${address}?lang=en`]);
    expect((await guest.get(answer.location)).text).toContain("The certificate is valid");
  });

  it("hears when no certificate has such a number", async () => {
    const number = certificateNumberOf("another secret", ref);
    const { status, text } = await guest.get(certificatePath(number));
    expect(status).toBe(404);
    expect(text).toContain(`Nr. ${printNumber(number)} niekada nebuvo išduotas`);
  });

  it.each(["", "1", "<script>alert(1)</script>", "__proto__", "' OR ''='", "0".repeat(5000), "ąčę ‮"])(
    "hears what is wrong with %.30j, and can mend it",
    async (typed) => {
      const { status, body } = await guest.get(`/certificates?number=${encodeURIComponent(typed)}`);
      expect(status).toBe(404);
      expect(body).toContain("Tai nėra pažymėjimo numeris");
      expect(body).not.toContain("<script>alert");
      expect(body.length).toBeLessThan(20_000);
    },
  );
});

describe("the holder", () => {
  it("finds the certificate on the own page", async () => {
    const own = casePath(house.config.linkSecret, ref);
    expect((await guest.get(own)).body).toContain(`${own}/documents/certificate.pdf?lang=lt`);
    expect((await guest.get(`${own}/documents/certificate.pdf`)).headers["content-type"]).toBe(
      "application/pdf",
    );
  });
});

describe("the mail at the end of the road", () => {
  const completed = async () => {
    const loaded = await loadCertified(house, ref);
    const to = { name: "Austėja", email: "austeja@mokykla.example", language: "lt" } as const;
    const mail = {
      pk: ref,
      sk: "mail#000030#completed#applicant#0",
      template: "completed",
      role: "applicant",
    };
    return renderMail(house.config, { ...mail, to, queuedAt: house.clock.now() }, loaded);
  };

  it("says where the certificate can be checked, in the text and not in the subject", async () => {
    const { subject, text, html } = await completed();
    expect(text).toContain(`https://kelias.example${address}`);
    expect(html).toContain(`https://kelias.example${address}`);
    expect(subject).not.toMatch(/\d/);
  });

  it("says nothing of one that was revoked", async () => {
    await (await staff("coordinator")).post(desk(), why);
    expect((await completed()).text).not.toContain(address);
  });
});

describe("revoking", () => {
  it("needs a category that there is and a reason, and until then changes nothing", async () => {
    const coordinator = await staff("coordinator");
    expect((await coordinator.get(desk())).text).toContain("Panaikinto pažymėjimo grąžinti nebegalima");
    for (const wrong of [
      {},
      { ...why, reason: " " },
      { ...why, category: "whim" },
      { ...why, reason: "x".repeat(2001) },
    ])
      expect((await coordinator.post(desk(), wrong)).status).toBe(422);
    expect((await guest.get(address)).text).toContain("Pažymėjimas galioja");
  });

  it("shows everybody day and category, the staff who and why, and tells the holder the reason by mail", async () => {
    let coordinator = await staff("coordinator");
    house.at("2027-07-01T09:00:00.000Z");
    coordinator = await staff("coordinator");
    expect(await coordinator.post(desk(), why)).toMatchObject({ status: 303, location: desk() });
    const seen = await guest.get(address);
    expect(seen.text).toContain("Negalioja nuo 2027 m. liepos 1 d.");
    expect(seen.text).toContain("Pažymėjime įrašyti neteisingi duomenys");
    expect(seen.text).not.toContain(why.reason);
    const kept = (await coordinator.get(desk())).text;
    for (const said of ["coordinator@agency.example", why.reason, "2027 m. liepos 1 d. 12.00 val."])
      expect(kept).toContain(said);
    expect(house.sent.at(-1)).toMatchObject({ subject: "Jūsų pažymėjimas panaikintas" });
    expect(house.sent.at(-1)?.text).toContain(why.reason);
  });

  it("takes the paper from the own page, and issuing again does not bring it back", async () => {
    await (await staff("coordinator")).post(desk(), why);
    await issue(house, ref);
    const own = casePath(house.config.linkSecret, ref);
    expect((await guest.get(own)).body).not.toContain("certificate.pdf");
    expect((await guest.get(`${own}/documents/certificate.pdf`)).status).toBe(404);
    expect((await guest.get(address)).text).toContain("Pažymėjimas panaikintas");
  });

  it("is done once: of two at the same time one is told that nothing was changed, and one mail goes out", async () => {
    const [first, second] = [await staff("coordinator"), await staff("coordinator")];
    const mails = house.sent.length;
    const answers = await Promise.all([
      first.post(desk(), why),
      second.post(desk(), { category: "misuse", reason: "Kita." }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const before = (await loadCertified(house, ref)).certificate;
    expect((await first.post(desk(), { category: "attendance", reason: "Dar kartą." })).status).toBe(409);
    expect((await loadCertified(house, ref)).certificate).toEqual(before);
    expect(house.sent.length).toBe(mails + 1);
  });

  it("said again orders the mail that was lost when something broke, with the reason that counts", async () => {
    const coordinator = await staff("coordinator");
    await coordinator.post(desk(), why);
    const ordered = house.table.all().find(({ sk }) => String(sk).includes("#certificateRevoked#"));
    await house.table.delete({ pk: ref, sk: String(ordered?.sk) });
    const mails = house.sent.length;
    expect((await coordinator.post(desk(), { category: "misuse", reason: "Kita." })).status).toBe(409);
    expect(house.sent.length).toBe(mails + 1);
    expect(house.sent.at(-1)?.text).toContain(why.reason);
  });

  it("is not for finance, nor for strangers, nor for a case without a certificate", async () => {
    const finance = await staff("finance");
    expect((await finance.get(desk())).text).not.toContain("Panaikinti pažymėjimą");
    expect((await finance.post(desk(), why)).status).toBe(403);
    expect((await guest.post(desk(), why)).status).toBe(403);
    const coordinator = await staff("coordinator");
    expect((await coordinator.post(desk().replace(idOf(ref), "none"), why)).status).toBe(404);
    expect((await guest.get(address)).text).toContain("Pažymėjimas galioja");
  });
});
