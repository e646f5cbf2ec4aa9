import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Files } from "./files.ts";
import { faulty, type Reading } from "./reading.ts";

export interface RehearsalArguments {
  /** The files of one call, or the folder that holds those of several. Paths are absolute. */
  readonly plays: Files | { readonly programme: string };
  /** The process whose example is written there and played. */
  readonly example?: string;
  readonly out: string;
  readonly seed: number;
}

const shipped = (name: string): string =>
  fileURLToPath(new URL(`../../../test/data/rehearsal/${name}`, import.meta.url));

const usage =
  "npm run -s rehearse -- [--call CALL.json] [--people PEOPLE.csv] [--events EVENTS.csv] [--out DIR] [--seed N]; " +
  "without --call and --people it plays the shipped call, with --example PROCESS the one that a process brings, with --programme DIR " +
  "every call that has a folder in DIR";

/** Reads what stands behind `npm run rehearse --`. Relative paths are below `folder`. */
export function readArguments(
  given: readonly string[],
  folder: string = process.cwd(),
): Reading<RehearsalArguments> {
  const options = split(given);
  if (options.outcome === "faulty") return options;
  const {
    call,
    people,
    events,
    example,
    programme,
    out = programme ?? "rehearsal",
    seed = "1",
  } = options.value;
  const empty = Object.entries(options.value).find(([, value]) => value === "");
  if (empty) return faulty(`--${empty[0]} needs a value`, usage);
  if (example !== undefined && (call !== undefined || people !== undefined))
    return faulty(
      "--example brings its own call and people, so neither --call nor --people goes with it",
      usage,
    );
  if (programme !== undefined && [call, people, events, example].some((one) => one !== undefined))
    return faulty(
      "--programme plays every call of a folder, so --call, --people, --events and --example do not go with it",
      usage,
    );
  if (!/^\d{1,9}$/.test(seed)) {
    return faulty(`--seed: expected a whole number from 0 to 999999999, found "${seed}"`, usage);
  }
  const read = (name: string, given: string | undefined): string => {
    if (example !== undefined) return resolve(folder, out, name);
    return given === undefined ? shipped(name) : resolve(folder, given);
  };
  const files: Files = {
    call: read("call.json", call),
    people: read("people.csv", people),
    ...(events === undefined ? {} : { events: resolve(folder, events) }),
  };
  return {
    outcome: "read",
    value: {
      plays: programme === undefined ? files : { programme: resolve(folder, programme) },
      ...(example === undefined ? {} : { example }),
      out: resolve(folder, out),
      seed: Number(seed),
    },
  };
}

function split(given: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        ...{ call: text, people: text, events: text, example: text, programme: text },
        ...{ out: text, seed: text },
      },
    });
    return { outcome: "read", value: values } as const;
  } catch (error) {
    const isAboutArguments =
      error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
    if (isAboutArguments) return faulty(error.message, usage);
    throw error;
  }
}
