import type { ComponentChild } from "preact";
import type { View } from "../../../functions/web/view.ts";
import { type Answer, answerOf } from "../gateway-answer.ts";
import { type Asked, eventOf } from "../gateway-event.ts";

/** What pages of this machine alone may do in a browser: frame one another, and nothing from elsewhere. */
const headers = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

interface Drawn {
  readonly title: string;
  readonly body: ComponentChild;
  readonly status?: number;
  readonly hasErrors?: boolean;
  readonly wide?: boolean;
  readonly back?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The view of a request to a page that this machine alone has. */
export async function ownView(asked: Asked, path: string): Promise<View> {
  const [{ readRequest }, { viewOf }] = await Promise.all([
    import("../../../functions/web/request.ts"),
    import("../../../functions/web/view.ts"),
  ]);
  return viewOf(readRequest(eventOf(asked, path, { name: "Portal", routeKey: `ANY ${path}` })));
}

/** Draws a page of this machine alone in the product's frame. */
export async function drawOwn(view: View, drawn: Drawn): Promise<Answer> {
  const { page } = await import("../../../functions/web/page.ts");
  return answerOf(await page(view, { ...drawn, headers: { ...headers, ...drawn.headers } }));
}
