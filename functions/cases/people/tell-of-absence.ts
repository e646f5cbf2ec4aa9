import type { Person } from "../../../workflows/kernel/case-file.ts";
import { inQuotes, printDay } from "../../../workflows/kernel/facts/print.ts";
import { summaryOf } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import { queueNotice } from "../../mails/notices.ts";
import type { Head } from "../../store/items.ts";
import type { Absence } from "../../store/staff-items.ts";
import { ownRoles, staffIn } from "./standing-in.ts";

interface Told {
  readonly person: Person;
  readonly period: Absence;
  /** Who wrote it down. */
  readonly by: { readonly name: string; readonly email: string };
  readonly calls: readonly Head[];
}

/** Tells who is away, who stands in, and the coordinators of the calls for which both work; not whoever wrote it down. */
export async function tellOfAbsence(
  house: House,
  { person, period, by, calls }: Told,
  name: "absence" | "absenceOver",
): Promise<void> {
  const { substitute, from, to, notedAt } = period;
  const shared = calls.filter((call) =>
    [person, substitute].every(({ email }) => ownRoles(call, email).size > 0),
  );
  const coordinators = shared.flatMap((call) => staffIn(call).get("coordinator") ?? []);
  const readers = new Map([person, substitute, ...coordinators].map((one) => [one.email.toLowerCase(), one]));
  readers.delete(by.email.toLowerCase());
  const absent = addressIdOf(house.config.linkSecret, person.email);
  for (const reader of readers.values()) {
    const { language } = reader;
    const titles = shared.map((call) => summaryOf(call, house.clock.now()).title[language]);
    const values = {
      name: person.name,
      substitute: substitute.name,
      by: by.name,
      from: printDay(from, language),
      to: printDay(to, language),
      calls: titles.map((title) => inQuotes(title, language)).join(", "),
    };
    await queueNotice(house, reader, { name, values }, `${notedAt}#${absent}`);
  }
}
