import { createHash } from "node:crypto";
import { SignJWT } from "jose";
import { processOf } from "../../workflows/catalogue.ts";
import { certificatePath, printNumber } from "../certificates/number.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { messagesOf } from "../reading/messages.ts";
import type { Ui } from "../reading/ui.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import { type IssuerKey, issuerKey, issuerOf } from "./key.ts";
import { tagsIn } from "./told.ts";

const contexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;
const recordContexts = [...contexts, "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"] as const;

type Parts = Pick<House, "config">;

interface Holder {
  readonly name: string;
  readonly email: string;
}

/** A credential as it is signed. `id` is an address at which it can be looked up, or a URN. */
interface Credential {
  readonly id: string;
  readonly type: readonly string[];
  readonly validFrom: string;
  readonly credentialSubject: Readonly<Record<string, unknown>> & { readonly id: string };
}

/** Signs each certificate as an Open Badge and all of them as a record; nothing where there is no certificate that is valid. */
export async function signedRecord(
  house: Parts,
  holder: Holder,
  certificates: readonly CertificateItem[],
  ui: Ui,
  now: string,
): Promise<{ readonly badges: ReadonlyMap<string, string>; readonly record?: string }> {
  const key = await issuerKey(house.config.linkSecret);
  const valid = certificates.filter(({ revoked }) => revoked === undefined);
  const badges = new Map(
    await Promise.all(
      valid.map(
        async (one) => [one.number, await sign(house, key, await badgeOf(house, holder, one, ui))] as const,
      ),
    ),
  );
  if (badges.size === 0) return { badges };
  const record = await sign(house, key, {
    "@context": recordContexts,
    id: urnOf(house, "record", holder.email, now),
    type: ["VerifiableCredential", "ClrCredential"],
    name: ui.say("tookPart.title"),
    validFrom: now,
    credentialSubject: {
      ...subjectOf(house, holder),
      type: ["ClrSubject"],
      verifiableCredential: [...badges.values()].map((badge) => ({
        "@context": contexts[0],
        id: `data:application/vc+jwt,${badge}`,
        type: "EnvelopedVerifiableCredential",
      })),
    },
  });
  return { badges, record };
}

async function badgeOf(
  house: Parts,
  holder: Holder,
  { number, process: id, call, says, develops, issuedAt }: CertificateItem,
  ui: Ui,
) {
  const { portalUrl } = house.config;
  const process = await processOf(id);
  const words = messagesOf(await process.words[ui.language](), ui.language);
  const tags = tagsIn({ competences: [], subjects: [], ...develops }, ui);
  const page = `${portalUrl}${certificatePath(number)}`;
  const told = words.say("certificate.text", { days: says.days ?? 0, hours: says.hours ?? 0 });
  const credits = says.credits ?? says.hours;
  return {
    "@context": contexts,
    id: page,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: words.say("certificate.title"),
    validFrom: issuedAt,
    credentialSubject: {
      ...subjectOf(house, { ...holder, name: says.holder }),
      type: ["AchievementSubject"],
      activityStartDate: `${says.starts}T00:00:00Z`,
      activityEndDate: `${says.ends}T00:00:00Z`,
      ...(credits === undefined ? {} : { creditsEarned: credits }),
      licenseNumber: printNumber(number),
      achievement: {
        id: `urn:uuid:${uuidOf(`${portalUrl} ${id}`)}`,
        type: ["Achievement"],
        achievementType: "Certificate",
        name: words.say("name"),
        description: `${call[ui.language]}. ${told}`,
        criteria: { narrative: told },
        inLanguage: ui.language,
        ...(tags.length === 0 ? {} : { tag: tags }),
      },
    },
  };
}

/** The holder by name, and by the address in a way that only whoever knows it can compare. */
function subjectOf(house: Parts, { name, email }: Holder) {
  const salt = addressIdOf(house.config.linkSecret, `salt ${email}`);
  const address = createHash("sha256").update(`${email.toLowerCase()}${salt}`).digest("hex");
  return {
    id: urnOf(house, "holder", email),
    identifier: [
      { type: "IdentityObject", hashed: false, identityType: "name", identityHash: name },
      {
        type: "IdentityObject",
        hashed: true,
        identityType: "emailAddress",
        identityHash: `sha256$${address}`,
        salt,
      },
    ],
  };
}

const urnOf = ({ config }: Parts, ...named: readonly string[]): string =>
  `urn:uuid:${uuidOf(addressIdOf(config.linkSecret, named.join(" ")))}`;

/** A UUID that the same seed gives again (version 8: its bits are our own). */
function uuidOf(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A JWS whose claims are the credential (VC-JWT of Open Badges 3.0, 8.2). */
function sign({ config }: Parts, key: IssuerKey, said: Credential & Readonly<Record<string, unknown>>) {
  const id = issuerOf(config.portalUrl);
  const issuer = { id, type: ["Profile"], name: "Kelias", url: config.portalUrl };
  return new SignJWT({ ...said, issuer })
    .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: `${id}#${key.id}`, jwk: key.public })
    .setIssuer(id)
    .setJti(said.id)
    .setSubject(said.credentialSubject.id)
    .setNotBefore(Math.floor(Date.parse(said.validFrom) / 1000))
    .sign(key.private);
}
