import * as z from "zod";
import { printNumber } from "../certificates/number.ts";
import { checkCredentials } from "../record/check.ts";
import { json, refusalAsProblem } from "../web/answers.ts";
import { readJson } from "../web/posts.ts";
import type { Work } from "../web/visit.ts";

/** What came of looking at credentials: each that was found, and what a record holds. */
export const checkedShape = z.strictObject({
  credentials: z.array(
    z.strictObject({
      outcome: z.enum(["valid", "revoked", "notOurs", "unreadable"]),
      name: z.string().optional(),
      holder: z.string().optional(),
      certificate: z.string().optional(),
      issuedAt: z.string().optional(),
    }),
  ),
});

/** `POST /api/credentials`: any JSON in which credentials stand, such as a signed record. Nothing is stored. */
export const checkForPrograms: Work = async ({ house, request }) => {
  const read = readJson(request);
  if (read.outcome === "refused") return refusalAsProblem(read.refusal, request.id);
  const checked = await checkCredentials(house, JSON.stringify(read.value));
  const credentials = checked.map(({ certificate, ...rest }) => ({
    ...rest,
    ...(certificate === undefined ? {} : { certificate: printNumber(certificate) }),
  }));
  return json(200, checkedShape.parse({ credentials }));
};
