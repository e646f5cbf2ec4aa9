import type { CaseDecision, SaidWord } from "./case-decision.ts";
import type { CaseFile } from "./case-file.ts";
import type { Linking } from "./link.ts";
import type { SeatWork } from "./seats.ts";
import type { Slot } from "./slot.ts";
import type { Tell } from "./tell.ts";

/** A pure step: it sees the case file and the time, and says what it found out. */
export type StepRun<O extends string> = (file: CaseFile, now: string) => StepResult<O>;

/** What a step found out and what shall be kept of it. Pure data: whoever runs the step stores and sends it. */
export interface StepResult<O extends string> {
  readonly outcome: O;
  /** Kept in the case file under the record's kind. */
  readonly record?: { readonly id: string; readonly data: unknown };
  /**
   * What is too large for a record or must never change: kept once, as JSON under this name, before anybody is told
   * of the outcome. The same file must give the same document, whatever the time.
   */
  readonly document?: { readonly name: string; readonly data: unknown };
  readonly tell?: readonly Tell[];
  /** The people that an `each` coming next asks, by the name of their part. */
  readonly parts?: readonly string[];
  /**
   * Everybody who has a share of this case's work from now on, by e-mail address, and how many cases of the call they may
   * have at most; whoever had one and is not named gives it back. Where somebody has too many by now, the step is run again.
   */
  readonly shares?: readonly { readonly person: string; readonly limit?: number }[];
  /**
   * The slots of its call that the case has from now on; whichever it had and are not named it gives back. Where somebody else has one
   * by now, the step is run again, and sees so.
   */
  readonly books?: readonly Slot[];
  /** What a certificate says: it gets a number, which the record then holds, and goes into the public register. */
  readonly certificate?: unknown;
  /**
   * The certificate that the case was given counts no more: what everybody who checks it is told, and why, for whoever has it. Once and
   * for good; the road itself tells its holder.
   */
  readonly revokes?: { readonly category: string; readonly reason: string; readonly by: string };
  /** For which days the case funds whoever takes part, both with them: noted for every other case to see. */
  readonly funds?: { readonly from: string; readonly to: string };
  /** What the case brings to the selection. */
  readonly bid?: unknown;
  /** What the case opens for others to join. It runs from then on, and may end before the case does or after. */
  readonly opens?: Opened;
  /** What it does with the seats of the case. */
  readonly seats?: SeatWork;
  /** What the case gives to another call: a case there, which begins at a state of its own process. */
  readonly gives?: Given;
  /** What other processes may count from now on; its own says that it gives it. */
  readonly links?: readonly Linking[];
  /**
   * Of whom the case counts on from now on what other processes gave; whatever of these kinds it had counted on and is not named, it
   * does no more. Where nothing was given nothing changes.
   */
  readonly takes?: readonly Pick<Linking, "kind" | "to">[];
  /** For a call's own process: whom it invites, each with a case that begins where cases begin which others give rise to. */
  readonly invites?: readonly Invited[];
  /** For a call's own process, or a case that asks by itself: the anonymous answers are cut loose from their codes, for good. */
  readonly unties?: true;
  /** For a call's own process: a word that breaks in on each of its cases which has not ended, also on those that come at this moment. */
  readonly everybody?: SaidWord;
  /** For a call's own process: what becomes of its cases. */
  readonly decisions?: readonly CaseDecision[];
}

/** What a case opens for others to join: a call of its own, with its data as that call's process reads them. */
export interface Opened {
  /** The same for the same case, so that it is opened once. */
  readonly id: string;
  /** What is applied with; its own process says which one drives the call. */
  readonly applicationProcess: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Somebody whom a call invites, by what stands in the place of an application; `id` is the same for whoever is invited twice. */
export interface Invited {
  readonly id: string;
  readonly application: Readonly<Record<string, unknown>>;
}

/** A case that another one gives rise to, once: as if its applicant had sent it, but for what the giver has earned already. */
export interface Given {
  readonly callId: string;
  readonly process: string;
  readonly application: Readonly<Record<string, unknown>>;
}
