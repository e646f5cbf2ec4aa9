import type { CaseFile } from "./case-file.ts";
import type { Role } from "./roles.ts";

/** One of the meetings that somebody leads. `begins`, `ends`: UTC instants. */
export interface LedMeeting {
  readonly number: number;
  readonly begins: string;
  readonly ends: string;
  readonly place: string;
  /** Who was seen there, by the refs of their cases; absent before it was held. */
  readonly present?: readonly string[];
}

/** Whoever joined, as their leader knows them. */
export interface LedMember {
  /** Of their case. */
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  /** `came`: places are not given yet. */
  readonly place: "came" | "joined" | "waiting" | "left";
}

/** What others join and one person leads: by it the leader has a page of their own, with whom and when. */
export interface Led {
  /** Who leads; one of the process's roles. */
  readonly by: Role;
  readonly meetings: (file: CaseFile) => readonly LedMeeting[];
  /** Those who came, as far as the call's cases were read with it. */
  readonly members: (file: CaseFile) => readonly LedMember[];
}
