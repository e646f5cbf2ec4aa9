import { randomUUID } from "node:crypto";
import type { FieldKind } from "../../workflows/kernel/field.ts";
import type { AskedAfterwards } from "../../workflows/kernel/seats.ts";
import { saidMarkOf } from "../links.ts";
import { saidKey, saidPrefix } from "../store/keys.ts";
import { type Registration, saidItem } from "../store/seat-items.ts";
import { idIn } from "./comers.ts";
import type { Parts } from "./count.ts";
import type { Opened } from "./opened.ts";

type Reading = Pick<Parts, "table" | "clock" | "config">;

/** A question that somebody may answer, by its name. */
export interface AskedNow extends AskedAfterwards {
  readonly name: string;
  readonly until: string;
}

/** What is asked of whoever was there and can be answered now. */
export function askedNow(
  { clock }: Pick<Parts, "clock">,
  { seats, loaded, count }: Opened,
  { checkedInAt }: Pick<Registration, "checkedInAt">,
): readonly AskedNow[] {
  const { closedAt, isCalledOff } = count;
  if (closedAt === undefined || isCalledOff || checkedInAt === undefined) return [];
  const now = clock.now();
  return Object.entries(seats.asks ?? {}).flatMap(([name, asked]) => {
    const time = asked.time(loaded.file, closedAt);
    return time && time.from <= now && now <= time.until ? [{ ...asked, name, until: time.until }] : [];
  });
}

const markIn = ({ config }: Pick<Parts, "config">, pk: string, name: string, id: string) =>
  saidMarkOf(config.linkSecret, pk, name, id);
const attributeOf = (mark: string): string => `by:${mark}`;

export async function hasSaid(house: Reading, registration: Registration, name: string): Promise<boolean> {
  const { pk } = registration;
  const mark = markIn(house, pk, name, idIn(registration));
  const item = await house.table.get(saidKey(pk, name, mark));
  return item !== undefined && Object.hasOwn(item, attributeOf(mark));
}

/**
 * Counts what somebody says, once: each option by a number of its own, so that nothing tells afterwards what one person chose; texts are
 * kept as they are, without a name. One conditional write.
 */
export async function sayAfterwards(
  { table, config }: Reading,
  registration: Registration,
  { name, form }: Pick<AskedNow, "name" | "form">,
  values: Readonly<Record<string, unknown>>,
): Promise<"kept" | "already"> {
  const { pk } = registration;
  const mark = markIn({ config }, pk, name, idIn(registration));
  const chosen = Object.entries(form.fields).flatMap(([field, { kind }]) =>
    isText(kind) ? [] : optionsIn(values[field]).map((option) => `n:${field}:${option}`),
  );
  const texts = Object.entries(form.fields).flatMap(([field, { kind }]) =>
    isText(kind) && typeof values[field] === "string"
      ? [[`text:${field}:${randomUUID()}`, values[field]]]
      : [],
  );
  const { outcome } = await table.change(saidKey(pk, name, mark), {
    set: { [attributeOf(mark)]: true, ...Object.fromEntries(texts) },
    add: { given: 1, ...Object.fromEntries(chosen.map((one) => [one, 1])) },
    when: { [attributeOf(mark)]: "absent" },
  });
  return outcome === "changed" ? "kept" : "already";
}

const isText = (kind: FieldKind): boolean => kind === "text" || kind === "longText";

function optionsIn(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === "boolean" ? (one ? "yes" : "no") : String(one),
  );
}

/** What all have said under a name. */
export interface SaidByAll {
  readonly given: number;
  /** How often an option of a question was chosen. */
  readonly timesOf: (field: string, option: string) => number;
  /** In an order that says nothing of when each came. */
  readonly textsOf: (field: string) => readonly string[];
}

export async function saidByAll(
  { table }: Pick<Parts, "table">,
  pk: string,
  name: string,
): Promise<SaidByAll> {
  const items = (await table.query(pk, saidPrefix(name))).map((item) => saidItem.parse(item));
  const all = items.flatMap((item) => Object.entries(item));
  const sum = (called: string) =>
    all.reduce(
      (total, [attribute, value]) =>
        attribute === called && typeof value === "number" ? total + value : total,
      0,
    );
  return {
    given: sum("given"),
    timesOf: (field, option) => sum(`n:${field}:${option}`),
    textsOf: (field) =>
      all
        .flatMap(([attribute, value]) =>
          attribute.startsWith(`text:${field}:`) && typeof value === "string" ? [value] : [],
        )
        .toSorted(),
  };
}
