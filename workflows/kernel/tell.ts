import type { Role } from "./roles.ts";

/** A mail besides those of tasks: who is told, by which template of the process's words. */
export interface Tell {
  readonly role: Role;
  readonly template: string;
}
