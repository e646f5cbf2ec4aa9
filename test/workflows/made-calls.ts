import * as z from "zod";
import type { CallForm } from "../../workflows/kernel/call-form.ts";
import { everyExample, type ReadExample } from "../examples.ts";

/** The texts that coordinators type for a call of any process. */
const texts = {
  callId: "pavasaris-2027",
  titleLt: "Pavasario kvietimas",
  titleEn: "Call of spring",
  aboutLt: "Kviečiame mokytojus.",
  aboutEn: "We invite teachers.",
  contactName: "Rasa Jankauskienė",
  contactEmail: "rasa@agentura.example",
  contactPhone: "+370 600 00000",
};

/** A process whose calls people make by hand, and the call of its example as its coordinator would type it, with texts of its own. */
export interface Maker extends ReadExample {
  readonly callForm: CallForm;
  readonly typed: Readonly<Record<string, unknown>>;
  /** Its first and its last day, local. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** UTC instants, some days before it opens and after. */
  readonly before: string;
  readonly open: string;
}

const dated = z.object({ opensOn: z.iso.date(), closesOn: z.iso.date() });

/** All of them: whatever the catalogue lists, without a word of it here. */
export async function everyMaker(): Promise<readonly Maker[]> {
  const found: Maker[] = [];
  for (const example of await everyExample()) {
    const { form, read } = example.process.call ?? {};
    if (!form || !read) continue;
    const callForm = await form();
    const { id, data } = await read(example.part.cast.given);
    const asked = Object.entries({ ...callForm.typedOf(id, data), ...texts });
    const typed = Object.fromEntries(asked.filter(([name]) => Object.hasOwn(callForm.form.fields, name)));
    const days = dated.parse(typed);
    found.push({
      ...example,
      callForm,
      typed,
      ...days,
      before: noon(days.opensOn, -6),
      open: noon(days.opensOn, 6),
    });
  }
  return found;
}

const noon = (day: string, more: number): string =>
  new Date(Date.parse(`${day}T12:00:00.000Z`) + more * 86_400_000).toISOString();

/** Some days after a local day. */
export const dayAfter = (day: string, more: number): string => noon(day, more).slice(0, 10);
