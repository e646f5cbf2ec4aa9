import * as z from "zod";

/** What a call is called in addresses and keys, with at most so many signs. */
export const callIdOf = (most: number) =>
  z
    .string()
    .regex(
      new RegExp(`^[A-Za-z0-9][A-Za-z0-9-]{0,${most - 1}}$`),
      `expected at most ${most} letters of English, digits and hyphens, a letter or a digit first`,
    );
