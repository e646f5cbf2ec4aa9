import type { Locator, Page } from "playwright-core";
import { picture } from "./browser.ts";

/** What a part of a day takes: pages that were loaded, what was pressed, ticked or chosen, and fields that were typed into. */
interface Took {
  readonly pages: number;
  readonly clicks: number;
  readonly typed: number;
}

/** Somebody at a browser whose every click is counted, part by part of their day. */
export interface Day {
  readonly page: Page;
  readonly part: (name: string, work: () => Promise<void>) => Promise<Took>;
  /** Presses what leads to another page, and waits for it. */
  readonly press: (what: Locator) => Promise<void>;
  readonly tick: (what: Locator, modifiers?: readonly "Shift"[]) => Promise<void>;
  readonly choose: (field: string, value: string) => Promise<void>;
  readonly type: (field: string, text: string) => Promise<void>;
  /** An act on many cases goes on by itself, page after page. */
  readonly untilDone: () => Promise<void>;
}

export function dayOf(page: Page): Day {
  const counted = { pages: 0, clicks: 0, typed: 0 };
  page.on("load", () => {
    counted.pages++;
  });
  const clicked = async (act: Promise<unknown>): Promise<void> => {
    counted.clicks++;
    await act;
  };
  return {
    page,
    part: async (name, work) => {
      Object.assign(counted, { pages: 0, clicks: 0, typed: 0 });
      await work();
      await picture(page, `day-${name.replaceAll(" ", "-")}`);
      return { ...counted };
    },
    press: (what) => clicked(Promise.all([page.waitForEvent("load"), what.first().click()])),
    tick: (what, modifiers = []) => clicked(what.click({ modifiers: [...modifiers] })),
    choose: (field, value) => clicked(page.selectOption(field, value)),
    type: async (field, text) => {
      counted.typed++;
      await page.fill(field, text);
    },
    untilDone: async () => {
      await page.waitForFunction(`!document.querySelector("[data-module=kelias-go-on]")`, undefined, {
        timeout: 60_000,
      });
    },
  };
}
