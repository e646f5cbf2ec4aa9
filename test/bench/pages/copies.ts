import { composeIBAN } from "ibantools";
import * as z from "zod";
import type { Item, Key } from "../../../functions/adapters/table.ts";
import { addressIdOf, caseIdOf } from "../../../functions/links.ts";
import { headItem, loadItem } from "../../../functions/store/items.ts";
import { headKey, idOf, loadKey, loadPrefix, refOfCall, refOfCase } from "../../../functions/store/keys.ts";
import { reviewRules } from "../../../workflows/blocks/review/rules.ts";
import { familyNames, womensNames } from "../../data/rehearsal/names.ts";
import type { Moment, Roads } from "./roads.ts";

export type Stored = Item & Key;

/** So often all the people of the roads come again in one call. */
export interface Wanted {
  readonly callId: string;
  readonly times: number;
}

/** So many copies share the reviewers of the played call; the next ones have reviewers of their own. */
const copiesOfPanel = 5;

/** A name for each number, in the order of nothing. */
function nameOf(number: number): string {
  const [first, rest] = [womensNames[number % womensNames.length], Math.floor(number / womensNames.length)];
  const [, wife, daughter] = familyNames[rest % familyNames.length] ?? [];
  const more = Math.floor(rest / familyNames.length);
  const second = more === 0 ? "" : ` ${womensNames[more % womensNames.length]}`;
  return `${first}${second} ${number % 3 === 0 ? daughter : wife}`;
}

const person = z.object({
  fullName: z.string(),
  email: z.string(),
  iban: z.string(),
  principalEmail: z.string(),
});
const panel = reviewRules.pick({ reviewers: true });

/** Copies what was played under other names: each copy is another person, with another account, in another case. */
export function copier({ callId: played, config }: Roads, moment: Moment, { callId, times }: Wanted) {
  const { linkSecret } = config;
  const refs = [...moment.cases.keys()];
  const people = new Map(refs.map((ref, index) => [ref, { ...applicantOf(moment, ref), index }]));
  const head = headItem.parse(moment.call.find(({ sk }) => sk === "head"));
  const { reviewers } = panel.parse(head.data);
  const mailbox = (email: string, copy: number | string) => email.replace("@", `-${copy}@`);
  const emailOf = (ref: string, copy: number) => mailbox(people.get(ref)?.email ?? "", copy);
  const refOf = (ref: string, copy: number): string =>
    refOfCase(caseIdOf(linkSecret, callId, emailOf(ref, copy)));
  const panelOf = (copy: number) => Math.floor(copy / copiesOfPanel);

  /** What stands in the copy instead of what was played. */
  const replaced = (copy: number, own?: string): ReadonlyMap<string, string> => {
    const known = own === undefined ? undefined : people.get(own);
    const number = (known?.index ?? 0) + copy * refs.length;
    return new Map([
      [played, callId],
      ...refs.map((ref): [string, string] => [idOf(ref), idOf(refOf(ref, copy))]),
      ...reviewers.flatMap(({ name, email }, index): [string, string][] => [
        [email, mailbox(email, panelOf(copy))],
        [name, nameOf(1_000_000 + panelOf(copy) * reviewers.length + index)],
      ]),
      ...(known === undefined || own === undefined
        ? []
        : ([
            [known.email, emailOf(own, copy)],
            // Lines have it as it is looked for.
            [known.email.toLowerCase(), emailOf(own, copy).toLowerCase()],
            [known.fullName, nameOf(number)],
            [known.principalEmail, mailbox(known.principalEmail, copy)],
            [
              known.iban,
              composeIBAN({ countryCode: "LT", bban: `99000${String(number).padStart(11, "0")}` }) ?? "",
            ],
            [known.submittedAt, new Date(Date.parse(known.submittedAt) + copy).toISOString()],
          ] as const)),
    ]);
  };
  const copyOf = (texts: Text, copy: number, own?: string): readonly Stored[] => {
    const instead = replaced(copy, own);
    return JSON.parse(texts.text.replaceAll(texts.pattern, (found) => instead.get(found) ?? found));
  };

  function* cases(): Generator<Stored> {
    const texts = refs.map((ref) => {
      const entry = moment.call.filter(({ sk }) => sk === `entry#${idOf(ref)}`);
      return [ref, textOf([...(moment.cases.get(ref) ?? []), ...entry], replaced(0, ref))] as const;
    });
    for (let copy = 0; copy < times; copy++) for (const [ref, text] of texts) yield* copyOf(text, copy, ref);
  }

  /** As many copies of whatever is known of each of them. */
  function* others(known: ReadonlyMap<string, unknown>): Generator<unknown> {
    const texts = [...known].map(([ref, one]) => [ref, textOf([one], replaced(0, ref))] as const);
    for (let copy = 0; copy < times; copy++) for (const [ref, text] of texts) yield* copyOf(text, copy, ref);
  }

  function* call(): Generator<Stored> {
    const own = moment.call.filter(({ sk }) => !/^(head$|entry#|load#)/.test(String(sk)));
    yield* copyOf(textOf(own, replaced(0)), 0);
    const copies = Array.from({ length: times }, (_, copy) => copy);
    const data = {
      ...head.data,
      places: Object.fromEntries(
        Object.entries(z.record(z.string(), z.number()).parse(head.data?.places)).map(([country, count]) => [
          country,
          count * times,
        ]),
      ),
      budgetCents: z.number().parse(head.data?.budgetCents) * times,
      reviewers: copies
        .filter((copy) => copy % copiesOfPanel === 0)
        .flatMap((copy) =>
          reviewers.map((one, index) => ({
            ...one,
            name: nameOf(1_000_000 + panelOf(copy) * reviewers.length + index),
            email: mailbox(one.email, panelOf(copy)),
          })),
        ),
    };
    yield { ...head, ...headKey(refOfCall(callId)), callId, data };
    const loads = moment.call
      .filter(({ sk }) => String(sk).startsWith(loadPrefix))
      .map((item) => loadItem.parse(item));
    for (let first = 0; first < times; first += copiesOfPanel) {
      const some = copies.slice(first, first + copiesOfPanel);
      for (const load of loads) {
        const email = mailbox(load.person, panelOf(first));
        const ofAll = some.flatMap((copy) => load.refs.map((ref) => refOf(ref, copy)));
        const { pk, sk } = loadKey(callId, addressIdOf(linkSecret, email));
        const place = /#\d+$/.exec(load.sk)?.[0] ?? "";
        yield { ...load, pk, sk: `${sk}${place}`, person: email, refs: ofAll };
      }
    }
    yield { pk: "calls", sk: callId };
  }

  return { cases, call, others, refs, refOf };
}

interface Text {
  readonly text: string;
  readonly pattern: RegExp;
}

const textOf = (items: readonly unknown[], instead: ReadonlyMap<string, string>): Text => ({
  text: JSON.stringify(items),
  pattern: new RegExp(
    [...instead.keys()].map((key) => key.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "g",
  ),
});

function applicantOf(moment: Moment, ref: string) {
  const { application, submittedAt } = headItem.parse(moment.cases.get(ref)?.find(({ sk }) => sk === "head"));
  return { ...person.parse(application), submittedAt };
}
