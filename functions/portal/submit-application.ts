import type { House } from "../house.ts";
import { serve } from "./serve.ts";

/**
 * Takes finished applications, from the portal's form and from programs. It is a function of its own so that on the
 * day of a deadline nothing else competes with it and its start stays short: pages are loaded only when one is shown.
 */
export const submitApplicationHandler = (house: House) =>
  serve(house, [
    {
      method: "POST",
      pattern: "/drafts/{id}/submit",
      work: async (visit) => (await import("./pages/submit-draft.tsx")).submitDraft(visit),
    },
    {
      method: "POST",
      pattern: "/api/calls/{id}/applications",
      work: async (visit) => (await import("./api/applications.ts")).takeApplication(visit),
    },
  ]);
