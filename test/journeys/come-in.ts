import type { Page } from "playwright-core";
import type { Product } from "./product.ts";

/** Opens a link into the console and says that one wants in, as a person does. */
export async function comeIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("main form[method=post] button[type=submit]").click();
}

/** Signs in by the code that comes by mail. */
export async function comeInByCode(
  page: Page,
  product: Pick<Product, "portal" | "mails">,
  email: string,
): Promise<void> {
  const codes = async () =>
    (await product.mails()).flatMap(({ to, text }) =>
      to === email ? (/Jūsų kodas: (\d{6})/.exec(text)?.[1] ?? []) : [],
    );
  const before = (await codes()).length;
  await page.goto(new URL("/sign-in", product.portal).href);
  await page.fill("#email", email);
  await page.locator("main form[method=post] button[type=submit]").click();
  while ((await codes()).length === before) await page.waitForTimeout(100);
  await page.fill("#code", (await codes()).at(-1) ?? "");
  await page.locator("main form[method=post] button[type=submit]").click();
}
