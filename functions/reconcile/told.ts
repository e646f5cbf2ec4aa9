import { mailOfTag } from "../mails/tag.ts";
import { refOfCall, refOfCase } from "../store/keys.ts";

/** What mails, documents and log lines still tell of a case or a call, whatever the table says. */
export interface Told {
  readonly ref: string;
  /** UTC, where it is known. */
  readonly at?: string;
  readonly of:
    | {
        readonly kind: "mail";
        readonly sk: string;
        readonly visit: number;
        readonly template: string;
        readonly to: string;
        readonly providerId: string;
      }
    | { readonly kind: "document"; readonly name: string }
    /** An application, or an answer or a word to a state, was stored and whoever sent it was told so. */
    | { readonly kind: "application" }
    | { readonly kind: "answer"; readonly state: string };
}

/** A mail that went: the tag that it carried, to whom and when. */
export interface SentMail {
  readonly tag: string;
  readonly to: string;
  readonly at: string;
  readonly providerId: string;
}

/** What a mail tells; nothing for one of no case. */
export function toldByMail({ tag, to, at, providerId }: SentMail): readonly Told[] {
  const key = mailOfTag(tag);
  const [, visit, template] = /^mail#(\d+)#([^#]+)#/.exec(key?.sk ?? "") ?? [];
  if (!key || !/^(case|call)#/.test(key.pk) || visit === undefined || template === undefined) return [];
  return [
    { ref: key.pk, at, of: { kind: "mail", sk: key.sk, visit: Number(visit), template, to, providerId } },
  ];
}

/** What the key of a document tells; nothing for what people uploaded or ordered. */
export function toldByDocument(key: string): readonly Told[] {
  const [, folder, id = "", name = ""] = /^(cases|calls)\/([^/]+)\/(.+)\.json$/.exec(key) ?? [];
  if (folder === undefined) return [];
  return [{ ref: folder === "cases" ? refOfCase(id) : refOfCall(id), of: { kind: "document", name } }];
}

/** What a line of a function's log tells (functions/log.ts), logged at an instant (UTC). */
export function toldByLog(line: Readonly<Record<string, unknown>>, at: string): readonly Told[] {
  const { code, ref, state } = line;
  if (typeof ref !== "string" || !/^(case|call)#/.test(ref)) return [];
  if (code === "K101") return [{ ref, at, of: { kind: "application" } }];
  if (code === "K102" && typeof state === "string") return [{ ref, at, of: { kind: "answer", state } }];
  return [];
}
