import * as z from "zod";
import type { FieldError } from "../kernel/form.ts";

/** What a version of an instrument is called, by whoever tries it and by whoever approves it. */
export const instrumentNamed = (id: unknown, version: unknown): string =>
  `instrument ${String(id).trim().toLowerCase()} ${String(version).trim()}`;

/** An item: what it is called, its scale, and from where on somebody agrees. */
export const itemOfForm = z.object({ id: z.string(), from: z.number(), to: z.number(), agree: z.number() });

/** No item stands twice, scales rise, and somebody can agree on them; a form asks for items in rows that are called so. */
export function itemFaults(said: unknown): FieldError[] {
  const items = z.array(itemOfForm).safeParse(said).data ?? [];
  return items.flatMap(({ id, from, to, agree }, index): FieldError[] => {
    const at = (column: string) => ({ field: "items", at: { row: index + 1, column } });
    if (items.findIndex((one) => one.id === id) < index) return [{ ...at("id"), problem: "repeated" }];
    if (to <= from) return [{ ...at("to"), problem: "outOfOrder" }];
    if (agree < from) return [{ ...at("agree"), problem: "tooSmall", limit: from }];
    return agree > to ? [{ ...at("agree"), problem: "tooLarge", limit: to }] : [];
  });
}
