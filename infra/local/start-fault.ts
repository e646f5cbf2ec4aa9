/** Why the product cannot start here, as far as its person can do something about it. */
export type Fault = "portTaken" | "folderNotWritable" | "folderInUse" | "journalTooNew" | "badSetting";

export class StartFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, options?: { readonly detail?: string; readonly cause?: unknown }) {
    super(options?.detail ?? fault, { cause: options?.cause });
    this.name = "StartFault";
    this.fault = fault;
  }
}
