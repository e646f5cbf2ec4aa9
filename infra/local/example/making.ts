import { type Answer, plainPage } from "../gateway-answer.ts";
import type { Asked } from "../gateway-event.ts";
import { openProgress } from "../progress.ts";
import { type Look, lookInto } from "./look.ts";

/** An example that is being made. */
export interface Making {
  /** What an address answers meanwhile: what there is of it so far, to be looked at; nothing once it is made. */
  readonly answer: (asked: Asked) => Promise<Answer> | undefined;
  readonly make: (dataFolder: string, now: string) => Promise<void>;
}

interface Place {
  readonly portalUrl: string;
  readonly room: "empty" | "cutOff";
  /** Whether whoever sits at this machine may come in as anybody. */
  readonly isOpen: boolean;
}

/** Says in the terminal and on the page of the people that the example is being made, and how far it is. */
export function beginMaking({ portalUrl, room, isOpen }: Place): Making {
  const again =
    room === "cutOff" ? "The start before was stopped while it made the example, which is made anew.\n" : "";
  console.log(`${again}Making a programme to walk into: a call of every process, played up to today.
It takes a moment, once. Look at it meanwhile: ${portalUrl}/example`);
  let done = 0;
  let isMade = false;
  let look: Look | undefined;
  return {
    answer: (asked) => {
      if (isMade) return undefined;
      return look?.answer(asked) ?? Promise.resolve(beingMade(done));
    },
    make: async (dataFolder, now) => {
      const { makeExample } = await import("./make.ts");
      const progress = openProgress(100);
      try {
        await makeExample(dataFolder, {
          portalUrl,
          now,
          onProgress: (part) => {
            done = Math.max(done, Math.min(99, Math.floor(part * 100)));
            progress.show(done, `${done} % of the way to today`);
          },
          ...(isOpen
            ? {
                onOpened: (world, mails) => {
                  look = lookInto(world, mails, () => done);
                },
              }
            : {}),
          beforeClosing: async () => {
            isMade = true;
            await look?.end();
          },
        });
      } finally {
        progress.close();
      }
    },
  };
}

function beingMade(done: number): Answer {
  const page = plainPage(
    503,
    `Kuriama pavyzdinė programa: nueita ${done} % kelio iki šios dienos.`,
    `An example of a programme is being made: ${done} % of the way to today.`,
  );
  return { ...page, headers: [...page.headers, ["refresh", "1"], ["retry-after", "1"]] };
}
