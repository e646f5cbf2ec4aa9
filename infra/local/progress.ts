import { SingleBar } from "cli-progress";

/** How long work comes along: how much of it is done, and that in words. */
export interface Progress {
  readonly show: (done: number, said: string) => void;
  /** Leaves the screen tidy; may be called twice. */
  readonly close: () => void;
}

/** Where a plain line goes and when; a terminal gets a bar, a file or a pipe a line now and then. */
export interface ProgressOptions {
  readonly stream?: NodeJS.WriteStream;
  /** Milliseconds of the real clock. */
  readonly now?: () => number;
}

/** Often enough to see that it lives, seldom enough for a log. Milliseconds. */
const betweenLines = 5_000;

/** Shows how work of so many steps comes along, on stderr: stdout is for its result. */
export function openProgress(total: number, options: ProgressOptions = {}): Progress {
  const { stream = process.stderr, now = () => performance.now() } = options;
  return stream.isTTY ? bar(total, stream) : lines(stream, now);
}

function bar(total: number, stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    format: "│{bar}│ {said}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    stream,
  });
  shown.start(total, 0, { said: "" });
  let isOpen = true;
  return {
    show: (done, said) => shown.update(done, { said }),
    close: () => {
      if (isOpen) shown.stop();
      isOpen = false;
    },
  };
}

function lines(stream: NodeJS.WriteStream, now: () => number): Progress {
  let next = now() + betweenLines;
  return {
    show: (_, said) => {
      if (now() < next) return;
      next = now() + betweenLines;
      stream.write(`${said}\n`);
    },
    close: () => undefined,
  };
}
