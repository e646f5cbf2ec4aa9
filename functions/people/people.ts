import * as z from "zod";
import { knownContact } from "../../workflows/kernel/contact.ts";
import { staffIn } from "../cases/people/standing-in.ts";
import type { Head } from "../store/items.ts";
import { idOf } from "../store/keys.ts";

/** Somebody who works for one or several calls, by e-mail address. */
export interface PersonOfCall {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** In which call, as what. */
  readonly works: readonly { readonly callId: string; readonly role: string }[];
}

/** Of a list of people in the data of a call each line has at least this. */
const listed = z.array(knownContact).min(1);

/** Everybody who works for these calls, in the order in which they are named, each once. */
export function peopleOf(calls: readonly Head[]): readonly PersonOfCall[] {
  const people = new Map<
    string,
    { name: string; email: string; works: { callId: string; role: string }[] }
  >();
  for (const call of calls) {
    const callId = idOf(call.pk);
    for (const { role, name, email: address } of namedIn(call)) {
      const email = address.toLowerCase();
      const known = people.get(email) ?? { name, email, works: [] };
      people.set(email, known);
      if (!known.works.some((work) => work.callId === callId && work.role === role))
        known.works.push({ callId, role });
    }
  }
  return [...people.values()];
}

/** The staff by role, and whoever stands in a list of people of the call (reviewers, commission), by the name of that list. */
function namedIn(call: Head) {
  const staff = [...staffIn(call)].map(([role, { name, email }]) => ({ role, name, email }));
  const lists = Object.entries(call.data ?? {}).flatMap(([role, value]) =>
    (listed.safeParse(value).data ?? []).map(({ name, email }) => ({ role, name, email })),
  );
  return [...staff, ...lists];
}
