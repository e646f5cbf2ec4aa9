import type { ComponentChildren } from "preact";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { type Skip, skips } from "./time-skips.ts";
import type { TimeWords } from "./time-words.ts";

/** A skip that is under way, or how the last one ended. Instants are in UTC. */
export interface SkipState {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly events: number;
  readonly status: "running" | "arrived" | "failed";
}

interface Shown {
  readonly words: TimeWords;
  readonly now: string;
  readonly nextEvent: string | undefined;
  readonly last: SkipState | undefined;
  /** The day that somebody asked for and cannot have. */
  readonly wrongDay?: string;
}

/** What the time control shows: the time, how far it may be moved, and how the last move ended. */
export function TimePage({ words, now, nextEvent, last, wrongDay }: Shown) {
  const time = (at: string) => printTime(at, words.language);
  return (
    <>
      {wrongDay === undefined ? null : <Errors words={words} />}
      {last && last.status !== "running" ? (
        <Notice>
          {words.say(last.status, { time: time(last.at) })} {words.say("events", { events: last.events })}
        </Notice>
      ) : null}
      <h1 class="govuk-heading-l">{words.say("title")}</h1>
      <p class="govuk-body-l">{words.say("now", { time: time(now) })}</p>
      <p class="govuk-body">{words.say("lead")}</p>
      <p class="govuk-body">
        {nextEvent === undefined ? words.say("nothing") : words.say("next", { time: time(nextEvent) })}
      </p>
      <form method="post" action="/console/time">
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.say("choose")}</legend>
          <div class="govuk-button-group">
            {skips.map((skip) => (
              <SkipButton key={skip} skip={skip} words={words} />
            ))}
          </div>
        </fieldset>
      </form>
      <form method="post" action="/console/time" novalidate>
        <h2 class="govuk-heading-m">{words.say("until")}</h2>
        <div class={`govuk-form-group${wrongDay === undefined ? "" : " govuk-form-group--error"}`}>
          <label class="govuk-label" for="until">
            {words.say("until.label")}
          </label>
          <div class="govuk-hint" id="until-hint">
            {words.say("until.hint")}
          </div>
          {wrongDay === undefined ? null : (
            <p class="govuk-error-message" id="until-error">
              {words.say("until.wrong")}
            </p>
          )}
          <input
            class="govuk-input govuk-input--width-10"
            id="until"
            name="until"
            type="date"
            value={wrongDay ?? ""}
            aria-describedby={wrongDay === undefined ? "until-hint" : "until-hint until-error"}
          />
        </div>
        <button type="submit" class="govuk-button">
          {words.say("until.send")}
        </button>
      </form>
      <ConsoleLink words={words} />
    </>
  );
}

/** While time moves: how far it has come. The page asks for itself anew. */
export function RunningPage({ words, last }: { readonly words: TimeWords; readonly last: SkipState }) {
  const time = (at: string) => printTime(at, words.language);
  const [from, at, to] = [last.from, last.at, last.to].map((instant) => Date.parse(instant));
  return (
    <>
      <h1 class="govuk-heading-l">{words.say("running.title", { time: time(last.to) })}</h1>
      <p class="govuk-body-l" role="status">
        {words.say("running.at", { time: time(last.at) })} {words.say("events", { events: last.events })}
      </p>
      <p class="govuk-body">
        <progress
          value={(at ?? 0) - (from ?? 0)}
          max={Math.max(1, (to ?? 0) - (from ?? 0))}
          aria-label={words.say("title")}
        />
      </p>
      <p class="govuk-body">{words.say("running.wait")}</p>
      <ConsoleLink words={words} />
    </>
  );
}

const SkipButton = ({ skip, words }: { readonly skip: Skip; readonly words: TimeWords }) => (
  <button type="submit" name="skip" value={skip} class="govuk-button govuk-button--secondary">
    {words.say(skip)}
  </button>
);

const ConsoleLink = ({ words }: { readonly words: TimeWords }) => (
  <p class="govuk-body">
    <a class="govuk-link" href="/console">
      {words.say("console")}
    </a>
  </p>
);

const Notice = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="govuk-inset-text" role="status">
    {children}
  </div>
);

const Errors = ({ words }: { readonly words: TimeWords }) => (
  <div class="govuk-error-summary" data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">{words.say("errors.title")}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          <li>
            <a href="#until">{words.say("until.wrong")}</a>
          </li>
        </ul>
      </div>
    </div>
  </div>
);
