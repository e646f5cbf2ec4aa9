import type { LocalClock } from "./clock.ts";
import type { OwnPages } from "./gateway.ts";
import { type Answer, plainPage } from "./gateway-answer.ts";
import { type Asked, eventOf } from "./gateway-event.ts";
import { drawOwn, ownView } from "./own/page.ts";
import { isAskedLocally, isFromOwnPage } from "./own-page.ts";
import type { Runtime } from "./runtime.ts";
import type { SkipState } from "./time-page.tsx";
import { isSkip, morningOf, targetOf } from "./time-skips.ts";

export const timePath = "/console/time";

/** For staff who are signed in, and for nobody else. Skips time forward: `GET` shows how, `POST` begins a skip and goes back to the page, which shows how far it is. */
export function timeControl(
  runtime: Runtime,
  clock: LocalClock,
  isStaff: (cookies: readonly string[]) => Promise<boolean>,
): OwnPages {
  let last: SkipState | undefined;

  const begin = (to: string): void => {
    const from = clock.now();
    last = { from, to, at: from, events: 0, status: "running" };
    const note = (change: Partial<SkipState>): void => {
      if (last) last = { ...last, ...change };
    };
    runtime
      .advanceTo(to, ({ at, events }) => note({ at, events }))
      .then((outcome) => note({ status: outcome === "arrived" ? "arrived" : "failed", at: clock.now() }))
      .catch((error: unknown) => {
        console.error(error);
        note({ status: "failed", at: clock.now() });
      });
  };

  const show = async (asked: Asked, status: number, wrongDay?: string): Promise<Answer> => {
    const [view, pages, { timeWords }] = await Promise.all([
      ownView(asked, timePath),
      import("./time-page.tsx"),
      import("./time-words.ts"),
    ]);
    const words = timeWords(view.language);
    const isRunning = last?.status === "running";
    const body =
      isRunning && last
        ? pages.RunningPage({ words, last })
        : pages.TimePage({
            words,
            now: clock.now(),
            nextEvent: runtime.nextEvent(),
            last,
            ...(wrongDay === undefined ? {} : { wrongDay }),
          });
    return drawOwn(view, {
      title: words.say("title"),
      status,
      hasErrors: wrongDay !== undefined,
      ...(isRunning ? { headers: { refresh: "1" } } : {}),
      body,
    });
  };

  return async (asked, path) => {
    if (path !== timePath) return undefined;
    if (!isAskedLocally(single(asked.headers))) return otherSite;
    const event = eventOf(asked, timePath, { name: "Portal", routeKey: `ANY ${timePath}` });
    if (!(await isStaff(event.cookies ?? [])))
      return { status: 303, headers: [["location", "/sign-in"]], body: "" };
    if (asked.method === "GET" || asked.method === "HEAD") return show(asked, 200);
    if (asked.method !== "POST") return notAllowed;
    if (!isFromOwnPage(single(asked.headers))) return otherSite;
    if (runtime.isAdvancing()) return show(asked, 409);
    const said = new URLSearchParams(Buffer.from(asked.body).toString("utf8"));
    const skip = said.get("skip");
    const day = said.get("until") ?? "";
    const target = isSkip(skip)
      ? targetOf(skip, clock.now(), runtime.nextEvent())
      : morningOf(day, clock.now());
    if (target === undefined) return show(asked, 400, day);
    begin(target);
    return { status: 303, headers: [["location", timePath]], body: "" };
  };
}

const single = (given: Asked["headers"]): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(given).map(([name, values]) => [name, values[0]]));

const otherSite = plainPage(
  403,
  "Laiką galima sukti tik iš šios programos puslapio.",
  "Time can be moved only from this program's own page.",
);

const notAllowed: Answer = {
  ...plainPage(405, "Taip šis adresas nenaudojamas.", "This address is not used like that."),
};
