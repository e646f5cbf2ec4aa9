import * as z from "zod";
import { paths } from "../addresses/paths.ts";
import type { Config } from "../config.ts";
import { isOidcSeal, sealOidc, subjectIdOf } from "../links.ts";

type Provider = NonNullable<Config["oidc"]>;

/** What has to be remembered between going to the provider and coming back. */
const remembered = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), at: z.string() });
type Remembered = z.infer<typeof remembered>;

/** Coming back takes no longer than this. */
export const oidcMinutes = 10;
export const oidcCookie = "kelias-oidc";

const backAddress = (portalUrl: string): string => `${portalUrl}${paths.backFromProvider()}`;

/** The library, loaded when somebody first signs in by the provider; a provider on this machine may do without TLS. */
async function reach({ issuer, clientId, clientSecret }: Provider) {
  const client = await import("openid-client");
  const server = new URL(issuer);
  const isHere = server.protocol === "http:" && ["127.0.0.1", "localhost"].includes(server.hostname);
  const options = isHere ? { execute: [client.allowInsecureRequests] } : {};
  const configuration = await client.discovery(server, clientId, clientSecret, undefined, options);
  return { client, configuration };
}

/** Where to send the browser, and what it shall bring back in a sealed cookie. Throws when the provider cannot be reached. */
export async function beginAtProvider(
  { oidc, portalUrl, linkSecret }: Config & { readonly oidc: Provider },
  now: string,
): Promise<{ readonly to: string; readonly cookie: string }> {
  const { client, configuration } = await reach(oidc);
  const kept: Remembered = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    at: now,
  };
  const to = client.buildAuthorizationUrl(configuration, {
    redirect_uri: backAddress(portalUrl),
    scope: "openid email",
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: "S256",
  });
  const written = Buffer.from(JSON.stringify(kept)).toString("base64url");
  return { to: to.href, cookie: `${written}.${sealOidc(linkSecret, written)}` };
}

export type FromProvider =
  | { readonly outcome: "known"; readonly email: string; readonly subject: string }
  /** The person refused, or the provider did. */
  | { readonly outcome: "refused" }
  /** What came back does not belong to what was begun here, or begun too long ago. */
  | { readonly outcome: "strange" }
  | { readonly outcome: "unverified" };

/** Reads the provider's answer: which account it is, and its verified address. */
export async function endAtProvider(
  { oidc, portalUrl, linkSecret }: Config & { readonly oidc: Provider },
  query: URLSearchParams,
  cookie: string | undefined,
  now: string,
): Promise<FromProvider> {
  const kept = readCookie(linkSecret, cookie, now);
  if (!kept || query.get("state") !== kept.state) return { outcome: "strange" };
  if (query.has("error")) return { outcome: "refused" };
  const { client, configuration } = await reach(oidc);
  try {
    const tokens = await client.authorizationCodeGrant(
      configuration,
      new URL(`${backAddress(portalUrl)}?${query}`),
      { expectedState: kept.state, expectedNonce: kept.nonce, pkceCodeVerifier: kept.verifier },
    );
    const claims = tokens.claims();
    const info = claims
      ? { ...(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims }
      : undefined;
    const said = z
      .object({ email: z.email(), email_verified: z.literal(true), iss: z.string(), sub: z.string() })
      .safeParse(info);
    if (!said.success) return { outcome: "unverified" };
    const { email, iss, sub } = said.data;
    return { outcome: "known", email, subject: subjectIdOf(linkSecret, iss, sub) };
  } catch (error) {
    if (error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError)
      return { outcome: "refused" };
    if (error instanceof client.ClientError) return { outcome: "strange" };
    throw error;
  }
}

function readCookie(secret: string, cookie: string | undefined, now: string): Remembered | undefined {
  const [written = "", sealed = ""] = (cookie ?? "").split(".");
  if (!isOidcSeal(sealed, secret, written)) return undefined;
  const read = remembered.safeParse(JSON.parse(Buffer.from(written, "base64url").toString("utf8")));
  if (!read.success) return undefined;
  return Date.parse(now) - Date.parse(read.data.at) <= oidcMinutes * 60_000 ? read.data : undefined;
}
