import type { VNode } from "preact";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import { paths } from "../../addresses/paths.ts";
import versions from "../assets/versions.json" with { type: "json" };
import { keeping } from "../kept.ts";
import { densityOf } from "../request.ts";
import type { PageContent, View } from "../view.ts";
import { typedForm } from "./kept-values.ts";
import { ConsoleMenu } from "./menu.tsx";

/** Where the frame has its page's body: drawn before it and put in here. */
export const emptyMain = '<main class="govuk-main-wrapper" id="main-content"></main>';

const Main = () => <main class="govuk-main-wrapper" id="main-content" />;

interface Frame {
  readonly view: View;
  readonly content: PageContent;
  /** There is a form on it into which something is typed. */
  readonly isTyped: boolean;
}

/** The frame of every page. */
export function Layout({ view, content, isTyped }: Frame): VNode {
  const { ui, language } = view;
  // The menu of staff stands at one place, however wide the page under it is.
  const isWide = content.wide || view.menu !== undefined;
  const width = isWide ? "govuk-width-container kelias-wide" : "govuk-width-container";
  const title = ui.say("title.page", { title: content.title });
  return (
    <html lang={language} class={`govuk-template${isCompact(view) ? " kelias-compact" : ""}`}>
      <head>
        <meta charset="utf-8" />
        <title>{content.hasErrors ? ui.say("title.error", { title }) : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12403c" />
        <link rel="icon" href="/assets/kelias.svg" type="image/svg+xml" />
        {/* Asked for at once, so that no line moves when it is there. */}
        {["type", "type-ext"].map((name) => (
          <link
            rel="preload"
            href={`/assets/${name}.woff2?v=1`}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
            key={name}
          />
        ))}
        <link rel="stylesheet" href={`/assets/portal.css?v=${versions.css}`} />
        <script type="module" src={`/assets/portal.js?v=${versions.js}`} />
      </head>
      <body class="govuk-template__body">
        {/* Enter presses the first button of a form: it is to send the form, not to choose a language. */}
        {isTyped ? <button type="submit" form={typedForm} hidden /> : null}
        <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">
          {ui.say("skip")}
        </a>
        <Header view={view} width={width} isTyped={isTyped} />
        {view.menu ? <ConsoleMenu menu={view.menu} view={view} width={width} /> : null}
        <div class={width}>
          {content.back === undefined ? null : (
            <a href={content.back} class="govuk-back-link">
              {ui.say("back")}
            </a>
          )}
          {content.wide || !view.menu ? (
            <Main />
          ) : (
            <div class="kelias-measure">
              <Main />
            </div>
          )}
        </div>
        <Footer view={view} width={width} isTyped={isTyped} />
      </body>
    </html>
  );
}

/** Staff look at lists all day; whoever comes once reads at ease. */
const isCompact = ({ menu, request }: View): boolean =>
  menu !== undefined && densityOf(request) === "compact";

interface Framed {
  readonly view: View;
  readonly width: string;
}

/** What is one's own: to staff in the console their tasks, to everybody else what they applied for. */
const home = ({ ui, request }: View): { readonly href: string; readonly label: string } =>
  request.path.startsWith(paths.console())
    ? { href: paths.console(), label: ui.say("console.inbox") }
    : { href: paths.my(), label: ui.say("my.title") };

const Header = ({ view, width, isTyped }: Framed & Pick<Frame, "isTyped">) => (
  <header class="kelias-header">
    <div class={`${width} kelias-header__row`}>
      <a href="/" class="kelias-header__name">
        <RoadMark />
        <span>{view.ui.say("name")}</span>
      </a>
      <nav class="kelias-languages" aria-label={view.ui.say("nav.label")}>
        <ul class="kelias-languages__list">
          {view.menu ? null : (
            <li>
              <a href={home(view).href} class="kelias-languages__item">
                {home(view).label}
              </a>
            </li>
          )}
          {(["lt", "en"] as const).map((language) => (
            <li key={language}>
              <LanguageLink view={view} language={language} isTyped={isTyped} />
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
);

/** A page with a form is sent with what was typed, to be drawn in the other language with it; any other is asked for. */
function LanguageLink({
  view,
  language,
  isTyped,
}: Pick<Frame, "view" | "isTyped"> & { readonly language: Language }) {
  const name = view.ui.say(`language.${language}`);
  if (view.language === language) {
    return (
      <span lang={language} aria-current="true" class="kelias-languages__item">
        {name}
      </span>
    );
  }
  const query = new URLSearchParams(view.request.query);
  query.set("lang", language);
  query.delete(keeping);
  if (isTyped) {
    const action = `${view.request.path}?${query}&${keeping}`;
    return (
      <button
        type="submit"
        form={typedForm}
        formAction={action}
        lang={language}
        class="kelias-languages__item"
      >
        {name}
      </button>
    );
  }
  return (
    <a href={`?${query}`} lang={language} hreflang={language} class="kelias-languages__item">
      {name}
    </a>
  );
}

/** A road that winds towards the horizon. */
const RoadMark = () => (
  <svg class="kelias-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path d="M4 30C6 20 24 20 21 13 19 9 12 9 14 2h4c-1 5 8 5 9 12 1 9-10 8-9 16z" fill="currentColor" />
    <path
      d="M13 27c2-5 11-6 11-12 0-5-8-5-8-10"
      fill="none"
      stroke="#12403c"
      stroke-width="1.4"
      stroke-dasharray="3 2.6"
    />
  </svg>
);

/** What can be read from every page. */
const footer = [
  { href: paths.home(), word: "footer.home" },
  { href: paths.kinds(), word: "kinds.title" },
  { href: paths.publicLibrary(), word: "library.title" },
  { href: paths.registers(), word: "registers.title" },
  { href: paths.programmeFigures(), word: "figures.short" },
  { href: paths.certificates(), word: "certificates.title" },
  { href: paths.contacts(), word: "about.contacts.title" },
  { href: paths.privacy(), word: "about.privacy.title" },
  { href: paths.accessibility(), word: "about.accessibility.title" },
] as const;

const Footer = ({ view, width, isTyped }: Framed & Pick<Frame, "isTyped">) => (
  <footer class="kelias-footer">
    <div class={width}>
      <p class="govuk-body-s">{view.ui.say("footer")}</p>
      <ul class="govuk-list kelias-footer__links">
        {footer.map(({ href, word }) => (
          <li key={word}>
            <a class="govuk-link" href={href}>
              {view.ui.say(word)}
            </a>
          </li>
        ))}
        {/* What was typed would be lost. */}
        {view.menu && !isTyped ? (
          <li>
            <DensityLink view={view} />
          </li>
        ) : null}
      </ul>
    </div>
  </footer>
);

/** The same page with its rows closer to one another, or farther apart. */
function DensityLink({ view: { ui, request } }: Pick<Framed, "view">) {
  const other = densityOf(request) === "compact" ? "roomy" : "compact";
  const query = new URLSearchParams(request.query);
  query.set("density", other);
  return (
    <a class="govuk-link" href={`?${query}`}>
      {ui.say(`density.${other}`)}
    </a>
  );
}
