/** A piece of a file: some of its text, how many cases it went through, and with what the next piece begins. */
export interface Piece {
  readonly text: string;
  readonly done: number;
  readonly next: string | undefined;
}

/** How a file is made: piece by piece, from any piece on, or whole. */
export type Maker =
  | {
      readonly how: "pieces";
      readonly type: string;
      readonly pieces: (from?: string) => AsyncIterable<Piece>;
    }
  | {
      readonly how: "whole";
      readonly type: string;
      /** `onCases` is told how many cases it has gone through since it was told last. */
      readonly make: (onCases: (count: number) => Promise<void>) => Promise<Uint8Array>;
    };

export const csvType = "text/csv; charset=utf-8";
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
