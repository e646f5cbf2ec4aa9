import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../workflows/kernel/case-file.ts";

type Parts = ReturnType<IntlMessageFormat["getAst"]>;

/** What a message takes: a text, a number on which its plural forms hang, or one of several choices. */
export interface Parameter {
  readonly name: string;
  readonly choices?: readonly string[];
  readonly isCounted?: true;
}

/** The parameters of an ICU message, those in its branches too, each once. Throws for a message that cannot be read. */
export function parametersIn(message: string, language: Language): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  const look = (parts: Parts): void => {
    for (const part of parts) {
      if (part.type === kinds.text || part.type === kinds.counted) continue;
      const options = "options" in part ? part.options : {};
      const name = "value" in part ? part.value : undefined;
      if (name !== undefined)
        found.set(name, {
          name,
          ...(part.type === kinds.plural ? { isCounted: true } : {}),
          ...(part.type === kinds.select ? { choices: Object.keys(options) } : {}),
          ...found.get(name),
        });
      for (const { value } of Object.values(options)) look(value);
    }
  };
  look(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...found.values()];
}

/** Kinds of parts as the parser of the library numbers them, in its `types.d.ts`. */
const kinds = { text: 0, select: 5, plural: 6, counted: 7 } as const;
