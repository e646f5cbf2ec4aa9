import { SingleBar } from "cli-progress";

/** How far a rehearsal has come. */
export interface Step {
  /** Applications that were stored. */
  readonly submitted: number;
  /** Cases that have ended. */
  readonly ended: number;
  /** The virtual instant, ISO 8601 in UTC. */
  readonly now: string;
}

export interface Progress {
  readonly show: (step: Step) => void;
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

/** Shows how a rehearsal of so many people comes along, on stderr: stdout is for its result. */
export function openProgress(people: number, options: ProgressOptions = {}): Progress {
  const { stream = process.stderr, now = () => performance.now() } = options;
  return stream.isTTY ? bar(people, stream) : lines(people, stream, now);
}

/** Everybody applies and everybody's case ends: half of the bar each. */
function bar(people: number, stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    format: "{day} │{bar}│ {submitted} of {people} applied, {ended} at the end of their road",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    stream,
  });
  shown.start(people * 2, 0, { day: "          ", submitted: 0, ended: 0, people });
  let isOpen = true;
  return {
    show: ({ submitted, ended, now }) =>
      shown.update(submitted + ended, { day: now.slice(0, 10), submitted, ended }),
    close: () => {
      if (isOpen) shown.stop();
      isOpen = false;
    },
  };
}

function lines(people: number, stream: NodeJS.WriteStream, now: () => number): Progress {
  let next = now() + betweenLines;
  return {
    show: ({ submitted, ended, now: day }) => {
      if (now() < next) return;
      next = now() + betweenLines;
      stream.write(
        `${day.slice(0, 10)}: ${submitted} of ${people} applied, ${ended} at the end of their road\n`,
      );
    },
    close: () => undefined,
  };
}
