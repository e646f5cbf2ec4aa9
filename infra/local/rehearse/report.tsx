import { render } from "preact-render-to-string";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { type Language, printAmount, printDay } from "../../../workflows/kernel/facts/print.ts";
import type { CaseRow } from "./outputs.ts";
import { Money, paidInAll } from "./report-money.tsx";
import { printCount, type Shown } from "./report-parts.ts";
import { People } from "./report-people.tsx";
import { PlacesChart, PlacesTable } from "./report-places.tsx";
import { Road } from "./report-road.tsx";
import { reportStyle } from "./report-style.ts";
import { reportWords } from "./report-words.ts";
import type { Summary } from "./summary.ts";

/**
 * `report.html`: the page that a person would rather look at than at tables. It stands alone, with no script and
 * nothing from elsewhere; both languages are in it, Lithuanian first. The same rehearsal gives the same bytes.
 */
export function reportPage(call: CallFile, cases: readonly CaseRow[], summary: Summary): string {
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
            cases={cases}
            summary={summary}
            words={reportWords[language]}
            language={language}
          />
        ))}
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

function Report(shown: Shown) {
  const { call, words, language } = shown;
  const people = `people-${language}`;
  return (
    <main lang={language}>
      <header>
        <p class="kicker">{words.heading}</p>
        <h1>{call.title[language]}</h1>
        <p>
          <span>{localDay(call.opens, language)} –</span> <span>{localDay(call.closes, language)}</span>
        </p>
        <p class="kicker">{words.made}</p>
      </header>
      <div class="body">
        <section class="card wide" aria-label={words.figures}>
          <Figures {...shown} />
        </section>
        <section class="card" aria-labelledby={`road-${language}`}>
          <h2 id={`road-${language}`}>{words.road}</h2>
          <p class="note">{words.roadNote}</p>
          <Road {...shown} />
        </section>
        <div class="side">
          <section class="card" aria-labelledby={`places-${language}`}>
            <h2 id={`places-${language}`}>{words.places}</h2>
            <PlacesChart {...shown} />
          </section>
          <section class="card" aria-labelledby={`money-${language}`}>
            <h2 id={`money-${language}`}>{words.money}</h2>
            <p class="note">{words.moneyNote}</p>
            <Money {...shown} />
          </section>
        </div>
        <section class="card wide" aria-label={words.placesTable}>
          <PlacesTable {...shown} />
        </section>
        <section class="card wide everyone" aria-labelledby={people}>
          <h2 id={people}>{words.people}</h2>
          <People {...shown} />
        </section>
      </div>
      <footer>
        <Work {...shown} />
      </footer>
    </main>
  );
}

/** The days on which the call opens and closes, as its file has them: local Vilnius times. */
const localDay = (local: string, language: Language): string => printDay(local.slice(0, 10), language);

function Figures({ cases, summary, words, language }: Shown) {
  const { label } = words;
  const places = Object.values(summary.country).reduce((sum, row) => sum + row.places, 0);
  const accepted = cases.filter(({ grantCents }) => grantCents !== undefined).length;
  return (
    <dl class="figures">
      <Figure name={label.applications} value={printCount(summary.applications, language)} />
      <Figure name={label.places} value={printCount(places, language)} />
      <Figure name={label.accepted} value={printCount(accepted, language)} />
      <Figure name={label.completed} value={printCount(summary.status.completed ?? 0, language)} />
      <Figure name={label.granted} value={printAmount(summary.cents.granted, language)} />
      <Figure name={label.paid} value={printAmount(paidInAll(summary.cents), language)} />
    </dl>
  );
}

/** What the call took of time, mail and machinery. */
function Work({ cases, summary, words, language }: Shown) {
  const { label } = words;
  const mails = cases.reduce((sum, row) => sum + (row.mails ?? 0), 0);
  return (
    <section aria-label={words.work}>
      <dl>
        <Figure name={label.days} value={printCount(summary.virtualDays, language)} />
        <Figure name={label.mails} value={printCount(mails, language)} />
        <Figure name={label.transitions} value={printCount(summary.transitions, language)} />
        <Figure name={label.items} value={printCount(summary.items, language)} />
      </dl>
    </section>
  );
}

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
