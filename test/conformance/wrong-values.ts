import { inRow } from "../../functions/web/typed.ts";
import type { Field, Fields } from "../../workflows/kernel/field.ts";
import { inputsOf } from "../functions/web/posted.ts";

/** Something that is wrong for a question: what is typed into which of its inputs, and whether the page can show it again. */
export interface Wrong {
  readonly what: string;
  readonly typed: Readonly<Record<string, string>>;
  /** A choice that there is not has no place where it could be shown. */
  readonly isShownAgain: boolean;
}

const typed = (what: string, name: string, said: string, isShownAgain = true): Wrong => ({
  what,
  typed: { [name]: said },
  isShownAgain,
});

/** So many rows stand in a form at most that is filled in rightly. */
const mostRows = 4;

/** What nobody means to answer to a question of a kind, by the inputs of its page. */
export function wrongFor(name: string, field: Field<unknown>): readonly Wrong[] {
  const own = inputsOf({ fields: { [name]: field } }, [name]);
  const inputs =
    field.written === "rows"
      ? Array.from({ length: mostRows }, (_, row) =>
          Object.keys(field.columns ?? {}).flatMap((column) =>
            inputsOf({ fields: field.columns ?? {} }, [column]).map((input) => inRow(name, row + 1, input)),
          ),
        ).flat()
      : own;
  const left = (what: string, said: string): Wrong => ({
    what,
    typed: Object.fromEntries(inputs.map((input) => [input, said])),
    isShownAgain: false,
  });
  // None of several is an answer, and rows of blanks are rows.
  const missing =
    field.optional || field.kind === "several"
      ? []
      : [left("nothing", ""), ...(field.kind === "rows" ? [] : [left("blanks", "   ")])];
  return [...missing, ...wrongOfKind(name, field)];
}

function wrongOfKind(name: string, field: Field<unknown>): readonly Wrong[] {
  const { kind, max = 0, min = 0, decimals = 0, columns = {}, written } = field;
  const one = (what: string, said: string) => typed(what, name, said);
  const foreign = (said: string) => typed(`the foreign ${said}`, name, said, false);
  switch (kind) {
    case "text":
    case "longText":
    case "town":
    case "certificate":
      return [one("a letter too many", "ą".repeat(max + 1)), ...(min > 1 ? [one("too little", "ą")] : [])];
    case "email":
      return [
        one("no address", "ona.mokykla.example"),
        one("two addresses", "ona@mokykla.example, jonas@mokykla.example"),
        one("an endless one", `${"a".repeat(300)}@mokykla.example`),
      ];
    case "phone":
      return [one("words", "skambinkite vakare"), one("too many figures", "8".repeat(30))];
    case "iban":
      return [
        one("a wrong figure", "LT121000011101001001"),
        one("an account of elsewhere", "US64SVBKUS6S3300958879"),
        one("words", "mano sąskaita"),
      ];
    case "number":
      return [
        one("words", "daug"),
        one("a number of others", "١٢"),
        one("an exponent", "1e3"),
        one("endless figures", "9".repeat(400)),
        ...(min > -1e9 ? [one("too little", String(min - 1))] : []),
        ...(max < 1e12 ? [one("too much", String(max + 1))] : []),
        one("too fine a part", `${Math.max(min, 1)}.${"0".repeat(decimals)}1`),
      ];
    case "money":
      return [
        one("words", "daug"),
        one("a debt", "-1"),
        one("thousandths", "1,234"),
        one("a number of others", "١٢"),
        one("too much", String(max / 100 + 1)),
      ];
    case "time":
      return [one("no time", "25:00"), one("words", "vakare"), one("a minute too many", "10:60")];
    case "date":
      return [
        dateOf(name, "a day that there is not", "2027", "2", "30"),
        dateOf(name, "a month that there is not", "2027", "13", "1"),
        dateOf(name, "a year alone", "2027", "", ""),
        dateOf(name, "words", "kitais", "metais", "rytoj"),
      ];
    case "choice":
    case "yesNo":
      return [foreign("nonsense"), foreign("__proto__"), foreign("yes, no")];
    case "choices":
    case "several":
      return [foreign("nonsense"), foreign("constructor")];
    case "school":
      return [one("a school of nowhere", "000000000"), one("words", "Mūsų mokykla")];
    case "confirmation":
      return [foreign("no")];
    case "file":
      return [];
    case "rows":
      return written === "lines" ? wrongLines(name, field) : wrongRows(name, columns);
  }
}

const dateOf = (name: string, what: string, year: string, month: string, day: string): Wrong => ({
  what,
  typed: { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day },
  isShownAgain: true,
});

/** The same of each column, in the first row. */
const wrongRows = (name: string, columns: Fields): readonly Wrong[] =>
  Object.entries(columns).flatMap(([column, field]) =>
    wrongOfKind(inRow(name, 1, column), field).map((wrong) => ({
      ...wrong,
      what: `${column}: ${wrong.what}`,
    })),
  );

/** A line with more parts than there are columns, and more lines than there may be. */
const wrongLines = (name: string, { max = 1, columns = {} }: Field<unknown>): readonly Wrong[] => [
  typed("a part too many", name, [...Object.keys(columns), "x"].join("; ")),
  ...(max <= 2000
    ? [typed("a line too many", name, Array.from({ length: max + 1 }, () => "x").join("\n"))]
    : []),
];
