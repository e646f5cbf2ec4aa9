/** What the table uses of dynalite 4.0.0, which ships no types. */

type Callback<T = void> = (error: Error | null, value?: T) => void;

interface DynaliteDatabase {
  open(): Promise<void>;
  close(): Promise<void>;
  getSync(key: string): unknown;
  get: (key: string, callback: Callback<unknown>) => void;
  put: (key: string, value: unknown, callback: Callback) => void;
  del: (key: string, callback: Callback) => void;
  batch: (
    operations: readonly {
      readonly type: "put" | "del";
      readonly key: string;
      readonly value?: unknown;
    }[],
    callback: Callback,
  ) => void;
  values(range: unknown): { nextv(count: number): Promise<unknown[]>; close(): Promise<void> };
  createValueStream: (range: unknown) => import("node:stream").Readable;
}

interface DynaliteStore {
  readonly db: DynaliteDatabase;
  readonly tableDb: { del(key: string, callback: Callback): void };
  readonly lifecycleManager: { gracefulClose(): Promise<void> };
  getTable: (
    name: string,
    checkStatus: boolean | Callback<{ TableStatus: string }>,
    callback?: Callback<{ TableStatus: string }>,
  ) => void;
}

/** What the service answers instead of a result: its status and its body. */
interface DynaliteRefusal {
  readonly statusCode: number;
  readonly body: unknown;
}

declare module "dynalite/db/index.js" {
  const db: {
    create(options: { readonly path: string; readonly createTableMs: number }): DynaliteStore;
  };
  export default db;
}

declare module "dynalite/validations/index.js" {
  const validations: {
    checkTypes(data: unknown, types: unknown): unknown;
    checkValidations(data: unknown, types: unknown, custom: unknown, store: DynaliteStore): void;
  };
  export default validations;
}

declare module "dynalite/validations/*" {
  const validation: { readonly types: unknown; readonly custom: unknown };
  export default validation;
}

declare module "dynalite/actions/*" {
  const action: (
    store: DynaliteStore,
    data: unknown,
    callback: (error: (Error & Partial<DynaliteRefusal>) | null, result?: unknown) => void,
  ) => void;
  export default action;
}
