import type { Installation } from "./installation.ts";

/** Where a command says what it has to say, a line at a time. */
export interface Output {
  /** What was asked for: standard output. */
  readonly say: (line: string) => void;
  /** What went wrong, or how far long work has come: standard error. */
  readonly tell: (line: string) => void;
}

/** One word or option that a command takes. */
export interface Taken {
  /** As the help shows it: EMAIL, FILE. An option without one is a switch. */
  readonly value?: string;
  /** What it is, in plain words, and what is meant when it is not given. */
  readonly means: string;
}

/** What was typed after the command's own words, before it is known whether it means anything. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Described {
  /** How it is called: `staff add`. */
  readonly name: string;
  /** One line for the list of all commands. */
  readonly summary: string;
  /** Words that follow its name, in their order; all are needed. */
  readonly words?: readonly Taken[];
  readonly options?: Readonly<Record<string, Taken>>;
  /** What else there is to know before it is used; each a paragraph. */
  readonly more?: readonly string[];
}

/**
 * A command. `run` and `ask` give the exit code: 0 when it is done, or was done before; 1 when what was looked at is not as it should be; 2
 * when it cannot be done.
 */
export type Command = Described &
  (
    | {
        /** Works by itself on this machine. */
        readonly on: "machine";
        readonly run: (typed: Typed, output: Output) => Promise<number>;
      }
    | {
        /**
         * Works on an installation, wherever that is: in a data folder, in the running product that holds the folder, or in an
         * account of AWS. What it asks of it goes there as JSON.
         */
        readonly on: "installation";
        /** Makes the data folder when there is none yet. */
        readonly begins?: boolean;
        /** What the words come to, with what is in the files that they name. Throws a `Refusal`. */
        readonly read: (typed: Typed) => unknown;
        readonly ask: (installation: Installation, asked: unknown, output: Output) => Promise<number>;
        /** What is left to do once that is done, in the process that asked: it holds up nobody who uses the installation. */
        readonly after?: (asked: unknown, output: Output) => Promise<number>;
      }
  );

/** What was asked for cannot be done, and why, in a sentence or several; exit code 2. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
