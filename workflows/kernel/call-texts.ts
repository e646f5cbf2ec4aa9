import * as z from "zod";
import { comparing } from "./comparing.ts";

/** What a call says of itself to whoever thinks of applying, and whom they can ask. */
export const callTexts = {
  title: z.object({ lt: z.string(), en: z.string() }),
  about: z.object({ lt: z.string(), en: z.string() }).optional(),
  contact: z.object({ name: z.string(), email: z.email(), phone: z.string().optional() }).optional(),
  ...comparing,
} as const;
