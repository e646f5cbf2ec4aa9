import { type Answer, plainPage } from "../gateway-answer.ts";
import { openProgress } from "../progress.ts";

/** An example that is being made. */
export interface Making {
  /** What every address answers meanwhile. */
  readonly answer: () => Answer;
  readonly make: (dataFolder: string, now: string) => Promise<void>;
}

/** Says in the terminal and on every page that the example is being made, and how far it is. */
export async function beginMaking(portalUrl: string, room: "empty" | "cutOff"): Promise<Making> {
  const again =
    room === "cutOff" ? "The start before was stopped while it made the example, which is made anew.\n" : "";
  console.log(`${again}Making a programme to walk into: a call of every process, played up to today.
It takes a moment, once; ${portalUrl}/ shows how far it is.`);
  let done = 0;
  return {
    answer: () => beingMade(done),
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
