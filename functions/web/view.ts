import type { ComponentChild } from "preact";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { type Ui, uiIn } from "../reading/ui.ts";
import { type HttpRequest, languageOf } from "./request.ts";

/** What every page needs to be drawn: who asked for it, and in which language it answers. */
export interface View {
  readonly language: Language;
  readonly ui: Ui;
  readonly request: HttpRequest;
  /** On the pages of staff. */
  readonly menu?: Menu;
}

/** A way to another page. `current`: the page itself, or that it belongs there. */
export interface MenuItem {
  readonly href: string;
  readonly label: string;
  readonly current?: "page" | "true" | undefined;
}

/** Where staff can go from each of their pages, and within the call in which they are. */
export interface Menu {
  readonly items: readonly MenuItem[];
  readonly call?: { readonly title: string; readonly items: readonly MenuItem[] } | undefined;
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
