/** An item of the one table; what its keys and attributes mean stands in docs/data.md. */
export type Item = Readonly<Record<string, unknown>>;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What must hold of the stored item for a change to be made. */
export type When = Readonly<
  Record<string, { readonly is: string | number | boolean } | "absent" | "present">
>;

export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, number>>;
  readonly when?: When;
}

/** The sparse indexes: what still has to leave the table, and the open tasks of a person by due date. */
export type IndexName = "pending" | "inbox";

export interface Table {
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** Stores the item; with `ifAbsent` only where none is. */
  put(item: Item & Key, options?: { readonly ifAbsent: boolean }): Promise<"stored" | "exists">;
  /** One conditional write; `refused` when the item is not as `when` says. Returns the item as it is afterwards. */
  change(
    key: Key,
    change: Change,
  ): Promise<{ readonly outcome: "changed"; readonly item: Item } | { readonly outcome: "refused" }>;
  /** All items of a partition whose sort key begins so, in order of the sort key; strongly consistent. */
  query(pk: string, prefix?: string): Promise<readonly Item[]>;
  /** Items of one index key whose sort attribute is at most `upTo`, oldest first, eventually consistent. */
  index(
    name: IndexName,
    key: string,
    options?: { readonly upTo?: string; readonly limit?: number },
  ): Promise<readonly Item[]>;
  delete(key: Key): Promise<void>;
}
