import * as z from "zod";
import { licenceNames } from "../../workflows/kernel/open.ts";
import { instant, keyed } from "./item-parts.ts";

const publication = z.object({
  as: z.literal("publication"),
  title: z.string(),
  summary: z.string().optional(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  licence: z.enum(licenceNames),
  what: z.union([z.object({ link: z.string() }), z.object({ upload: z.string() })]),
  on: z.enum(["library", "call"]),
});

const registration = z.object({
  as: z.literal("registration"),
  holder: z.string(),
  facts: z.record(z.string(), z.string()),
});

/** What everybody may see of a case: a publication, or an entry of a register. */
export const openRow = z.object({
  /** By which anybody can ask about it. */
  number: z.string(),
  kind: z.string(),
  name: z.string(),
  /** Local days, both with it. */
  from: z.string(),
  until: z.string().optional(),
  /** Of a registration: how it stands. */
  state: z.string().optional(),
  /** Absent where whoever is named does not agree: nothing that names anybody is kept here then. */
  says: z.discriminatedUnion("as", [publication, registration]).optional(),
});
export type OpenRow = z.infer<typeof openRow>;

/** What was said last about being shown, by the holder or by staff in their name, and everything that was said before. */
export const consentItem = z.object({
  ...keyed,
  kind: z.string(),
  name: z.string(),
  agrees: z.boolean(),
  /** `reason`: where staff said it. */
  said: z.array(
    z.object({ agrees: z.boolean(), at: instant, by: z.string(), reason: z.string().optional() }),
  ),
});
export type Consent = z.infer<typeof consentItem>;
