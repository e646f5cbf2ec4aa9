import type { LoadedCase } from "../../cases/load.ts";
import type { Answer } from "../../web/answers.ts";
import type { Post } from "../../web/posts.ts";
import type { StaffVisit } from "../guard.ts";

/** Several cases of a call, and who wants to do something to them. */
export interface Several {
  readonly visit: StaffVisit;
  readonly callId: string;
  /** Those that are looked at by this page: the first, so that a page costs the same however many there are. */
  readonly cases: readonly LoadedCase[];
  /** The identifiers of those that come after them. */
  readonly rest: readonly string[];
  /** What came of those that came before them. */
  readonly before: Before;
  /** The list has more cases than can be acted on at once: these are its first. */
  readonly isCut?: boolean;
}

export interface Before {
  readonly done: number;
  readonly all: number;
  /** The cases in which it was not done. */
  readonly undone: readonly string[];
}

/** An act on several cases: what it would come to is shown before it is done. */
export interface ActOnMany {
  readonly show: (several: Several) => Promise<Answer>;
  readonly take: (several: Several, post: Post) => Promise<Answer>;
}
