import type { Spoken } from "./book.ts";
import type { CaseFile } from "./case-file.ts";

/** Under which conditions something may be used again, by the identifiers of SPDX, with where each stands in full. */
export const licences = {
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
} as const;
export type Licence = keyof typeof licences;
export const licenceNames = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0"] as const;

/** What everybody may see of a case, and check by its number. */
interface Open {
  /** Tells apart what a case has of one kind. The number is made of it, so it stays what it is. */
  readonly name: string;
  /** Local days, both with it; without `until` it has no end. */
  readonly from: string;
  readonly until?: string | undefined;
  /**
   * Whether whoever is named in it agreed to be shown. Without it nobody reads more than what somebody who has the number is
   * told: that there is such an entry, how it stands, from when until when. What the holder says later goes before it.
   */
  readonly consent: boolean;
}

/** Something to read or to use again. */
export interface Publication<Tag extends string = string> extends Open {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly Tag[];
  readonly licence: Licence;
  /** A page of the web, or a file that was uploaded in an answer, by its identifier. */
  readonly what: { readonly link: string } | { readonly upload: string };
  /** In the public library; or on its call's page alone. */
  readonly on: "library" | "call";
}

/** Somebody who holds something for a time: an accreditation, a role, a place. */
export interface Registration<S extends string = string, Fact extends string = string> extends Open {
  readonly holder: string;
  readonly state: S;
  /** What helps to find the right one, printed: a municipality, a subject. */
  readonly facts: Readonly<Partial<Record<Fact, string>>>;
}

/** One kind of publications of a process. */
export interface Publishes extends Spoken {
  /** Every tag that one may have. */
  readonly tags: readonly string[];
  readonly rows: (file: CaseFile) => readonly Publication[];
}

/** One public register of a process. */
export interface Registers extends Spoken {
  /** Every state in which an entry may stand, and every fact that it may name. */
  readonly states: readonly string[];
  readonly facts: readonly string[];
  /** Facts that are options of one of the process's lists, each with the list: people read its word, programs the option. */
  readonly lists?: Readonly<Record<string, string>>;
  readonly rows: (file: CaseFile) => readonly Registration[];
}

/** What a case publishes, as its file says now: what is no longer said is no longer there. */
export const publishes = <const Tag extends string>(
  said: Spoken & {
    readonly tags: readonly Tag[];
    readonly rows: (file: CaseFile) => readonly Publication<NoInfer<Tag>>[];
  },
): Publishes => said;

/**
 * Whom a case enters into a register, as its file says now. Who is taken out for a reason stays in it with an `until` that has
 * gone by, so that whoever has the number is told.
 */
export const registers = <const S extends string, const Fact extends string = never>(
  said: Spoken & {
    readonly states: readonly S[];
    readonly facts?: readonly Fact[];
    readonly lists?: Readonly<Partial<Record<NoInfer<Fact>, string>>>;
    readonly rows: (file: CaseFile) => readonly Registration<NoInfer<S>, NoInfer<Fact>>[];
  },
): Registers => ({ facts: [], ...said, lists: { ...said.lists } });

/** Does it count on a local day? */
export const isCurrent = ({ from, until }: Pick<Open, "from" | "until">, day: string): boolean =>
  from <= day && (until === undefined || day <= until);
