import type { Language } from "../../workflows/kernel/case-file.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import { printNumber } from "../certificates/number.ts";
import { callTitle, caseWords, nameOfRole } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import { nextIn } from "../reading/next-in.ts";
import type { Ui } from "../reading/ui.ts";
import type { Part } from "./parts.ts";
import type { Hours } from "./sums.ts";

/** A part of a record as people read it. */
export interface ToldPart {
  /** What it was, such as an internship or the title of an event. */
  readonly what: string;
  readonly call: string;
  /** As what: nothing of whose own it was. */
  readonly as?: string;
  readonly when: string;
  /** Hours, or days where the certificate gives days. */
  readonly amount: string;
  readonly tags: readonly string[];
  /** How it stands, in a sentence to its applicant. */
  readonly how?: string;
  readonly certificate?: { readonly number: string; readonly revokedOn?: string };
  readonly open: readonly {
    readonly number: string;
    readonly label: string;
    readonly isPublished: boolean;
  }[];
}

export async function toldPart(part: Part, ui: Ui, now: string): Promise<ToldPart> {
  const { loaded, as, title, from, until = from, certificate, open } = part;
  const { language } = ui;
  const words = await caseWords(loaded, language);
  return {
    what: title ?? words.say("name"),
    call: callTitle(loaded, language),
    ...(as === "own" ? {} : { as: asIn(part, words, ui) }),
    when:
      until === from
        ? printDay(from, language)
        : `${printDay(from, language)} – ${printDay(until, language)}`,
    amount: amountIn(part, ui),
    tags: tagsIn(part, ui),
    ...(as === "own" ? { how: nextIn(loaded, words, now) } : {}),
    ...(certificate
      ? {
          certificate: {
            number: printNumber(certificate.number),
            ...(certificate.revoked ? { revokedOn: certificate.revoked.at } : {}),
          },
        }
      : {}),
    open: open.map(({ number, kind, says }) => ({
      number: printNumber(number),
      label:
        says?.as === "publication"
          ? says.title
          : (words.maybe(`registers.${kind}`) ?? words.maybe(`publishes.${kind}`) ?? kind),
      isPublished: says?.as === "publication",
    })),
  };
}

const asIn = ({ as }: Part, words: Messages, ui: Ui): string =>
  typeof as === "object" ? nameOfRole(words, as.role) : ui.say("tookPart.visitor");

function amountIn({ hours, days }: Pick<Part, "hours" | "days">, ui: Ui): string {
  if (hours !== undefined) return ui.say("tookPart.hours", { hours: printHours(hours, ui.language) });
  return days === undefined ? "" : ui.say("tookPart.days", { days });
}

/** With as many decimals as there are. */
export const printHours = (hours: number, language: Language): string =>
  language === "lt" ? String(hours).replace(".", ",") : String(hours);

export const tagsIn = (
  { competences, subjects }: Pick<Part, "competences" | "subjects">,
  ui: Ui,
): readonly string[] => [...competences.map((one) => ui.say(`competence.${one}`)), ...subjects];

/** A table of what hours come to, by a name that is told. */
export const rowsOf = (
  hours: Hours,
  { language }: Ui,
  label: (name: string) => string,
): readonly (readonly [string, string])[] =>
  hours.map(([name, sum]) => [label(name), printHours(sum, language)]);
