import type { CaseFile } from "./case-file.ts";

/** How somebody goes, beside who it is. */
export interface Journey {
  readonly phone?: string;
  readonly institution: string;
  /** Local days, both included. */
  readonly starts: string;
  readonly ends: string;
}

/** How a process's cases travel together; the case itself, its papers and its money stay each person's own. */
export interface Groups {
  /** Where a case travels, by code of the country, from the acceptance of its place until it falls away; else `undefined`. */
  readonly destination: (file: CaseFile) => string | undefined;
  /** Throws for a case without a place. */
  readonly journey: (file: CaseFile) => Journey;
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
