import { render } from "preact-render-to-string";
import { type Language, printCount, printDay } from "../../../workflows/kernel/facts/print.ts";
import type { RehearsedCall } from "../../../workflows/kernel/rehearsal.ts";
import { plainReport } from "./plain-report.ts";
import { Money } from "./report-money.tsx";
import type { Shown } from "./report-parts.ts";
import { Road } from "./report-road.tsx";
import { SharesChart } from "./report-shares.tsx";
import { reportStyle } from "./report-style.ts";
import { ReportRows } from "./report-table.tsx";
import { reportWords } from "./report-words.ts";
import type { Ended } from "./roads.ts";

/** The call as the report names it. Times are local Vilnius times. */
export interface Reported extends Pick<RehearsedCall, "id" | "opens"> {
  readonly closes?: string | undefined;
  readonly title: Readonly<Record<Language, string>>;
}

type Found = Pick<Ended, "all" | "told" | "totals" | "moved" | "mailsInCases" | "endings">;

/**
 * `report.html`: the page that a person would rather look at than at tables. It stands alone, with no script and
 * nothing from elsewhere; both languages are in it, Lithuanian first. The same rehearsal gives the same bytes.
 */
export function reportPage(call: Reported, found: Found): string {
  const page = render(
    <html lang="lt">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${reportWords.lt.heading}: ${call.title.lt}`}</title>
        <style dangerouslySetInnerHTML={{ __html: reportStyle }} />
      </head>
      <body>
        <input class="language" type="radio" name="language" id="lt" checked />
        <input class="language" type="radio" name="language" id="en" />
        <div class="choice">
          <label for="lt" lang="lt">
            Lietuvių
          </label>
          <label for="en" lang="en">
            English
          </label>
        </div>
        {(["lt", "en"] as const).map((language) => (
          <Report
            key={language}
            call={call}
            found={found}
            parts={found.told.report?.(language) ?? plainReport(found, language)}
            words={reportWords[language]}
            language={language}
          />
        ))}
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

function Report({ call, found, ...shown }: Shown & { readonly call: Reported; readonly found: Found }) {
  const { words, language, parts } = shown;
  const people = `people-${language}`;
  const { shares, money } = parts;
  return (
    <main lang={language}>
      <header>
        <p class="kicker">{words.heading}</p>
        <h1>{call.title[language]}</h1>
        <p>
          <span>
            {localDay(call.opens, language)}
            {call.closes === undefined ? "" : " –"}
          </span>{" "}
          {call.closes === undefined ? null : <span>{localDay(call.closes, language)}</span>}
        </p>
        <p class="kicker">{words.made}</p>
      </header>
      <div class="body">
        <section class="card wide" aria-label={words.figures}>
          <dl class="figures">
            {parts.figures.map((figure) => (
              <Figure key={figure.label} {...figure} />
            ))}
          </dl>
        </section>
        <section class="card" aria-labelledby={`road-${language}`}>
          <h2 id={`road-${language}`}>{words.road}</h2>
          <p class="note">{words.roadNote}</p>
          <Road {...shown} />
        </section>
        {shares || money ? (
          <div class="side">
            {shares ? (
              <section class="card" aria-labelledby={`places-${language}`}>
                <h2 id={`places-${language}`}>{shares.title}</h2>
                <SharesChart shares={shares} language={language} />
              </section>
            ) : null}
            {money ? (
              <section class="card" aria-labelledby={`money-${language}`}>
                <h2 id={`money-${language}`}>{words.money}</h2>
                <p class="note">{money.note}</p>
                <Money bars={money.bars} words={words} language={language} />
              </section>
            ) : null}
          </div>
        ) : null}
        {shares ? (
          <section class="card wide" aria-label={shares.table.caption}>
            <section class="scroll" tabindex={0} aria-label={shares.table.caption}>
              <ReportRows table={shares.table} />
            </section>
          </section>
        ) : null}
        <section class="card wide everyone" aria-labelledby={people}>
          <h2 id={people}>{words.people}</h2>
          <section class="scroll people" tabindex={0} aria-labelledby={people}>
            <ReportRows table={parts.people} />
          </section>
        </section>
      </div>
      <footer>
        <section aria-label={words.work}>
          <dl>
            <Figure label={words.days} value={printCount(found.totals.virtualDays, language)} />
            <Figure label={words.mails} value={printCount(found.mailsInCases, language)} />
            <Figure label={words.transitions} value={printCount(found.totals.transitions, language)} />
            <Figure label={words.items} value={printCount(found.totals.items, language)} />
          </dl>
        </section>
      </footer>
    </main>
  );
}

/** The days on which the call opens and closes, as its file has them: local Vilnius times. */
const localDay = (local: string, language: Language): string => printDay(local.slice(0, 10), language);

const Figure = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
