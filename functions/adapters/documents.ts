/** What an item of the table is too small for (400 KB): kept whole, once, and never changed. */
export interface Documents {
  /**
   * Keeps a document under a key such as `calls/<id>/ranking-1.json`; `type` is its media type. What is kept already
   * stays as it is (`exists`), so a step that is repeated keeps the document of its first try. Throws `RetryLater`
   * while somebody else is writing under the same key.
   */
  keep(key: string, body: Uint8Array | string, type: string): Promise<"kept" | "exists">;
  /**
   * What is kept under a key, or `undefined`. On AWS no function may list the bucket, and S3 then refuses a key that
   * it does not have; so ask for what a record names, not for what may be there.
   */
  read(key: string): Promise<Document | undefined>;
  /** Takes away what somebody uploaded and took back; there may be nothing of the key. Only what is in `uploads/` goes. */
  remove(key: string): Promise<void>;
}

export interface Document {
  readonly body: Uint8Array;
  /** Media type. */
  readonly type: string;
}
