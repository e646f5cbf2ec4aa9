import { staffBehind, staffCookie } from "../../../cases/staff.ts";
import { redirect } from "../../answers.ts";
import type { Work } from "../../visit.ts";
import { noPass } from "./guard.tsx";

/** The link of the morning's mail: keeps the pass in the browser until the link's own end, and changes nothing else. */
export const enterConsole: Work = async ({ house, request, at }) => {
  const pass = { id: at("id"), until: Number(at("until")), secret: at("secret") };
  if (!(await staffBehind(house, pass))) return noPass(request);
  const { name, value } = staffCookie(pass);
  const seconds = Math.max(0, Math.floor(pass.until - Date.parse(house.clock.now()) / 1000));
  const secure = house.config.portalUrl.startsWith("https:") ? "; Secure" : "";
  const cookie = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${secure}`;
  return redirect("/console", [cookie]);
};
