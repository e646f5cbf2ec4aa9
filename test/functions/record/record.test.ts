import { createPublicKey, verify } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { certifiedCase, loadCertified } from "../certificates/certified-case.ts";
import type { DemoHouse } from "../demo-house.ts";
import { textOf } from "../documents/read-pdf.ts";
import { visitor } from "../web/visitor.ts";

let house: DemoHouse;
let ref: string;
beforeEach(async () => {
  ({ house, ref } = await certifiedCase());
});

const austeja = "austeja@mokykla.example";

async function signedIn(email = austeja) {
  const browser = visitor(house);
  await browser.post("/sign-in", { email });
  const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
  await browser.post("/sign-in/code", { code });
  return browser;
}

/** Reads a JWS by the standard alone (RFC 7515, 7518), with the key that is published. */
async function readSigned(jws: string) {
  const [header = "", payload = "", signature = ""] = jws.split(".");
  const { keys } = JSON.parse((await visitor(house).get("/.well-known/jwks.json")).body);
  const isRight = verify(
    "sha256",
    Buffer.from(`${header}.${payload}`),
    { key: createPublicKey({ key: keys[0], format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  const json = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  return { isRight, header: json(header), payload: json(payload), key: keys[0] };
}

describe("the record of a person", () => {
  it("is there after signing in, and for nobody else", async () => {
    for (const path of ["/my/record", "/my/record.pdf", "/my/record.json"])
      expect((await visitor(house).get(path)).location).toBe("/sign-in");
    const { text } = await (await signedIn()).get("/my/record");
    for (const said of ["Dalyvavimas programoje", "4 dienos", "Dalyko mokymas", "Bendradarbiavimas"])
      expect(text).toContain(said);
    const english = (await (await signedIn()).get("/my/record?lang=en")).text;
    expect(english).toContain("4 days");
  });

  it("is a paper, too", async () => {
    const { certificate } = await loadCertified(house, ref);
    const { headers, body } = await (await signedIn()).get("/my/record.pdf");
    expect(headers["content-type"]).toBe("application/pdf");
    const said = (await textOf(Buffer.from(body, "base64"))).replaceAll(/\s/g, "");
    expect(said).toContain(certificate.number.match(/.{4}/g)?.join("-") ?? "no number");
  });

  it("tells programs the same, each certificate signed as an Open Badge by the key that is published", async () => {
    const file = JSON.parse((await (await signedIn()).get("/my/record.json")).body);
    const { certificate } = await loadCertified(house, ref);
    expect(file.parts).toMatchObject([
      {
        process: "foreign-internship",
        from: "2027-05-03",
        days: 4,
        competences: ["subjectTeaching", "cooperation"],
      },
    ]);
    const { isRight, header, payload, key } = await readSigned(file.parts[0].certificate.credential);
    expect(isRight).toBe(true);
    expect(header).toMatchObject({ alg: "ES256", kid: `did:web:kelias.example#${key.kid}` });
    expect(payload).toMatchObject({
      "@context": expect.arrayContaining(["https://www.w3.org/ns/credentials/v2"]),
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      iss: "did:web:kelias.example",
      jti: payload.id,
      sub: payload.credentialSubject.id,
      issuer: { type: ["Profile"] },
      credentialSubject: {
        type: ["AchievementSubject"],
        identifier: [{ type: "IdentityObject", identityHash: certificate.says.holder }, { hashed: true }],
        achievement: { type: ["Achievement"], name: "Stažuotė užsienyje" },
      },
    });
    expect(JSON.stringify(payload)).not.toContain(austeja);
    const whole = await readSigned(file.credential);
    expect(whole.isRight).toBe(true);
    expect(whole.payload.type).toEqual(["VerifiableCredential", "ClrCredential"]);
    expect(JSON.stringify(whole.payload)).toContain(file.parts[0].certificate.credential);
  });

  it("publishes the key for wallets, too", async () => {
    const { body } = await visitor(house).get("/.well-known/did.json");
    const { id, verificationMethod, assertionMethod } = JSON.parse(body);
    expect(id).toBe("did:web:kelias.example");
    expect(assertionMethod).toEqual([verificationMethod[0].id]);
    expect(verificationMethod[0].publicKeyJwk).not.toHaveProperty("d");
  });
});

describe("checking a signed record", () => {
  const record = async () => (await (await signedIn()).get("/my/record.json")).body;
  const check = async (text: string) => visitor(house).post("/credentials", { text });

  it("finds the whole and each part of it valid", async () => {
    const { status, text } = await check(await record());
    expect(status).toBe(200);
    expect(text).toContain("Įrašas tikras ir galioja");
    const { credentials } = JSON.parse(
      (await visitor(house).postJson("/api/credentials", JSON.parse(await record()))).body,
    );
    expect(credentials.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["valid", "valid"]);
  });

  it("finds one that was changed, one of another issuer, and what is none at all", async () => {
    const { credential } = JSON.parse(await record());
    const [header, payload, signature] = credential.split(".");
    const forged = JSON.parse(Buffer.from(payload, "base64url").toString());
    forged.credentialSubject.identifier[0].identityHash = "Kas Kitas";
    const other = Buffer.from(JSON.stringify(forged)).toString("base64url");
    expect((await check([header, other, signature].join("."))).text).toContain(
      "Pasirašyta ne čia arba pakeista",
    );
    const none = [Buffer.from('{"alg":"none"}').toString("base64url"), payload, "AA"].join(".");
    expect((await check(none)).text).not.toContain("Įrašas tikras");
    const empty = await check("labas");
    expect([empty.status, empty.text]).toEqual([
      422,
      expect.stringContaining("nėra nė vienos pasirašytos dalies"),
    ]);
  });

  it("tells that a certificate was taken back since, which then counts no more", async () => {
    const before = await record();
    const { certificate } = await loadCertified(house, ref);
    await house.table.change(
      { pk: certificate.pk, sk: certificate.sk },
      { set: { revoked: { at: "2027-07-01T09:00:00.000Z", by: "a", category: "mistake", reason: "x" } } },
    );
    expect((await check(before)).text).toContain("pažymėjimas vėliau panaikintas");
    const after = JSON.parse(await record());
    expect(after.parts[0]).not.toHaveProperty("days");
    expect(after).not.toHaveProperty("credential");
  });
});
