import * as z from "zod";

const languages = z.enum(["lt", "en"]);

/** A person whom somebody names: in a call's file, on a page. */
export const contact = z.object({ name: z.string(), email: z.email(), language: languages });

/** The same as it was stored: the address was looked at when it came in. */
export const knownContact = z.object({ name: z.string(), email: z.string(), language: languages });
