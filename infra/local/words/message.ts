import { IntlMessageFormat } from "intl-messageformat";

type Parts = ReturnType<IntlMessageFormat["getAst"]>;

/** What a message takes: a text, a number on which its plural forms hang, or one of several choices. */
export interface Parameter {
  readonly name: string;
  readonly choices?: readonly string[];
  readonly isCounted?: true;
}

/** The parameters of an ICU message, those in its branches too, each once. Throws for a message that cannot be read. */
export function parametersIn(message: string, language: "lt" | "en"): readonly Parameter[] {
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

/** A message as it is read, with ‹names› for what it takes and the branch `other` of choices; for 1, 2 and 10 where it counts. */
export function readAloud(message: string, language: "lt" | "en"): string {
  const parameters = parametersIn(message, language);
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  const said = [1, 2, 10].map((count) =>
    String(
      format.format(
        Object.fromEntries(parameters.map(({ name, isCounted }) => [name, isCounted ? count : `‹${name}›`])),
      ),
    ),
  );
  return [...new Set(said)].join("\n");
}
