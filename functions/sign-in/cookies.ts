import { parseCookie, stringifySetCookie } from "cookie";
import type { House } from "../house.ts";

type Parts = Pick<House, "config">;

const isSecure = ({ config }: Parts): boolean => config.portalUrl.startsWith("https:");

/** Over TLS a cookie is bound to this host alone [RFC 6265bis, "The __Host- Prefix"]; Safari takes none such from localhost. */
const nameFor = (house: Parts, name: string): string => (isSecure(house) ? `__Host-${name}` : name);

/** A cookie that no script reads and no other site sends, for so many seconds; with 0 the browser forgets it. */
export const cookie = (house: Parts, name: string, value: string, seconds: number): string =>
  stringifySetCookie({
    name: nameFor(house, name),
    value,
    maxAge: seconds,
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(house),
  });

/** What a cookie of ours holds, of those of a request, `name=value` each. */
export const cookieIn = (house: Parts, name: string, cookies: readonly string[]): string | undefined =>
  parseCookie(cookies.join("; "))[nameFor(house, name)];
