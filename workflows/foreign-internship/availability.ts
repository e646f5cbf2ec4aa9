import * as z from "zod";
import type { FieldError } from "../kernel/form.ts";

const offered = z.object({
  hosts: z.record(z.string(), z.object({ starts: z.iso.date(), ends: z.iso.date() })),
});
const wished = z.object({
  countries: z.array(z.string()),
  availableFrom: z.iso.date().optional(),
  availableTo: z.iso.date().optional(),
});

/** When somebody can go has to hold the whole stay in one of the countries that they chose; local days, both ends with them. */
export function checkAvailability(
  call: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): FieldError[] {
  const [{ data: places }, { data: said }] = [offered.safeParse(call), wished.safeParse(values)];
  if (!places || !said) return [];
  const { countries, availableFrom: from, availableTo: to } = said;
  // That the end comes first is said by the form itself.
  if (from !== undefined && to !== undefined && to < from) return [];
  const stays = countries.flatMap((country) => places.hosts[country] ?? []);
  const begins = stays.filter(({ starts }) => from === undefined || from <= starts);
  if (stays.length === 0 || begins.some(({ ends }) => to === undefined || ends <= to)) return [];
  return [{ field: begins.length === 0 ? "availableFrom" : "availableTo", problem: "own.fitsNoCountry" }];
}
