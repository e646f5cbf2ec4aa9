import type { Language } from "../../workflows/kernel/case-file.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { type Messages, messagesOf } from "../reading/messages.ts";
import { type CallText, callTextItem, type Texts } from "../store/call-text-item.ts";
import { textKey, textPrefix, textsPartition } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { readTemplate } from "./template.ts";

/** What one mail says in the words of a call: under the keys of the words, in both languages. */
export type OwnWords = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Which mail it is, of which process. */
export interface TextOf {
  readonly process: string;
  /** `mail.received`, `task.endorsement`: all mails about a task say why it is asked in one text. */
  readonly name: string;
}

/** The keys of the words of which a mail is made. */
export const keysOf = ({
  name,
}: Pick<TextOf, "name">): { readonly subject?: string; readonly body: string } =>
  name.startsWith("task.") ? { body: `${name}.why` } : { subject: `${name}.subject`, body: `${name}.body` };

/** The text that counts in a call, with its version; none where nobody has ever changed it. */
export async function latestText(
  { table }: Pick<House, "table">,
  callId: string,
  { process, name }: TextOf,
): Promise<CallText | undefined> {
  const { items } = await table.page(textsPartition(callId), {
    prefix: textPrefix(process, name),
    limit: 1,
    isReversed: true,
  });
  return items[0] && callTextItem.parse(items[0]);
}

/** All versions of all texts of a call that were ever changed, each from its oldest on. */
export const textsOf = async (
  { table }: Pick<House, "table">,
  callId: string,
): Promise<readonly CallText[]> =>
  (await table.query(textsPartition(callId))).map((item) => callTextItem.parse(item));

interface Kept {
  /** None: the standard again. */
  readonly texts?: Texts;
  readonly by: StaffMember;
  /** The version that was read before. */
  readonly after: number;
}

/** Keeps what a mail says from now on, unless somebody changed it since it was read. Nothing that was said before is lost. */
export async function keepText(
  { table, clock }: Pick<House, "table" | "clock">,
  callId: string,
  of: TextOf,
  { texts, by, after }: Kept,
): Promise<"kept" | "conflict"> {
  const version = after + 1;
  const item = {
    ...textKey(callId, of.process, of.name, version),
    version,
    ...(texts ? { texts } : {}),
    by: { name: by.name, email: by.email },
    at: clock.now(),
  };
  if ((await table.put(item, { ifAbsent: true })) === "stored") return "kept";
  const latest = await latestText({ table }, callId, of);
  const isOwn =
    latest?.version === version &&
    latest.by.email === by.email &&
    JSON.stringify(latest.texts) === JSON.stringify(texts);
  return isOwn ? "kept" : "conflict";
}

/** The words of a call for a mail that is about to go; none where it says what it says in every call. */
export async function ownWordsOf(
  house: Pick<House, "table">,
  mail: Mail,
  { head, process }: Pick<LoadedCase, "head" | "process">,
): Promise<OwnWords | undefined> {
  if (mail.message || mail.asks || mail.notice) return undefined;
  const template = readTemplate(mail.template);
  const name = template.kind === "tell" ? `mail.${mail.template}` : `task.${template.state}`;
  const latest = await latestText(house, head.callId, { process: process.id, name });
  return latest?.texts && wordsIn(latest.texts, name);
}

export function wordsIn(texts: Texts, name: string): OwnWords {
  const keys = keysOf({ name });
  const inLanguage = ({ subject, body }: Texts[Language]) => ({
    [keys.body]: body,
    ...(keys.subject === undefined || subject === undefined ? {} : { [keys.subject]: subject }),
  });
  return { lt: inLanguage(texts.lt), en: inLanguage(texts.en) };
}

/** The standard words, with those of a call before them. */
export function inWordsOf(own: OwnWords | undefined, standard: Messages): Messages {
  if (!own) return standard;
  const { language } = standard;
  const said = messagesOf(own[language], language);
  const maybe: Messages["maybe"] = (key, parameters) =>
    said.maybe(key, parameters) ?? standard.maybe(key, parameters);
  return {
    language,
    maybe,
    say: (key, parameters) => said.maybe(key, parameters) ?? standard.say(key, parameters),
  };
}
