import type { House } from "../house.ts";
import type { CallText, Texts } from "../store/call-text-item.ts";
import { textPrefix } from "../store/keys.ts";
import { textsOf } from "./call-texts.ts";

/** Templates of messages lie among the texts of a call, where mails have the name of their process. */
const kind = "message";
export const templateOf = (id: string) => ({ process: kind, name: id });

/** A message that the staff of a call write again and again, in both languages. */
export interface MessageTemplate {
  readonly id: string;
  readonly version: number;
  readonly texts: Texts;
}

/** The templates of a call as they are now, by name; those that were taken away are none. */
export async function templatesOf(
  house: Pick<House, "table">,
  callId: string,
): Promise<readonly MessageTemplate[]> {
  const latest = new Map<string, CallText>();
  for (const one of await textsOf(house, callId)) {
    const [, process, id = ""] = one.sk.split("#");
    if (process === kind && one.sk.startsWith(textPrefix(kind, id))) latest.set(id, one);
  }
  return [...latest]
    .flatMap(([id, { version, texts }]) => (texts ? [{ id, version, texts }] : []))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), "lt"));
}

export const nameOf = ({ texts }: Pick<MessageTemplate, "texts">): string => texts.lt.subject ?? "–";
