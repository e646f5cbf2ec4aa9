/** An item of the one table; what its keys and attributes mean stands in docs/data.md. */
export type Item = Readonly<Record<string, unknown>>;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What must hold of the stored item for a change to be made. */
export type When = Readonly<Record<string, Rule>>;

/** Of an attribute: what it is, between which values it lies (numbers or texts alike; one that is not there lies nowhere), or whether it is there. */
export type Rule =
  | { readonly is: string | number | boolean }
  | { readonly below: string | number }
  | { readonly atLeast: string | number }
  | "absent"
  | "present";

export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, number>>;
  readonly when?: When;
}

/** The sparse indexes: what still has to leave the table, and the open tasks of a person by due date. */
export type IndexName = "pending" | "inbox";

/** Some items of a longer list, and where the next ones begin; no `next` at the end of the list. */
export interface Page {
  readonly items: readonly Item[];
  /** Opaque: what `after` takes to go on. It may lead to an empty page. */
  readonly next?: string;
}

export interface PageOptions {
  /** So many items at most. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  /** From the end of the list to its beginning. */
  readonly isReversed?: boolean;
}

export interface Table {
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** The items of these keys, in their order; strongly consistent. A key may be named once. */
  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  /** Stores the item; with `ifAbsent` only where none is. */
  put(item: Item & Key, options?: { readonly ifAbsent: boolean }): Promise<"stored" | "exists">;
  /** One conditional write; `refused` when the item is not as `when` says. Returns the item as it is afterwards. */
  change(
    key: Key,
    change: Change,
  ): Promise<{ readonly outcome: "changed"; readonly item: Item } | { readonly outcome: "refused" }>;
  /** All items of a partition whose sort key begins so, in order of the sort key; strongly consistent. */
  query(pk: string, prefix?: string): Promise<readonly Item[]>;
  /** As `query`, but a page at a time. Throws a `BadCursor` for an `after` that no page of this list has given. */
  page(pk: string, options: PageOptions & { readonly prefix?: string | undefined }): Promise<Page>;
  /** Items of one index key whose sort attribute is at most `upTo`, oldest first, eventually consistent. */
  index(
    name: IndexName,
    key: string,
    options?: { readonly upTo?: string; readonly limit?: number },
  ): Promise<readonly Item[]>;
  /** As `index`, but a page at a time, and from a sort attribute on. Throws a `BadCursor` for an `after` that no page of this list has given. */
  indexPage(
    name: IndexName,
    key: string,
    options: PageOptions & { readonly from?: string | undefined; readonly upTo?: string | undefined },
  ): Promise<Page>;
  delete(key: Key): Promise<void>;
}

/** A cursor that leads nowhere; whoever took it from an address begins at the first page. */
export class BadCursor extends Error {
  constructor() {
    super("the cursor belongs to no page of this list");
    this.name = "BadCursor";
  }
}

/** The sort attribute of each index. */
export const sortOf = { pending: "pendingAt", inbox: "dueAt" } as const satisfies Record<IndexName, string>;
