/** Where a browser may post one file, and the fields that go before it. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What came in: its size, and the bytes where there are not more than were asked for. */
export interface Arrived {
  readonly bytes: number;
  readonly body?: Uint8Array;
}

/** Files on their way in: they lie in quarantine until they have been looked at. */
export interface Uploads {
  /**
   * A form for one file under a key of the quarantine, until an instant (UTC); afterwards the
   * browser is sent to an address of ours. Nothing is stored by asking for it.
   */
  form(upload: {
    readonly key: string;
    readonly until: string;
    readonly now: string;
    readonly after: string;
  }): Promise<UploadForm>;
  /** What lies in quarantine under a key, or `undefined`; nothing larger than `mostBytes` is read. */
  read(key: string, mostBytes: number): Promise<Arrived | undefined>;
}
