/** What is kept of a case, by what becomes of it. */
export const keptKinds = [
  /** Name, address, telephone, account. */
  "identity",
  /** What people wrote: motivation, reports, reviews, reasons. */
  "texts",
  /** What was uploaded. */
  "files",
  /** What was mailed. */
  "mails",
  /** Options, figures, days, decisions and places in the order. */
  "choices",
  /** Payments, and what was worked out for them. */
  "money",
  /** The number of a certificate, and what it says. */
  "certificate",
  /** What stands in public, by consent. */
  "publication",
] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Why something is kept. */
export const keepingReasons = ["programme", "appeals", "accounting", "funder", "holder", "consent"] as const;
export type KeepingReason = (typeof keepingReasons)[number];

export interface Keeps {
  /** So many years after the end of a case; `always`: for as long as the programme is accounted for. */
  readonly years: number | "always";
  readonly why: KeepingReason;
  /** What becomes of it when its person asks to be erased: it goes, or it stays and names nobody. */
  readonly onRequest: "goes" | "staysNameless";
}

/** What a process says otherwise than most. */
export type Retention = Readonly<Partial<Record<KeptKind, Keeps>>>;

interface Keeping {
  readonly money?: unknown;
  readonly certificate?: unknown;
  readonly publishes?: unknown;
  readonly registers?: unknown;
  readonly retention?: Retention;
}

/** How long what of a process is kept, by kind; nothing of what it does not have. */
export function retentionOf({ money, certificate, publishes, registers, retention }: Keeping): Retention {
  const paid = money !== undefined;
  const usual: Retention = {
    // A payment has to be told from another for as long as its documents are kept.
    identity: paid
      ? { years: 10, why: "accounting", onRequest: "goes" }
      : { years: 5, why: "programme", onRequest: "goes" },
    texts: { years: 5, why: paid ? "funder" : "programme", onRequest: "goes" },
    files: { years: 5, why: paid ? "funder" : "programme", onRequest: "goes" },
    mails: { years: 1, why: "appeals", onRequest: "goes" },
    choices: { years: "always", why: "programme", onRequest: "staysNameless" },
    ...(paid ? { money: { years: 10, why: "accounting", onRequest: "staysNameless" } as const } : {}),
    ...(certificate === undefined
      ? {}
      : { certificate: { years: 50, why: "holder", onRequest: "staysNameless" } as const }),
    ...(publishes === undefined && registers === undefined
      ? {}
      : { publication: { years: "always", why: "consent", onRequest: "goes" } as const }),
  };
  return { ...usual, ...retention };
}
