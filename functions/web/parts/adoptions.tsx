import * as z from "zod";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { deskOf } from "../../calls/desk.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { codeOf } from "../../reading/codes.ts";
import { type SelectionTelling, shareIn } from "../../reading/standing.ts";
import { refOfCase } from "../../store/keys.ts";

const said = z.object({ changes: z.string(), reason: z.string() });

/** What the coordinator has adopted of trials on the ranking, for whoever decides on it: what, why, who and when. */
export async function adoptionsIn(loaded: LoadedCase, { selection, words, ui }: SelectionTelling) {
  const desk = await deskOf(loaded);
  const adopted = loaded.head.interruptions.filter(({ name }) => name === desk?.adoption);
  if (adopted.length === 0 || !desk) return null;
  const { criteria } = desk.trialTerms(loaded.file);
  const nameOf = (name: string): string => {
    const dot = name.indexOf(".");
    const [kind, key] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot + 1)];
    switch (kind) {
      case "places":
        return words.say("places.changed", { share: shareIn(words, selection, key) });
      case "budget":
        return words.say("budget.changed");
      case "weights":
        return ui.say("trial.weight", {
          title: criteria.find(({ id }) => id === key)?.title[ui.language] ?? key,
        });
      case "score":
        return ui.say("adopted.score", { code: codeOf(refOfCase(key)) });
      default:
        return ui.say("trial.minimum");
    }
  };
  return (
    <section>
      <h2 class="govuk-heading-m">{ui.say("adopted.title")}</h2>
      {adopted.map(({ at, by, values }) => {
        const { changes, reason } = said.parse(values);
        return (
          <div class="govuk-inset-text" key={at}>
            <ul class="govuk-list govuk-list--bullet">
              {[...new URLSearchParams(changes)].map(([name, value]) => (
                <li key={name}>
                  {nameOf(name)}: {value}
                </li>
              ))}
            </ul>
            <p class="govuk-body kelias-said">{reason}</p>
            <p class="govuk-hint">
              {by}, {printTime(at, ui.language)}
            </p>
          </div>
        );
      })}
    </section>
  );
}
