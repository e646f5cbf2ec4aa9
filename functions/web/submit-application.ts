import type { House } from "../house.ts";
import { post } from "./routes.ts";
import { serve } from "./serve.ts";

/** Every address of the submit function. */
export const submitRoutes = [
  post("/drafts/{id}/submit", async () => (await import("../portal/submit-draft.tsx")).submitDraft),
  post("/api/calls/{id}/applications", async () => (await import("../api/applications.ts")).takeApplication),
];

/**
 * Takes finished applications, from the portal's form and from programs. It is a function of its own so that on the
 * day of a deadline nothing else competes with it and its start stays short: pages are loaded only when one is shown.
 */
export const submitApplicationHandler = (house: House) => serve(house, submitRoutes);
