/** One part of a file that is being made: what the store needs to put it together. */
export interface Part {
  readonly tag: string;
  readonly checksum?: string | undefined;
}

/** The file was being made and no longer is: it was finished before, or given up on. */
export class FileGone extends Error {
  constructor(key: string) {
    super(`${key} is not being made`);
    this.name = "FileGone";
  }
}

/** Of how a file is handed out. */
export interface Handing {
  /** The name under which it is saved. */
  readonly name: string;
  /** UTC instants: now, and until when the address is good. */
  readonly now: string;
  readonly until: string;
}

/**
 * Files that are made on order, kept for some days and fetched by an address: larger than an answer of a function may be, made
 * part by part, so that none is ever whole in memory.
 */
export interface Files {
  /** Begins a file; what its parts are added under. `type` is its media type. */
  begin(key: string, type: string): Promise<string>;
  /** Adds a part, or puts it in the place of the one of that number (from 1). All but the last have 5 MB at least. */
  add(key: string, making: string, number: number, body: Uint8Array): Promise<Part>;
  /** Puts the parts together in their order. Throws `FileGone` when the file is not being made. */
  finish(key: string, making: string, parts: readonly Part[]): Promise<void>;
  /** An address at which whoever has it fetches the file, for a while. Nothing is looked up or stored by asking for it. */
  link(key: string, handing: Handing): Promise<string>;
  /** Forgets a file where nothing else does: on AWS the bucket deletes files by their age. */
  remove(key: string): Promise<void>;
}
