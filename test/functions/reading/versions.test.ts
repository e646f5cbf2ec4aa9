import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Fact } from "../../../functions/reading/facts.ts";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { versionsFor, versionsIn } from "../../../functions/reading/versions.ts";
import { Versions } from "../../../functions/web/parts/versions.tsx";
import { choices, longText, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type Form } from "../../../workflows/kernel/form.ts";

const sent = "2027-02-10T08:00:00.000Z";
const report = defineForm({
  id: "report",
  outcomes: ["submitted"],
  fields: { learned: longText({ max: 8000 }), use: text({ max: 200, optional: true }) },
});
const items = rows({ max: 9, columns: { said: text({ max: 99 }) } });
const redraft = defineForm({ id: "redraft", outcomes: ["submitted"], asksAnew: true, fields: { items } });
const review = defineForm({
  id: "review",
  outcomes: ["accepted", "returned"],
  fields: { reasons: text({ max: 200, optional: true }) },
});

const answered = (
  form: Form,
  visit: number,
  values: Readonly<Record<string, unknown>>,
  more: { readonly part?: string; readonly name?: string } = {},
): Fact => {
  const { part, name } = more;
  return {
    kind: "answer",
    form,
    role: "applicant",
    ...(name === undefined ? {} : { name }),
    answer: {
      ...{ state: form.id, visit, form: form.id, outcome: form.outcomes[0] ?? "", values },
      ...{ at: `2027-03-0${visit}T08:00:00.000Z`, by: "ona@mokykla.example" },
      ...(part === undefined ? {} : { part }),
    },
  };
};
const said = (...lines: readonly string[]) => lines.map((line) => ({ said: line }));
const applied = (names: readonly string[], values: Readonly<Record<string, unknown>>): Fact => ({
  kind: "application",
  form: redraft,
  names,
  values,
});

