import type { Answer } from "./answers.ts";
import { keptIn } from "./kept.ts";
import { chosenDensity, chosenLanguage, cookieOfDensity, cookieOfLanguage } from "./request.ts";
import type { PageContent, View } from "./view.ts";

/** A whole page as an answer. A language or a density that was chosen with the request is kept for a year. */
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
  const density = chosenDensity(view.request);
  const cookies = [
    ...(chosen ? [cookieOfLanguage(chosen)] : []),
    ...(density ? [cookieOfDensity(density)] : []),
  ];
  return {
    statusCode: content.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": view.language,
      ...content.headers,
    },
    body: `<!DOCTYPE html>${frame.replace(emptyMain, () => emptyMain.replace("><", `>${body}<`))}`,
    ...(cookies.length > 0 ? { cookies } : {}),
  };
}
