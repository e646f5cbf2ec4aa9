import { createECDH, hkdfSync } from "node:crypto";
import { calculateJwkThumbprint } from "jose";

/** A key of the curve P-256, as JWK says it. */
interface PublicKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
}

/** With which an installation signs credentials: derived from its secret, so it is the same in every function and stored nowhere. */
export interface IssuerKey {
  readonly id: string;
  readonly public: PublicKey;
  readonly private: PublicKey & { readonly d: string };
}

/** The order of the group of P-256 (SEC 2). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** With so many bits more than the order has, no key is likelier than another (FIPS 186-5, A.2.1). */
const seedBytes = 48;

export async function issuerKey(linkSecret: string): Promise<IssuerKey> {
  const seed = Buffer.from(
    hkdfSync("sha256", linkSecret, "", "kelias: key of credentials, P-256", seedBytes),
  );
  const scalar = (BigInt(`0x${seed.toString("hex")}`) % (order - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(64, "0"), "hex");
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(d);
  // Uncompressed: a byte that says so, then both coordinates.
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const known = { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" } as const;
  return {
    id: await calculateJwkThumbprint(known),
    public: known,
    private: { ...known, d: d.toString("base64url") },
  };
}

/** The issuer by its place on the web: whoever has the address of the portal finds the key (did:web). */
export const issuerOf = (portalUrl: string): string =>
  `did:web:${new URL(portalUrl).host.replace(":", "%3A")}`;

/** The public key as programs look for it (RFC 7517). */
export const keySet = ({ id, public: known }: IssuerKey) => ({
  keys: [{ ...known, kid: id, use: "sig", alg: "ES256" }],
});

/** The same as wallets look for it (did:web). */
export function issuerDocument({ id, public: known }: IssuerKey, portalUrl: string) {
  const issuer = issuerOf(portalUrl);
  const method = `${issuer}#${id}`;
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"],
    id: issuer,
    verificationMethod: [{ id: method, type: "JsonWebKey2020", controller: issuer, publicKeyJwk: known }],
    assertionMethod: [method],
  };
}
