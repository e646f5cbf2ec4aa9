import type { Spoken } from "./book.ts";
import type { CaseFile, Tickets } from "./case-file.ts";
import type { Column, TableRow } from "./paper.ts";
import type { Rows, Told } from "./told.ts";

/** How somebody goes, beside who it is. */
export interface Journey {
  readonly phone?: string;
  readonly institution: string;
  /** Local days, both included. */
  readonly starts: string;
  readonly ends: string;
}

/** A group as its lists are made from it: who still travels, by name, and the rooms with the cases of those who sleep there. */
export interface GroupFile {
  readonly name: string;
  /** As `Groups.destination` says it. */
  readonly destination: string;
  readonly tickets: Tickets;
  readonly meeting?: string;
  readonly members: readonly (Journey & {
    readonly ref: string;
    readonly name: string;
    readonly email: string;
    readonly leads: boolean;
  })[];
  readonly rooms: readonly {
    readonly name: string;
    readonly beds: number;
    readonly sleepers: readonly string[];
  }[];
}

/**
 * A list of a group's people, printed and written to files. Words: `groups.<list>.title`, `groups.<list>.foot`, and of each fact
 * and column `groups.<list>.<name>`.
 */
export interface GroupList extends Spoken {
  /** What stands above the title. */
  readonly caption: (group: GroupFile) => Told;
  readonly facts: Rows<GroupFile>;
  readonly columns: Readonly<Record<string, Column>>;
  /** Sentences that its cells may be told in. */
  readonly sentences?: readonly string[];
  readonly rows: (group: GroupFile) => readonly TableRow[];
}

/** How a process's cases travel together; the case itself, its papers and its money stay each person's own. */
export interface Groups {
  /** Where a case travels, by a code of the process, from the acceptance of its place until it falls away; else `undefined`. */
  readonly destination: (file: CaseFile) => string | undefined;
  /** How such a code is told. */
  readonly told: (destination: string) => Told;
  /** Throws for a case without a place. */
  readonly journey: (file: CaseFile) => Journey;
  /** The lists of a group, by name. */
  readonly lists: Readonly<Record<string, GroupList>>;
  /** Was the latest grant worked out as if somebody else bought the tickets? `false` while there is none. */
  readonly isOutdated: (file: CaseFile) => boolean;
  /** The word with which the grant is worked out anew and the agreement gets another version, though nothing else changes. */
  readonly amendment: {
    readonly word: string;
    /** What the word's form is answered with; `reason` is told to those whom it concerns. */
    readonly says: (file: CaseFile, reason: string) => Readonly<Record<string, unknown>>;
  };
}

/** What a member is told: of coming into a group, of a change to it, of leaving it. */
export const groupMails = ["groupJoined", "groupChanged", "groupLeft"] as const;

/** The words that a process needs for groups, besides mails. */
export const wordsOfGroups = ({ lists }: Groups): readonly string[] =>
  Object.entries(lists).flatMap(([name, { facts, columns, sentences = [] }]) =>
    ["title", "foot", ...sentences, ...Object.keys(facts), ...Object.keys(columns)].map(
      (word) => `groups.${name}.${word}`,
    ),
  );
