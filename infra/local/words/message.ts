import { IntlMessageFormat } from "intl-messageformat";
import { parametersIn } from "../../../functions/reading/message-parameters.ts";

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
