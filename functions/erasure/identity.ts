import { randomBytes } from "node:crypto";

/** By what somebody is known. Everything as it was written, blanks around it left out. */
export interface Identity {
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  readonly accounts: readonly string[];
  readonly phones: readonly string[];
}

/** What stands in their place: one for each person, so that what was the same stays the same. */
export interface StandIn {
  readonly name: string;
  readonly address: string;
  readonly account: string;
}

const nowhere = "@erased.invalid";

/** Does an address stand for somebody who was erased? Nobody is written to there. */
export const isStandIn = (address: string): boolean => address.endsWith(nowhere);

/** It is made of nothing that the person is known by. */
export function newStandIn(): StandIn {
  const code = randomBytes(5).toString("hex");
  return { name: `Ištrinta #${code}`, address: `${code}${nowhere}`, account: accountOf(code) };
}

/** An account that no bank has given out (its code is 00000), with the check figures that programs look at. */
function accountOf(code: string): string {
  const own = String(Number.parseInt(code, 16)).slice(0, 11).padStart(11, "0");
  const figures = `00000${own}`;
  // L and T are 21 and 29 (ISO 13616).
  const check = 98n - (BigInt(`${figures}212900`) % 97n);
  return `LT${String(check).padStart(2, "0")}${figures}`;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Any of some texts, whatever their capitals; blanks within them of any kind and number. `bounds`: where no longer word goes on. */
function anyOf(texts: readonly string[], bounds: readonly [string, string]): RegExp | undefined {
  const longest = [...new Set(texts.map((text) => text.trim()).filter((text) => text.length > 2))].toSorted(
    (a, b) => b.length - a.length,
  );
  if (longest.length === 0) return undefined;
  const either = longest.map((text) => text.split(/\s+/u).map(escaped).join("\\s+")).join("|");
  return new RegExp(`${bounds[0]}(?:${either})${bounds[1]}`, "giu");
}

/** An account is written with blanks between its figures, or without. */
const spaced = (account: string): readonly string[] => {
  const bare = account.replaceAll(/\s/g, "");
  return [bare, bare.replaceAll(/(.{4})(?=.)/g, "$1 ")];
};

const words = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}]|-\\p{L})"] as const;
const inAddress = ["(?<![\\p{L}\\p{N}._%+-])", "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])"] as const;

export interface Masking {
  /** The text with the stand-in wherever the person was named. */
  readonly text: (text: string) => string;
  /** Any value, with all texts and all names of attributes in it so changed. */
  readonly value: <T>(value: T) => T;
  readonly finds: (value: unknown) => boolean;
}

/** `within`: another masking for what is said to be theirs, such as their line in a ranking. */
export function maskingOf(
  { addresses, names, accounts, phones }: Identity,
  standIn: StandIn,
  within?: {
    readonly masking: Masking;
    readonly isTheirs: (value: Readonly<Record<string, unknown>>) => boolean;
  },
): Masking {
  const rules = [
    [anyOf(addresses, inAddress), standIn.address],
    [anyOf(accounts.flatMap(spaced), words), standIn.account],
    [anyOf(names, words), standIn.name],
    [anyOf(phones, words), "–"],
  ] as const;
  const text = (said: string): string =>
    rules.reduce((left, [rule, stands]) => (rule ? left.replaceAll(rule, stands) : left), said);
  const deep = (value: unknown): unknown => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== "object" || value === null) return value;
    if (within?.isTheirs({ ...value })) return within.masking.value(value);
    return Object.fromEntries(Object.entries(value).map(([name, said]) => [text(name), deep(said)]));
  };
  return {
    text,
    // Texts become texts, and nothing else changes.
    value: <T>(value: T) => deep(value) as T,
    finds: (value) => JSON.stringify(deep(value)) !== JSON.stringify(value),
  };
}
