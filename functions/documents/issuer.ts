import * as z from "zod";

const said = z.object({
  payer: z.object({ name: z.string() }).optional(),
  staff: z.object({ agency: z.object({ name: z.string() }).optional() }).optional(),
});

/** Who issues the papers of a call. */
export interface Issuer {
  readonly institution?: string;
  readonly signatory?: string;
}

/** As the call says once for all that it issues: whose account it pays from, and who signs for that institution. */
export function issuerOf(call: unknown): Issuer {
  const { payer, staff } = said.safeParse(call).data ?? {};
  return {
    ...(payer ? { institution: payer.name } : {}),
    ...(staff?.agency ? { signatory: staff.agency.name } : {}),
  };
}
