import { demoApplication } from "../../functions/demo-house.ts";
import type { Answered, Browser, Filled } from "./browser.ts";

/** The call that `npm start` brings with it. */
export const callId = "stazuotes-uzsienyje";

const letter =
  "Mūsų gimnazijoje mokosi šeši šimtai mokinių, ir kasmet vis daugiau jų renkasi mokytis užsienio kalba. ".repeat(
    18,
  );

/** What one of many applicants fills in: a whole application with letters as long as people write them. */
export const applicationOf = (name: string): Filled => ({
  ...demoApplication,
  email: `${name}@mokykla.example`,
  motivation: letter,
  sharingPlan: letter,
});

interface Page {
  readonly id: string;
  readonly fields: readonly string[];
}

/** Writes an application page by page, as far as the button that sends it: the draft, and the answer to the last page. */
export async function writeDraft(
  browser: Browser,
  pages: readonly Page[],
  name: string,
): Promise<{ readonly draft: string; readonly last: Answered }> {
  const application = applicationOf(name);
  let last = await browser.post(`/calls/${callId}/drafts`);
  const [, draft = ""] = /^\/drafts\/([^/]+)\//.exec(last.headers.location ?? "") ?? [];
  for (const { id, fields } of pages) {
    const filled = Object.fromEntries(
      Object.entries(application).filter(([field]) => fields.includes(field)),
    );
    last = await browser.post(`/drafts/${draft}/${id}`, filled);
    if (last.status !== 303) throw new Error(`the page ${id} of a draft was answered by ${last.status}`);
  }
  return { draft, last };
}
