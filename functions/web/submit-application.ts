import type { House } from "../house.ts";
import type { Answering } from "./answering.ts";
import { routesOf } from "./routes.ts";
import { serve } from "./serve.ts";

const answering = {
  submitDraft: { post: async () => (await import("../portal/submit-draft.tsx")).submitDraft },
  apiApplications: { post: async () => (await import("../api/applications.ts")).takeApplication },
} as const satisfies Partial<Answering>;

/** The addresses of the submit function. */
export type Submitting = keyof typeof answering;

export const submitRoutes = routesOf(answering);

/**
 * Takes finished applications, from the portal's form and from programs. It is a function of its own so that on the
 * day of a deadline nothing else competes with it and its start stays short: pages are loaded only when one is shown.
 */
export const submitApplicationHandler = (house: House) => serve(house, submitRoutes);
