import { ask, type OwnPages } from "../gateway.ts";
import { type Answer, plainPage } from "../gateway-answer.ts";
import type { Asked } from "../gateway-event.ts";
import type { KeptMail } from "../mail-file.ts";
import { mailboxDoor } from "../own/mailbox-door.ts";
import { peoplePath } from "../own/paths.ts";
import { peopleDoor } from "../own/people-door.ts";
import { isAskedLocally, otherName } from "../own-page.ts";
import type { OpenedWorld } from "../rehearse/world.ts";

/** Shows what there is so far of an example that is being made. */
export interface Look {
  readonly answer: (asked: Asked) => Promise<Answer>;
  /** Resolves when nobody is being answered any more. */
  readonly end: () => Promise<void>;
}

/**
 * Lets whoever sits at this machine walk through an example while it is being made: every page may be read, as anybody, and nothing
 * be done there yet, since its people do it all themselves. The address of the portal leads to the people.
 */
export function lookInto(
  { local, asked: askWorld }: Pick<OpenedWorld, "local" | "asked">,
  mails: readonly KeptMail[],
  done: () => number,
): Look {
  const all = () => ({ all: () => mails });
  const people = peopleDoor(local.house, all, () => ({ done: done() }));
  const mailbox = mailboxDoor(all);
  const own: OwnPages = async (asked, path) => {
    if (path === "/") return { status: 303, headers: [["location", peoplePath]], body: "" };
    const found = (await people(asked, path)) ?? (await mailbox(asked, path));
    if (found) return found;
    return isReading(asked) ? askWorld(asked) : notYet;
  };
  const going = new Set<Promise<Answer>>();
  return {
    answer: (asked) => {
      if (!isAskedLocally({ host: asked.headers.host?.[0] })) return Promise.resolve(otherName);
      const answering = ask(local.functions, asked, own);
      going.add(answering);
      return answering.finally(() => going.delete(answering));
    },
    end: async () => {
      await Promise.allSettled(going);
    },
  };
}

const isReading = ({ method }: Asked): boolean => method === "GET" || method === "HEAD";

const notYet = plainPage(
  503,
  "Pavyzdinė programa dar kuriama: kol kas ją galima tik apžiūrėti. Netrukus galėsite ir veikti – grįžkite ir pabandykite dar kartą.",
  "The example is still being made: for now it can be looked at. In a moment you can act, too: go back and try again.",
);
