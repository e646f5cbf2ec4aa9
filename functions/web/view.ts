import type { ComponentChild } from "preact";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { type Ui, uiIn } from "../reading/ui.ts";
import type { Answer } from "./answers.ts";
import { keptIn } from "./kept.ts";
import { chosenLanguage, type HttpRequest, languageCookie, languageOf } from "./request.ts";

/** What every page needs to be drawn: who asked for it, and in which language it answers. */
export interface View {
  readonly language: Language;
  readonly ui: Ui;
  readonly request: HttpRequest;
}

/** The view of a request; `own` is the language by which the page's reader is known. */
export async function viewOf(request: HttpRequest, own?: Language): Promise<View> {
  const language = languageOf(request, own);
  return { language, ui: await uiIn(language), request };
}

export interface PageContent {
  readonly title: string;
  readonly body: ComponentChild;
  /** The title says so when something on the page has to be mended. */
  readonly hasErrors?: boolean;
  /** Where the page before this one is. */
  readonly back?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Tables of the console need more room than a text does. */
  readonly wide?: boolean;
}

/** A whole page as an answer. A language that was chosen with the request is kept for a year. */
export async function page(view: View, content: PageContent): Promise<Answer> {
  const [{ h }, { renderToString }, { emptyMain, Layout }, { KeptPost, typedForm }] = await Promise.all([
    import("preact"),
    import("preact-render-to-string"),
    import("./parts/layout.tsx"),
    import("./parts/kept-values.ts"),
  ]);
  // The body is drawn first: the head has to know whether there is a form in it into which something is typed.
  const body = renderToString(h(KeptPost.Provider, { value: keptIn(view.request), children: content.body }));
  const frame = renderToString(Layout({ view, content, isTyped: body.includes(`id="${typedForm}"`) }));
  const chosen = chosenLanguage(view.request);
  return {
    statusCode: content.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": view.language,
      ...content.headers,
    },
    body: `<!DOCTYPE html>${frame.replace(emptyMain, () => emptyMain.replace("><", `>${body}<`))}`,
    ...(chosen
      ? { cookies: [`${languageCookie}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`] }
      : {}),
  };
}
