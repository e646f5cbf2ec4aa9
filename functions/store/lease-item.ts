import * as z from "zod";
import { instant, keyed } from "./item-parts.ts";

/** Who does something that one alone does at a time, and until when; nobody where `by` is missing. */
export const leaseItem = z.object({ ...keyed, by: z.string().optional(), until: instant.optional() });
