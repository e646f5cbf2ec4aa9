import { enterPath } from "../../functions/web/enter.ts";
import type { Stage } from "./stage.ts";

/** One of the staff at the console of a stage, by e-mail address. */
export function colleagueOf(stage: Stage, email: string) {
  const { world } = stage;
  const asked = async (method: "GET" | "POST", target: string, said: Record<string, string> = {}) => {
    const until = Math.floor(Date.parse(world.house.clock.now()) / 1000) + 3600;
    const pass = enterPath(world.house.config.linkSecret, email, until);
    const host = { host: ["127.0.0.1"] };
    const entered = await world.asked({ method: "POST", target: pass, headers: host, body: Buffer.alloc(0) });
    const cookie = entered.headers.find(([name]) => name === "set-cookie")?.[1].split(";")[0] ?? "";
    const answered = await world.asked({
      method,
      target,
      headers: { ...host, cookie: [cookie], "content-type": ["application/x-www-form-urlencoded"] },
      body: Buffer.from(new URLSearchParams(said).toString()),
    });
    const html = String(answered.body);
    return { status: answered.status, html, text: html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ") };
  };
  return {
    get: (target: string) => asked("GET", target),
    /** Sends a form, and waits until what follows from it has happened. */
    post: async (target: string, said: Record<string, string> = {}) => {
      const answered = await asked("POST", target, said);
      await world.settle();
      return answered;
    },
  };
}

/** What a page put into its form for its own use. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
