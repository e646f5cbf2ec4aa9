import { randomBytes } from "node:crypto";
import type { House } from "../house.ts";
import { addressIdOf, isSeenSeal, sealSeen, sessionIdOf } from "../links.ts";
import { expiring } from "../store/expiring.ts";
import { sessionKey, sessionsKey } from "../store/keys.ts";
import { sessionItem, sessionsItem } from "../store/person-items.ts";
import { cookie, cookieIn } from "./cookies.ts";

/** A session ends after so many hours, whatever was done in it. */
const sessionHours = 12;
/** One of the staff's ends sooner, when nothing was done in the console for so many minutes. */
const idleMinutes = 120;
/** How long ago it was used is written into the cookie again after so many minutes. */
const freshMinutes = 5;

type Parts = Pick<House, "table" | "clock" | "config">;

/** Sessions go by real time where the clock of the house can be moved: who skips a year stays signed in. */
const nowOf = ({ clock }: Pick<House, "clock">): string => clock.real?.() ?? clock.now();

interface Begun {
  readonly email: string;
  /** Opens the console too. */
  readonly isStaff: boolean;
  /** Ends every other session of the same address. */
  readonly endsOthers?: boolean;
}

/** Begins a session; the cookie. The token is in the cookie alone, the table keeps what stands for it. */
export async function beginSession(house: Parts, { email, isStaff, endsOthers }: Begun): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const beganAt = nowOf(house);
  const until = new Date(Date.parse(beganAt) + sessionHours * 3_600_000).toISOString();
  if (endsOthers) await endAllOf(house, email, beganAt);
  const key = sessionKey(sessionIdOf(house.config.linkSecret, token));
  await house.table.put({
    ...key,
    email,
    beganAt,
    until,
    ...(isStaff ? { isStaff } : {}),
    ...expiring(until, 1),
  });
  return sessionCookie(house, token);
}

/** Ends every session of an address that began before an instant. */
async function endAllOf({ table, config }: Parts, email: string, endedBefore: string): Promise<void> {
  // Sessions that began before have ended by then anyway.
  const key = sessionsKey(addressIdOf(config.linkSecret, email));
  await table.put({ ...key, endedBefore, ...expiring(endedBefore, 2) });
}

const name = "kelias-session";

/** The token with when it was used last, sealed: how long nothing was done is known without a write for each page. */
function sessionCookie(house: Parts, token: string): string {
  const seen = String(Math.floor(Date.parse(nowOf(house)) / 1000));
  const value = [token, seen, sealSeen(house.config.linkSecret, token, seen)].join(".");
  return cookie(house, name, value, sessionHours * 3600);
}

interface Carried {
  readonly token: string;
  /** Epoch seconds. */
  readonly seen: number;
}

function carriedBy(house: Parts, cookies: readonly string[]): Carried | undefined {
  const [token = "", seen = "", sealed = ""] = cookieIn(house, name, cookies)?.split(".") ?? [];
  return isSeenSeal(sealed, house.config.linkSecret, token, seen) ? { token, seen: Number(seen) } : undefined;
}

/** The session of the cookies; `undefined` for none, a forged one, one that is over, and one that another sign-in ended. */
async function sessionOf(house: Parts, cookies: readonly string[]) {
  const carried = carriedBy(house, cookies);
  if (!carried) return undefined;
  const item = await house.table.get(sessionKey(sessionIdOf(house.config.linkSecret, carried.token)));
  const known = item && sessionItem.parse(item);
  if (!known || known.endedAt !== undefined || known.until <= nowOf(house)) return undefined;
  const others = await house.table.get(sessionsKey(addressIdOf(house.config.linkSecret, known.email)));
  if (others && known.beganAt < sessionsItem.parse(others).endedBefore) return undefined;
  return { ...known, ...carried };
}

/** Whose session the cookies carry: an e-mail address. */
export async function signedIn(house: Parts, cookies: readonly string[]): Promise<string | undefined> {
  return (await sessionOf(house, cookies))?.email;
}

/** Which of the staff the cookies carry: an e-mail address, and the cookie that goes on from now, once it is time for it. */
export async function staffSignedIn(
  house: Parts,
  cookies: readonly string[],
): Promise<{ readonly email: string; readonly renewed?: string } | undefined> {
  const known = await sessionOf(house, cookies);
  if (!known?.isStaff) return undefined;
  const idle = Date.parse(nowOf(house)) / 1000 - known.seen;
  if (idle > idleMinutes * 60) return undefined;
  return {
    email: known.email,
    ...(idle > freshMinutes * 60 ? { renewed: sessionCookie(house, known.token) } : {}),
  };
}

/** Ends the session of the cookies wherever the cookie may have got to; the cookie that takes it away here. */
export async function endSession(house: Parts, cookies: readonly string[]): Promise<string> {
  const carried = carriedBy(house, cookies);
  if (carried) {
    await house.table.change(sessionKey(sessionIdOf(house.config.linkSecret, carried.token)), {
      set: { endedAt: nowOf(house) },
      when: { until: "present" },
    });
  }
  return cookie(house, name, "", 0);
}
