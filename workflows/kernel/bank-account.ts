import { isValidIBAN } from "ibantools";
import * as z from "zod";
import { isInSepa } from "./facts/sepa.ts";
import { iban } from "./field-kinds.ts";
import { type Column, cell } from "./rehearsal-cells.ts";

/** An account that a payment can go to or from: euro transfers reach the countries of SEPA, and no others. */
export const bankAccount = <
  const O extends { optional?: boolean; identifying?: boolean; autocomplete?: string },
>(
  options: O,
) => iban({ ...options, isIban: isValidIBAN, isReached: isInSepa });

/** Can a transfer go to this account? */
export const isPayable = (account: string): boolean => isValidIBAN(account) && isInSepa(account);

/** The account of somebody in a file of people, as it is written. */
export const accountColumn: Column<string> = cell(
  "an IBAN with a right checksum, of a country of SEPA",
  (said) => (isPayable(said.replaceAll(/\s/g, "").toUpperCase()) ? said : undefined),
);

/** The account that a call pays from. */
export const payerAccount = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(70)
    .regex(/[\p{L}\p{N}]/u, "expected a name with letters"),
  iban: z
    .string()
    .refine(isValidIBAN, { error: "expected an IBAN with a right checksum, without blanks", abort: true })
    .refine(isInSepa, "expected an IBAN of a country of SEPA"),
});