const words = messagesOf<Readonly<Record<string, string>>>(
  {
    "report.title": "Ataskaita",
    "report.learned.label": "Ko išmokote?",
    "report.use.label": "Kaip tai naudosite?",
    "redraft.title": "Pataisyta priemonė",
    "redraft.items.label": "Teiginiai",
    "redraft.items.said.label": "Teiginys",
    "wish.title": "Pageidavimai",
    "wish.countries.label": "Šalys",
    "wish.countries.FI": "Suomija",
    "wish.countries.EE": "Estija",
  },
  "lt",
);
async function shown(...facts: readonly Fact[]): Promise<string> {
  const telling = { ui: await uiIn("lt"), words };
  const html = renderToString(h(Versions, { versions: versionsIn(facts, sent), telling }));
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

describe("what was sent again", () => {
  it("is the last answer beside the one before it", () => {
    const facts = [1, 3, 5].map((visit) => answered(report, visit, { learned: `Tai ${visit}.` }));
    const [version, ...others] = versionsIn(facts, sent);
    expect(others).toEqual([]);
    expect(version?.now.answer.visit).toBe(5);
    expect(version?.before).toEqual({ values: { learned: "Tai 3." }, at: "2027-03-03T08:00:00.000Z" });
  });

  it("is beside the application where the form asks it anew, as far as whoever reads may see it", () => {
    const facts = [
      applied(["items"], { items: said("Saugu"), iban: "LT12" }),
      answered(redraft, 2, { items: [] }),
    ];
    expect(versionsIn(facts, sent)[0]?.before).toEqual({ values: { items: said("Saugu") }, at: sent });
    expect(versionsIn(facts.slice(1), sent)).toEqual([]);
  });

  it("is neither what somebody decided twice, nor the answer of another month, nor another person's", () => {
    const monthly: Form = { ...report, since: 2 };
    expect(versionsIn([answered(review, 1, {}), answered(review, 3, {})], sent)).toEqual([]);
    expect(versionsIn([answered(monthly, 1, {}), answered(monthly, 3, {})], sent)).toEqual([]);
    expect(versionsIn([answered(monthly, 3, {}), answered(monthly, 5, {})], sent)).toHaveLength(1);
    const parts = [answered(report, 1, {}, { part: "first" }), answered(report, 1, {}, { part: "second" })];
    expect(versionsIn(parts, sent)).toEqual([]);
    expect(versionsIn([answered(report, 1, {})], sent)).toEqual([]);
  });
});

describe("of what was sent again, whoever is asked something reads", () => {
  const facts = [1, 3].map((visit) => answered(report, visit, { learned: `Tai ${visit}.` }));

  it("what others changed in what their question needs, and not what they changed themselves", () => {
    expect(versionsFor("coordinator", { facts, needed: facts }, sent)).toEqual(versionsIn(facts, sent));
    expect(versionsFor("applicant", { facts, needed: facts }, sent)).toEqual([]);
  });

  it("nothing of what stands folded, and the version before also where that one does", () => {
    expect(versionsFor("coordinator", { facts, needed: facts.slice(0, 1) }, sent)).toEqual([]);
    expect(versionsFor("coordinator", { facts, needed: facts.slice(1) }, sent)).toHaveLength(1);
  });
});

it("what was changed at length stands folded where somebody is asked, under its title", async () => {
  const telling = { ui: await uiIn("lt"), words };
  const html = (learned: string) => {
    const facts = [answered(report, 1, { learned: "Mažai." }), answered(report, 3, { learned })];
    return renderToString(h(Versions, { versions: versionsIn(facts, sent), telling, folds: true }));
  };
  expect(html("Daug.")).not.toContain("<details");
  const long = html("Daug ko. ".repeat(200));
  expect(long).toMatch(/<summary[^>]*><span[^>]*>Kas pakeista: Ataskaita</);
  expect(long).toContain("Mažai.");
});

describe("the tab of answers", () => {
  it("says in words what was changed, what was not answered before, and nothing of the rest", async () => {
    const text = await shown(
      answered(report, 1, { learned: "Mažai." }),
      answered(report, 3, { learned: "Mažai.", use: "Pamokose." }, { part: "a", name: "Ona" }),
      answered(report, 5, { learned: "Mažai.", use: "Pamokose ir būrelyje." }, { part: "a", name: "Ona" }),
      answered(report, 7, { learned: "Mažai.", use: "Namie." }),
    );
    expect(text).toContain("Kas pakeista: Ataskaita");
    expect(text).toContain("Kas pakeista: Ataskaita (Ona)");
    expect(text).toContain("Kaip tai naudosite? Namie. Neatsakyta");
    expect(text).not.toContain("Ko išmokote?");
  });

  it("says of rows which are new or gone, and how many stayed", async () => {
    const text = await shown(
      applied(["items"], { items: said("Saugu", "Girdi", "Padeda") }),
      answered(redraft, 2, { items: said("Saugu", "Mane išklauso", "Padeda") }),
    );
    expect(text).toContain("2 eilutė: Teiginys: Mane išklauso Nepakeistų eilučių: 2.");
    expect(text).toContain("2 eilutė: Teiginys: Girdi Nepakeistų eilučių: 2.");
    expect(text).not.toContain("Saugu");
  });

  it("shows the whole where only the order was changed, and says so where nothing was", async () => {
    const wish = defineForm({
      id: "wish",
      outcomes: ["said"],
      fields: { countries: choices({ options: ["FI", "EE"], max: 2 }) },
    });
    const of = (visit: number, ...countries: readonly string[]) => answered(wish, visit, { countries });
    expect(await shown(of(1, "FI", "EE"), of(3, "EE", "FI"))).toContain("Estija Suomija Suomija Estija");
    expect(await shown(of(1, "FI"), of(3, "FI"))).toContain("Paskutinis atsakymas toks pat");
    const rowsOf = (...lines: readonly string[]) => ({ items: said(...lines) });
    const swapped = [answered(redraft, 1, rowsOf("A", "B")), answered(redraft, 3, rowsOf("B", "A"))];
    expect(await shown(...swapped)).toContain("1 eilutė: Teiginys: B 2 eilutė: Teiginys: A");
  });
});
