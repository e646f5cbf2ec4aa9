import { errors, jwtVerify } from "jose";
import * as z from "zod";
import { findCertificate } from "../certificates/find.ts";
import { readNumber } from "../certificates/number.ts";
import type { House } from "../house.ts";
import { issuerKey, issuerOf } from "./key.ts";

/** What came of looking at one credential. */
export interface Checked {
  /** `revoked`: signed by us, and the certificate was taken back since. */
  readonly outcome: "valid" | "revoked" | "notOurs" | "unreadable";
  readonly name?: string;
  readonly holder?: string;
  /** The certificate that it is of, twenty figures. */
  readonly certificate?: string;
  /** UTC instant. */
  readonly issuedAt?: string;
}

const identity = z.object({ identityType: z.string(), identityHash: z.string(), hashed: z.boolean() });
const credential = z.object({
  id: z.string(),
  name: z.string(),
  validFrom: z.string(),
  credentialSubject: z.object({
    identifier: z.array(identity),
    licenseNumber: z.string().optional(),
    verifiableCredential: z.array(z.object({ id: z.string() })).optional(),
  }),
});

/** More than a record holds. */
const most = 200;
const compact = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

type Parts = Pick<House, "table" | "config" | "clock">;

/** Looks at every credential in a text: a JWS, or a file that holds some. A record is followed by those that it holds. */
export async function checkCredentials(house: Parts, text: string): Promise<readonly Checked[]> {
  const found = [...new Set(text.match(compact) ?? [])].slice(0, most);
  const looked = await Promise.all(found.map((one) => look(house, one)));
  const held = new Set(looked.flatMap(({ holds }) => holds));
  const inside = await Promise.all(
    [...held]
      .filter((one) => !found.includes(one))
      .slice(0, most)
      .map((one) => look(house, one)),
  );
  return [...looked, ...inside].map(({ checked }) => checked);
}

interface Looked {
  readonly checked: Checked;
  readonly holds: readonly string[];
}

async function look(house: Parts, token: string): Promise<Looked> {
  const said = await verified(house, token);
  if (typeof said === "string") return { checked: { outcome: said }, holds: [] };
  const { name, validFrom, credentialSubject } = said;
  const { identifier, licenseNumber, verifiableCredential = [] } = credentialSubject;
  const number = licenseNumber === undefined ? undefined : readNumber(licenseNumber);
  const registered = number === undefined ? undefined : await findCertificate(house.table, number);
  const holder = identifier.find(({ identityType }) => identityType === "name")?.identityHash;
  return {
    checked: {
      outcome: registered?.revoked ? "revoked" : "valid",
      name,
      issuedAt: validFrom,
      ...(holder === undefined ? {} : { holder }),
      ...(number === undefined ? {} : { certificate: number }),
    },
    holds: verifiableCredential.flatMap(({ id }) => id.match(compact) ?? []),
  };
}

async function verified(
  { config, clock }: Parts,
  token: string,
): Promise<z.infer<typeof credential> | "notOurs" | "unreadable"> {
  const key = await issuerKey(config.linkSecret);
  try {
    const { payload } = await jwtVerify(token, key.public, {
      algorithms: ["ES256"],
      issuer: issuerOf(config.portalUrl),
      currentDate: new Date(clock.now()),
    });
    return credential.parse(payload);
  } catch (error) {
    if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return "unreadable";
    if (error instanceof errors.JOSEError) return "notOurs";
    throw error;
  }
}
