import type { House } from "../../../functions/house.ts";
import type { OwnPages } from "../gateway.ts";

import type { KeptMail } from "../mail-file.ts";
import { timePath } from "../time-control.ts";
import { isFromHere, notAllowed, notFromHere } from "./guard.ts";
import { drawOwn, ownView } from "./page.ts";
import { peoplePath } from "./paths.ts";

interface Mails {
  readonly all: () => readonly { readonly destination: Pick<KeptMail["destination"], "to"> }[];
}

/** How far a programme is that is being made, from 0 to 100. */
export interface BeingMade {
  readonly done: number;
}

/** Shows everybody of the programme (so far, while it is being made), and lets whoever sits at this machine in as any of them. */
export function peopleDoor(
  house: House,
  mails: () => Mails,
  making: () => BeingMade | undefined = () => undefined,
): OwnPages {
  return async (asked, path) => {
    if (path !== peoplePath) return undefined;
    if (!isFromHere(asked)) return notFromHere;
    if (asked.method === "POST")
      return enter(house, new URLSearchParams(Buffer.from(asked.body).toString("utf8")));
    if (asked.method !== "GET" && asked.method !== "HEAD") return notAllowed;
    const [view, { ownWords }, { peopleOf }, { PeoplePage }] = await Promise.all([
      ownView(asked, path),
      import("./words.ts"),
      import("./people.ts"),
      import("./people-page.tsx"),
    ]);
    const words = ownWords(view.language);
    const people = await peopleOf(house, {
      language: view.language,
      registered: words.say("people.registered"),
    });
    const counts = new Map<string, number>();
    for (const { destination } of mails().all())
      for (const to of destination.to) counts.set(to.toLowerCase(), (counts.get(to.toLowerCase()) ?? 0) + 1);
    const beingMade = making();
    return drawOwn(view, {
      title: words.say("people.title"),
      wide: true,
      ...(beingMade ? { headers: { refresh: String(againSeconds) } } : {}),
      body: PeoplePage({
        words,
        people,
        beingMade,
        now: house.clock.now(),
        coordinator: people.find(({ isStaff }) => isStaff)?.email,
        mailsOf: (email) => counts.get(email.toLowerCase()) ?? 0,
      }),
    });
  };
}

/** While it is being made the page asks for itself anew after so many seconds. */
const againSeconds = 2;

const places = { console: "/console", my: "/my", time: timePath };

async function enter(house: House, said: URLSearchParams) {
  const email = said.get("email") ?? "";
  const to = Object.entries(places).find(([name]) => name === said.get("to"));
  if (email === "" || !to) return notAllowed;
  const [name, path] = to;
  const [{ beginSession }, { worksInConsole }] = await Promise.all([
    import("../../../functions/sign-in/session.ts"),
    import("../../../functions/cases/people/staff.ts"),
  ]);
  const isStaff = name !== "my" && (await worksInConsole(house, email));
  const cookie = await beginSession(house, { email, isStaff });
  return {
    status: 303,
    headers: [
      ["location", isStaff ? path : places.my],
      ["set-cookie", cookie],
    ] as const,
    body: "",
  };
}
