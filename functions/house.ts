import type { Answers } from "./adapters/answers.ts";
import type { Clock } from "./adapters/clock.ts";
import type { Documents } from "./adapters/documents.ts";
import type { Engine } from "./adapters/engine.ts";
import type { Files } from "./adapters/files.ts";
import type { Mailer } from "./adapters/mailer.ts";
import type { Table } from "./adapters/table.ts";
import type { Uploads } from "./adapters/uploads.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";

/** Everything that a function may touch. A function takes only the parts that it names. */
export interface House {
  readonly table: Table;
  /** Where anonymous answers lie, with their codes' stand-ins and keys (decision 87). */
  readonly answers: Answers;
  readonly engine: Engine;
  readonly mailer: Mailer;
  readonly documents: Documents;
  readonly uploads: Uploads;
  readonly files: Files;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Log;
}
