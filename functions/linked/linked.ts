import { processOf } from "../../workflows/catalogue.ts";
import { addressIn } from "../../workflows/kernel/applicant.ts";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import type { Linked, Linking } from "../../workflows/kernel/link.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { addressIdOf, schoolIdOf, thingIdOf } from "../links.ts";
import type { Head } from "../store/items.ts";
import { headKey, linkedKey, linkedTo, takenKey } from "../store/keys.ts";
import { linkedItem } from "../store/person-items.ts";
import { visitorOf } from "../visitors/visitor.ts";

/** What processes give to each other about a person or a school [decision 94]. */

type Parts = Pick<House, "table" | "clock" | "config">;

function subjectOf({ linkSecret }: House["config"], to: Linking["to"]): string {
  if ("email" in to) return addressIdOf(linkSecret, to.email);
  return "school" in to ? schoolIdOf(linkSecret, to.school) : thingIdOf(linkSecret, to.thing);
}

/** Notes what a case gives; noted again it is the same. Throws where its process does not say that it gives it. */
export async function noteLinks(
  { table, config }: Pick<House, "table" | "config">,
  { head, process }: Pick<LoadedCase, "head" | "process">,
  links: readonly Linking[],
): Promise<void> {
  for (const { to, ...link } of links) {
    if (!process.links?.gives?.includes(link.kind)) throw new Error(`${process.id} gives no ${link.kind}`);
    await table.put({ ...linkedKey(subjectOf(config, to), link.kind, head.pk), ...link, from: head.pk });
  }
}

/** What there is for whoever applies with this, of what the process takes; oldest first. */
export async function linksOf(
  house: Parts,
  processId: string,
  application: Readonly<Record<string, unknown>>,
): Promise<readonly Linked[]> {
  const { takes = [], school } = (await processOf(processId)).links ?? {};
  if (takes.length === 0) return [];
  const [email, code] = [addressIn(application), school?.(application)];
  const subjects = [...(email ? [{ email }] : []), ...(code === undefined ? [] : [{ school: code }])];
  const noted = (await Promise.all(subjects.map((to) => givenTo(house, to)))).flat();
  const found = takes.includes("followed") ? [...noted, ...(await followedBy(house, email))] : noted;
  return oldestFirst(found.filter(({ kind }) => takes.includes(kind)));
}

const oldestFirst = (links: readonly Linked[]): readonly Linked[] =>
  links.toSorted((a, b) => (a.on < b.on ? -1 : 1));

/** What was given about somebody and holds today. */
async function givenTo(house: Parts, to: Linking["to"]): Promise<readonly Linked[]> {
  const items = await house.table.query(linkedTo(subjectOf(house.config, to)));
  const noted = items.map((item): Linked => {
    const { pk: _pk, sk: _sk, ...link } = linkedItem.parse(item);
    return link;
  });
  const today = dayAt(house.clock.now());
  const holding = await Promise.all(
    noted.map(async ({ from }) => {
      const giver = await loadCase(house, from);
      return giver?.process.links?.holds?.(giver.file, today) ?? true;
    }),
  );
  return noted.filter((_link, index) => holding[index]);
}

/** The event at which somebody said that they want to be told of calls, unless they have taken that back. */
async function followedBy(house: Parts, email: string): Promise<readonly Linked[]> {
  const visitor = email === "" ? undefined : await visitorOf(house, email);
  const event = visitor && (await loadCase(house, visitor.from, { withoutTasks: true }));
  if (!visitor || !event) return [];
  const what = event.process.seats?.title(event.file) ?? "";
  return [{ kind: "followed", on: dayAt(visitor.consentedAt), what, from: visitor.from }];
}

/**
 * Notes what a case counts on from a step on. Throws where its process does not say that it takes it. Said again it is the same;
 * where there is nothing, nothing is written.
 */
export async function takeLinks(
  house: Parts,
  { head, process }: Pick<LoadedCase, "head" | "process">,
  wanted: readonly Pick<Linking, "kind" | "to">[],
): Promise<void> {
  const found: Linked[] = [];
  for (const { kind, to } of wanted) {
    if (!process.links?.takesLater?.includes(kind)) throw new Error(`${process.id} takes no ${kind}`);
    found.push(...(await givenTo(house, to)).filter((link) => link.kind === kind));
  }
  const kinds = wanted.map(({ kind }) => kind);
  const kept = (head.links ?? []).filter(({ kind }) => !kinds.includes(kind));
  const links = [...kept, ...oldestFirst(found)];
  if (links.length === 0 && head.links === undefined) return;
  await house.table.change(headKey(head.pk), { set: { links } });
  await noteTaken(house, { pk: head.pk, links: found });
}

/** Counts at each giver that this case took what it gave, once. */
export async function noteTaken(
  { table }: Pick<House, "table">,
  { pk, links = [] }: Pick<Head, "pk" | "links">,
): Promise<void> {
  for (const { kind, from } of links) await table.put({ ...takenKey(from, kind, pk) }, { ifAbsent: true });
}
