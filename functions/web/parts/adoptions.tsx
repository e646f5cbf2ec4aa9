import * as z from "zod";
import { rubric } from "../../../workflows/blocks/review/rubric.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { codeOf } from "../../reading/codes.ts";
import type { Messages } from "../../reading/messages.ts";
import type { Ui } from "../../reading/ui.ts";
import { refOfCase } from "../../store/keys.ts";

const said = z.object({ changes: z.string(), reason: z.string() });
const ruled = z.object({ rubric: rubric.optional() });

/** What the coordinator has adopted of trials on the ranking, for whoever decides on it: what, why, who and when. */
export function Adoptions({
  loaded,
  words,
  ui,
}: {
  readonly loaded: LoadedCase;
  /** The words of the cases' own process, which has those for countries. */
  readonly words: Messages;
  readonly ui: Ui;
}) {
  const adopted = loaded.head.interruptions.filter(({ name }) => name === "adopted");
  if (adopted.length === 0) return null;
  const criteria = ruled.parse(loaded.file.call).rubric ?? [];
  const nameOf = (name: string): string => {
    const dot = name.indexOf(".");
    const [kind, key] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot + 1)];
    switch (kind) {
      case "places":
        return ui.say("adopted.places", { country: words.maybe(`list.countries.${key}`) ?? key });
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
