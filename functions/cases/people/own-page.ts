import type { House } from "../../house.ts";
import { keepNotice } from "../../mails/notices.ts";
import { headKey } from "../../store/keys.ts";
import type { LoadedCase } from "../load.ts";

/** By then the links have ended, or whoever ended them was cut off. */
const later = (now: string): string => new Date(Date.parse(now) + 5_000).toISOString();

/**
 * Ends the links that the applicant of a case has, to the own page and to what is asked there, and mails a new one to the
 * applicant's address. The mail is kept first, so that nobody is left without a link. `false`: it was renewed meanwhile.
 */
export async function renewOwnPage(house: House, loaded: LoadedCase): Promise<boolean> {
  const { head, process, file } = loaded;
  const to = process.people("applicant", file);
  if (!to) return false;
  const { renewed } = head;
  const notice = { name: "newLink", values: {}, ref: head.pk } as const;
  await keepNotice(house, to, notice, { id: `${head.pk}#${renewed ?? 0}`, at: later(house.clock.now()) });
  await renewTaskLinks(house, loaded, to.email);
  const { outcome } = await house.table.change(headKey(head.pk), {
    add: { renewed: 1 },
    when: { renewed: renewed === undefined ? "absent" : { is: renewed } },
  });
  return outcome === "changed";
}

/** Ends the links of the open tasks of whoever has an address. */
async function renewTaskLinks(
  { table }: Pick<House, "table">,
  { tasks }: Pick<LoadedCase, "tasks">,
  email: string,
): Promise<void> {
  const theirs = tasks.filter(
    ({ status, assignee }) => status === "open" && assignee?.email.toLowerCase() === email.toLowerCase(),
  );
  for (const { pk, sk } of theirs)
    await table.change({ pk, sk }, { add: { renewed: 1 }, when: { status: { is: "open" } } });
}
