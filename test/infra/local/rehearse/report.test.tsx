import { describe, expect, it } from "vitest";
import { reportPage } from "../../../../infra/local/rehearse/report.tsx";
import type { ApplicantBecame } from "../../../../workflows/blocks/rehearsal/applicants.ts";
import {
  inOrderOfTheRoad,
  paidInAll,
  tellsSelection,
} from "../../../../workflows/blocks/rehearsal/selection-report.ts";
import { wordsOf } from "../../../../workflows/blocks/rehearsal/words.ts";
import { selecting } from "../../../../workflows/foreign-internship/rehearsal.ts";
import { plainCall, somebodyCalled } from "./plain-files.ts";

const ranked = { country: "IE", score: "87.50", order: 1, promoted: "no" };
const money = { grant_cents: 150_000, advance_cents: 120_000, balance_cents: 30_000, recovered_cents: 0 };
const somebody = (
  name: string,
  status: string,
  figures: ApplicantBecame["figures"] = {},
): ApplicantBecame => ({ row: somebodyCalled(name), status, figures });
const cases: readonly ApplicantBecame[] = [
  somebody("Jonas", "late"),
  somebody("Ieva", "refused"),
  somebody("Ona", "declined", { ...ranked, order: 2, promoted: "yes" }),
  somebody("Rūta", "completed", { ...ranked, ...money }),
  somebody("Vilius", "reserve", { score: "60.00", order: 3 }),
];
const totals = { virtualDays: 120, transitions: 1345, items: 67 };

const titles = { lt: "Stažuotės", en: "Internships" };

const page = async (
  rows: readonly ApplicantBecame[] = cases,
  {
    title = titles,
    ...changes
  }: { readonly title?: typeof titles; readonly places?: Record<string, number> } = {},
) => {
  const call = { ...plainCall, ...changes };
  return reportPage(
    { ...call, title },
    {
      ...{ all: rows, totals, moved: [], mailsInCases: 9, endings: new Map() },
      told: { tables: [], ...tellsSelection(selecting)(rows, { totals }, call) },
    },
  );
};

const roadOf = (rows: readonly ApplicantBecame[]) =>
  tellsSelection(selecting)(rows, { totals }, plainCall).report?.("en").road ?? [];

/** The part of the page in one language. */
const partOf = (html: string, language: "lt" | "en"): string =>
  html.match(new RegExp(`<main lang="${language}">.*?</main>`, "s"))?.[0] ?? "";

describe("the road of a call", () => {
  it("counts who came to each point; whoever enters one leaves there or enters the next", () => {
    const road = roadOf(cases);
    expect(road.map(({ id, people }) => [id, people])).toEqual([
      ["came", 5],
      ["taken", 4],
      ["endorsed", 3],
      ["eligible", 3],
      ["ranked", 3],
      ["offered", 2],
      ["accepted", 1],
      ["completed", 1],
    ]);
    for (const [index, { people, exits }] of road.entries()) {
      const left = exits.reduce((sum, exit) => sum + exit.people, 0);
      if (index < road.length - 1) expect(road[index + 1]?.people).toBe(people - left);
    }
  });

  it.each([
    ["late", "came"],
    ["duplicate", "came"],
    ["refused", "taken"],
    ["ineligible", "endorsed"],
    ["incomplete", "endorsed"],
    ["rejected", "eligible"],
    ["reserve", "ranked"],
    ["declined", "offered"],
    ["expired", "offered"],
    ["recovered", "accepted"],
  ])("leads whoever is %s out after %s", (status, stage) => {
    const out = roadOf([somebody("Ona", status)]).filter(({ exits }) => exits.length > 0);
    expect(out.map(({ id, people, exits }) => [id, people, exits[0]?.name, exits[0]?.people])).toEqual([
      [stage, 1, wordsOf("en")(`status.${status}`), 1],
    ]);
  });

  it.each<[string, ApplicantBecame["figures"]]>([
    ["taken", {}],
    ["eligible", { score: "55.00" }],
    ["ranked", { score: "87.50", order: 1 }],
    ["offered", ranked],
    ["accepted", { ...ranked, ...money }],
  ])("places an ending of a name of its own after %s, by what the person has", (stage, has) => {
    const out = roadOf([somebody("Ona", "withdrawn", has)]).find(({ exits }) => exits.length);
    expect(out?.id).toBe(stage);
  });

  it("is drawn as wide as its people: half of them, half the bar", async () => {
    const html = await page([cases, cases].flat().concat(somebody("A", "late"), somebody("B", "late")));
    const widths = [...html.matchAll(/<rect class="point"[^>]* width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths.slice(0, 4)).toEqual([200, 133.33, 100, 100]);
  });
});

describe("report.html", () => {
  it("stands alone: no script, no address of anything outside", async () => {
    const html = await page();
    expect(html).toMatch(/^<!doctype html>\n<html lang="lt">/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|\son\w+=|https?:/i);
  });

  it("shows what people wrote as text, wherever it stands", async () => {
    const markup = `<b onclick="x">&'`;
    const html = await page([somebody(markup, markup, { ...ranked, country: markup, score: markup })], {
      title: { lt: markup, en: markup },
    });
    expect(html).not.toContain("<b onclick");
    expect(html.match(/&lt;b onclick/g)?.length).toBeGreaterThan(5);
  });

  it("says everything in Lithuanian first and in English beside it, with the amounts of each", async () => {
    const html = await page();
    expect(html.indexOf('<main lang="lt">')).toBeLessThan(html.indexOf('<main lang="en">'));
    expect(html).toMatch(/id="lt" checked/);
    expect(partOf(html, "lt")).toContain("1\u00a0500,00\u00a0Eur");
    expect(partOf(html, "lt")).toContain("87,50");
    expect(partOf(html, "lt")).toContain("Airija");
    expect(partOf(html, "en")).toContain("€1,500.00");
    expect(partOf(html, "en")).toContain("87.50");
    expect(partOf(html, "en")).toContain("Ireland");
    expect(partOf(html, "en")).not.toMatch(/[ąčęėįšųūž](?![^<]*<\/th>)/i);
  });

  it("has words for each ending in both languages", () => {
    for (const language of ["lt", "en"] as const)
      for (const { status } of selecting.endings)
        expect(wordsOf(language)(`status.${status}`)).not.toBe(status);
  });

  it("gives each drawing a title with its figures, each table a caption and headings, each address within it an end", async () => {
    const html = await page();
    const drawings = html.match(/<svg.*?<\/svg>/gs) ?? [];
    expect(drawings).toHaveLength(6);
    for (const drawing of drawings)
      expect(drawing).toMatch(/role="img" aria-labelledby="([\w-]+)".*?<title id="\1">[^<]*\d/s);
    for (const table of html.match(/<table>.*?<\/table>/gs) ?? []) {
      expect(table).toMatch(/^<table><caption>[^<]+<\/caption><thead><tr><th scope="col"/);
    }
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:aria-labelledby|for)="([^"]+)"/g)) expect(ids).toContain(id);
  });

  it("lists the ranking in its order, then the others, who came furthest first", () => {
    expect(inOrderOfTheRoad(selecting, cases).map(({ row }) => row.name)).toEqual([
      "Rūta",
      "Ona",
      "Vilius",
      "Ieva",
      "Jonas",
    ]);
  });

  it("counts as paid what was paid out and not recovered", () => {
    expect(paidInAll(selecting, { granted: 1000, advanced: 800, balance: 150, recovered: 300 })).toBe(650);
  });

  it("draws a call without places, offers or money too", async () => {
    const html = await page([somebody("Jonas", "late")], { places: { IE: 0, FI: 0 } });
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
});
