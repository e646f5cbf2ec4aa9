import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether this is `npm run test:long`, in which what is tried by chance is tried often. */
    readonly thorough: boolean;
  }
}

/** How often something is tried: `few` times in `npm test`, `many` times in `npm run test:long`. */
export const times = (few: number, many: number): number => (inject("thorough") ? many : few);
