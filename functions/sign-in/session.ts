import { randomBytes } from "node:crypto";
import type { House } from "../house.ts";
import { sessionIdOf } from "../links.ts";
import { sessionKey } from "../store/keys.ts";
import { sessionItem } from "../store/person-items.ts";

/** A session ends after so many hours, whatever was done in it. */
export const sessionHours = 12;
const cookieName = "kelias-session";

type Parts = Pick<House, "table" | "clock" | "config">;

/** Begins a session for an address; the cookie. The token is in the cookie alone, the table keeps what stands for it. */
export async function beginSession(house: Parts, email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const beganAt = house.clock.now();
  const until = new Date(Date.parse(beganAt) + sessionHours * 3_600_000).toISOString();
  const key = sessionKey(sessionIdOf(house.config.linkSecret, token));
  await house.table.put({ ...key, email, beganAt, until });
  return cookie(house, token, sessionHours * 3600);
}

const tokenIn = (cookies: readonly string[]): string | undefined =>
  cookies.find((candidate) => candidate.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);

/** Whose session the cookies carry: an e-mail address; `undefined` for none, a forged one, and one that is over. */
export async function signedIn(house: Parts, cookies: readonly string[]): Promise<string | undefined> {
  const token = tokenIn(cookies);
  if (!token) return undefined;
  const item = await house.table.get(sessionKey(sessionIdOf(house.config.linkSecret, token)));
  const known = item && sessionItem.parse(item);
  const isOver = !known || known.endedAt !== undefined || known.until <= house.clock.now();
  return isOver ? undefined : known.email;
}

/** Ends the session of the cookies wherever the cookie may have got to; the cookie that takes it away here. */
export async function endSession(house: Parts, cookies: readonly string[]): Promise<string> {
  const token = tokenIn(cookies);
  if (token) {
    await house.table.change(sessionKey(sessionIdOf(house.config.linkSecret, token)), {
      set: { endedAt: house.clock.now() },
      when: { until: "present" },
    });
  }
  return cookie(house, "", 0);
}

/** A cookie that no script reads and no other site sends. */
export const cookie = (
  { config }: Pick<House, "config">,
  value: string,
  seconds: number,
  name = cookieName,
): string => {
  const secure = config.portalUrl.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${secure}`;
};
