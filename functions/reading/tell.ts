import { printAmount, printDay, printKilometres, printTime } from "../../workflows/kernel/facts/print.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import type { Rows, Says, Told, ToldRow } from "../../workflows/kernel/told.ts";
import { codeOf } from "./codes.ts";
import type { Messages, Parameters } from "./messages.ts";

/** In whose words things are told, and what every sentence may name. */
export interface Teller {
  /** The words of the process. */
  readonly words: Messages;
  readonly nameOf: (role: Role) => string | undefined;
  readonly parameters: Parameters;
}

/** Tells of something that is known without its case, such as an entry of the register. */
export const tellerWithoutCase = (words: Messages): Teller => ({
  words,
  nameOf: () => undefined,
  parameters: {},
});

/** Puts something that is told into the language of the words. */
export function tell(told: Told, teller: Teller): string {
  const { words, nameOf, parameters } = teller;
  const { language } = words;
  if (typeof told === "string") return told;
  if (typeof told === "number") return language === "lt" ? String(told).replace(".", ",") : String(told);
  if (isSeveral(told)) return told.map((one) => tell(one, teller)).join(", ");
  if ("cents" in told) return printAmount(told.cents, language);
  if ("km" in told) return printKilometres(told.km, language);
  if ("day" in told) return printDay(told.day, language);
  if ("from" in told) return `${printDay(told.from, language)} – ${printDay(told.to, language)}`;
  if ("at" in told) return printTime(told.at, language);
  if ("lt" in told) return told[language];
  if ("word" in told)
    return words.say(told.word, { ...parameters, ...parametersIn(told.with ?? {}, teller) });
  if ("option" in told) return words.maybe(`list.${told.of}.${told.option}`) ?? told.option;
  if ("ref" in told) return codeOf(told.ref);
  return nameOf(told.person) ?? "–";
}

/** What sentences may name, in the language of the words. A number stays one, by which plurals are formed. */
export const parametersIn = (says: Says, teller: Teller): Parameters =>
  Object.fromEntries(
    Object.entries(says).map(([name, told]) => [name, typeof told === "number" ? told : tell(told, teller)]),
  );

/** Facts as far as they are known, with labels among the process's words under this name. */
export const rowsUnder = <Known>(
  under: string,
  rows: Rows<Known> | ((known: Known) => readonly ToldRow[]),
  known: Known,
): readonly ToldRow[] =>
  typeof rows === "function"
    ? rows(known)
    : Object.entries(rows).flatMap(([name, find]) => {
        const value = find(known);
        return value === undefined ? [] : [{ label: { word: `${under}.${name}` }, value }];
      });

const isSeveral = (told: object): told is readonly Told[] => Array.isArray(told);
