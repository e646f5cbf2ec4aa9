import * as z from "zod";

/** Until when digests have been sent (UTC), as the folder keeps it. */
export const keptDigests = z.object({ until: z.iso.datetime() });
