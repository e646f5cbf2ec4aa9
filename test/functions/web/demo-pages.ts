import { application } from "../../../workflows/foreign-internship/forms.ts";
import { demoApplication } from "../demo-house.ts";

/** Values of a form by the names of its inputs, as a browser sends them. */
export type Said = Readonly<Record<string, string | readonly string[]>>;

const fields: Said = demoApplication;

/** What the demo's applicant types on one page of the application's form. */
export const typedOn = (pageId: string, change: Said = {}): Said => {
  const names: readonly string[] = application.pages.find(({ id }) => id === pageId)?.fields ?? [];
  const all = { ...fields, ...change };
  return Object.fromEntries(
    names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name] ?? ""]])),
  );
};
