/** What the contract of the table uses of dynalite 4.0.0, which ships no types. */
declare module "dynalite" {
  export default function dynalite(options: { readonly createTableMs: number }): import("node:http").Server;
}
