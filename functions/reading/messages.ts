import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { parametersIn } from "./message-parameters.ts";

export type Parameters = Readonly<Record<string, string | number>>;

/** Worked out only for a word that names one: most titles name none. */
export type LateParameters = Parameters | (() => Parameters);

/** A text that cannot be said: there is none under its key, or it names what it is not given. */
export class Unsaid extends Error {
  override readonly name = "Unsaid";
  readonly key: string;
  readonly language: Language;
  /** What it names in vain; nothing where the text itself is missing. */
  readonly parameters: readonly string[];

  constructor(key: string, language: Language, parameters: readonly string[] = []) {
    super(
      parameters.length === 0
        ? `no word ${key} in ${language}`
        : `${key} (${language}) names ${parameters.map((name) => `{${name}}`).join(", ")}, which it is not given`,
    );
    this.key = key;
    this.language = language;
    this.parameters = parameters;
  }
}

/** Words in one language, as ICU messages made into sentences. */
export interface Messages<Key extends string = string> {
  readonly language: Language;
  /** Throws for a word that does not exist: a missing word is a defect, never an empty place on a page. */
  readonly say: (key: Key, parameters?: LateParameters) => string;
  /** For words that may be missing, such as hints. */
  readonly maybe: (key: string, parameters?: LateParameters) => string | undefined;
}

/** Parsing a message costs more than filling it in, so each is parsed once. */
const parsed = new Map<string, IntlMessageFormat>();

/** Makes sentences of flat ICU messages. Plural forms follow the language's own rules. */
export function messagesOf<const W extends Readonly<Record<string, string>>>(
  words: W,
  language: Language,
): Messages<keyof W & string> {
  const maybe = (key: string, given: LateParameters = {}): string | undefined => {
    const message = Object.hasOwn(words, key) ? words[key] : undefined;
    if (message === undefined) return undefined;
    const parameters = typeof given !== "function" ? given : message.includes("{") ? given() : {};
    try {
      return format(message, language, parameters);
    } catch (error) {
      const unknown = parametersIn(message, language)
        .map(({ name }) => name)
        .filter((name) => parameters[name] === undefined);
      throw unknown.length > 0 ? new Unsaid(key, language, unknown) : error;
    }
  };
  const say = (key: string, parameters?: LateParameters): string => {
    const sentence = maybe(key, parameters);
    if (sentence === undefined) throw new Unsaid(key, language);
    return sentence;
  };
  return { language, say, maybe };
}

function format(message: string, language: Language, parameters: Parameters): string {
  const key = `${language}\n${message}`;
  const known = parsed.get(key) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  parsed.set(key, known);
  return withOneStop(String(known.format({ ...parameters })), parameters);
}

/** What ends with an abbreviation, such as a Lithuanian date or time ("7 d.", "9 val."), has ended its sentence, too. */
const withOneStop = (sentence: string, parameters: Parameters): string =>
  Object.values(parameters).reduce<string>(
    (text, value) =>
      typeof value === "string" && value.endsWith(".") ? text.replaceAll(`${value}.`, value) : text,
    sentence,
  );
