import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { signature, versionsOf } from "../../workflows/blocks/agreement.ts";
import type { Answer } from "../../workflows/kernel/case-file.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { printAmount, printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { labelOf } from "../reading/asked.ts";
import { calculationsOf } from "../reading/calculations.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { givenBy, placeOf } from "../reading/facts.ts";
import type { Messages } from "../reading/messages.ts";
import { printedAnswer } from "../reading/printed.ts";
import { countryIn } from "../web/parts/facts.tsx";
import { calculationBlocks, type Writing } from "./calculation.ts";
import type { Block, Fact, Paper } from "./paper.ts";

const parties = [
  { part: "applicant", role: "applicant" },
  { part: "school", role: "principal" },
  { part: "agency", role: "agency" },
] as const;

const applied = z.object({ school: z.string() });
const agreed = z.object({ reportDays: z.number(), payer: z.object({ name: z.string() }).optional() });

/**
 * The agreement of applicant, school and agency: who they are, place and plan, terms, the grant with its calculation,
 * and who has agreed. Each time that the grant is worked out makes a new version. `undefined` before the first, and for
 * a process without agreements.
 */
export async function agreementPaper(writing: Writing): Promise<Paper | undefined> {
  const { loaded, ui, words } = writing;
  const { language } = ui;
  const { process, file } = loaded;
  const versions = versionsOf(file).flatMap((visit) =>
    file.records.filter((record) => record.visit === visit),
  );
  const latest = versions.at(-1);
  const grant = calculationsOf(file).find(({ of }) => of === "grant");
  const [place] = placeOf(loaded);
  if (!process.agreement || !latest || !grant || !place) return undefined;
  const own = await caseWords(loaded, language);
  const cents = (name: string) => grant.results.find((result) => result.name === name)?.cents ?? 0;
  const parameters = {
    applicant: process.people("applicant", file)?.name ?? "–",
    from: printDay(place.starts, language),
    to: printDay(place.ends, language),
    reportDays: agreed.parse(file.call).reportDays,
    grant: printAmount(cents("grantCents"), language),
    advance: printAmount(cents("advanceCents"), language),
  };
  const version = words.say("agreement.version", {
    version: versions.length,
    day: printDay(localDay(Temporal.Instant.from(latest.at)), language),
  });
  const signed = signaturesOf(writing, latest.visit);
  return {
    language,
    title: own.say("agreement.title"),
    caption: `${callTitle(loaded, language)}. ${version}`,
    asOf: [latest.at, ...signed.map(({ at }) => at)].toSorted().at(-1) ?? latest.at,
    foot: words.say("agreement.foot", { code: codeOf(loaded.head.pk) }),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      { kind: "heading", text: words.say("agreement.parties") },
      { kind: "facts", rows: partiesOf(writing) },
      { kind: "heading", text: words.say("agreement.place") },
      {
        kind: "facts",
        rows: [
          { label: ui.say("facts.place.institution"), value: place.institution },
          { label: ui.say("facts.place.town"), value: `${place.town}, ${countryIn(own, place.country)}` },
          {
            label: ui.say("facts.place.days"),
            value: ui.say("facts.period", { from: parameters.from, to: parameters.to }),
          },
        ],
      },
      ...planOf(writing, own),
      ...process.agreement.flatMap((term): Block[] => [
        { kind: "heading", text: own.say(`agreement.${term}.title`) },
        { kind: "text", text: own.say(`agreement.${term}.text`, parameters) },
      ]),
      ...calculationBlocks(grant, writing),
      { kind: "heading", text: words.say("agreement.signatures") },
      { kind: "facts", rows: signed },
    ],
  };
}

function partiesOf({ loaded, words }: Writing): readonly Fact[] {
  const { process, file } = loaded;
  const nameOf = (role: "applicant" | "principal" | "agency") => process.people(role, file)?.name ?? "–";
  const { payer } = agreed.parse(file.call);
  const represented = (institution: string, person: string) =>
    words.say("agreement.parties.represented", { institution, person });
  return [
    { label: words.say("agreement.parties.applicant"), value: nameOf("applicant") },
    {
      label: words.say("agreement.parties.school"),
      value: represented(applied.parse(file.application).school, nameOf("principal")),
    },
    {
      label: words.say("agreement.parties.agency"),
      value: payer ? represented(payer.name, nameOf("agency")) : nameOf("agency"),
    },
  ];
}

/** The plan that the host agreed to, as the applicant wrote it. */
function planOf({ loaded, ui, words }: Writing, own: Messages): readonly Block[] {
  const answer = loaded.file.answers.findLast(({ form }) => form === "plan");
  const form = answer ? givenBy(loaded, answer)?.form : undefined;
  if (!answer || !form) return [];
  const printing = { form, words: own, ui };
  const rows = Object.keys(form.fields).map((name) => ({
    label: labelOf(printing, name),
    value: printedAnswer(printing, name, answer.values[name]).join("\n"),
  }));
  return [
    { kind: "heading", text: words.say("agreement.plan") },
    { kind: "facts", rows },
  ];
}

const elsewhere = z.object({ method: z.enum(["paper", "qualified"]), signedOn: z.string() });

/** Who has agreed to the version that was made at `visit`, and when. */
function signaturesOf(
  { loaded, ui, words }: Writing,
  visit: number,
): readonly (Fact & { readonly at: string })[] {
  const { process, file } = loaded;
  const signedIn = ({ values, at }: Answer, person: string): string => {
    const paper = elsewhere.safeParse(values);
    return paper.success
      ? words.say(`agreement.signed.${paper.data.method}`, {
          person,
          day: printDay(paper.data.signedOn, ui.language),
        })
      : words.say("agreement.signed", { person, time: printTime(at, ui.language) });
  };
  return parties.map(({ part, role }) => {
    const answer = file.answers.find(
      (given) => given.form === signature.id && given.part === part && given.visit > visit,
    );
    const person = process.people(role, file)?.name ?? "–";
    return {
      label: words.say(`agreement.signature.${part}`),
      value: answer ? signedIn(answer, person) : words.say("agreement.unsigned", { person }),
      at: answer?.at ?? "",
    };
  });
}
