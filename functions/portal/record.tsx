import { paths } from "../addresses/paths.ts";
import { certificatePath } from "../certificates/number.ts";
import { recordFile } from "../record/file.ts";
import { sumsOf } from "../record/sums.ts";
import { sumTables } from "../record/tables.ts";
import { type ToldPart, toldPart } from "../record/told.ts";
import { languageOf, ownRecord } from "../record/whose.ts";
import { json, redirect } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { SumsOfHours } from "./parts/sums-of-hours.tsx";

/** One's own record: everything that one took part in, and what the hours come to. */
export const showRecord: Work = async ({ house, request }) => {
  const own = await ownRecord(house, request);
  if (!own) return redirect(paths.signIn());
  const view = await viewOf(request, languageOf(own));
  const { ui } = view;
  const now = house.clock.now();
  const told = await Promise.all(own.parts.map((part) => toldPart(part, ui, now)));
  const tables = sumTables(sumsOf(own.parts), ui);
  return page(view, {
    title: ui.say("tookPart.title"),
    back: paths.my(),
    body: (
      <>
        <span class="govuk-caption-l">{own.name}</span>
        <h1 class="govuk-heading-l">{ui.say("tookPart.title")}</h1>
        {told.length === 0 ? (
          <p class="govuk-body">{ui.say("tookPart.none")}</p>
        ) : (
          <>
            <p class="govuk-body">{ui.say("tookPart.lead")}</p>
            <LinkList
              links={[
                { href: `${paths.recordPaper()}?lang=${view.language}`, label: ui.say("tookPart.pdf") },
                {
                  href: `${paths.recordFile()}?lang=${view.language}`,
                  label: ui.say("tookPart.json"),
                  isDownload: true,
                },
              ]}
            />
            <p class="govuk-hint">{ui.say("tookPart.json.hint")}</p>
          </>
        )}
        <SumsOfHours tables={tables} ui={ui} />
        {told.map((part, index) => (
          <Told key={`${index} ${part.what}`} part={part} view={view} />
        ))}
      </>
    ),
  });
};

/** One part: what, when, as what, and what came of it. */
function Told({ part, view: { ui, language } }: { readonly part: ToldPart; readonly view: View }) {
  const { what, call, as, when, amount, tags, how, certificate, open } = part;
  return (
    <section class="kelias-own">
      <h2 class="govuk-heading-m">{what}</h2>
      {how === undefined ? null : <p class="govuk-body kelias-said">{how}</p>}
      <SummaryList
        rows={[
          { label: ui.say("tookPart.call"), value: call },
          ...(as === undefined ? [] : [{ label: ui.say("tookPart.as"), value: as }]),
          { label: ui.say("tookPart.when"), value: when },
          ...(amount === "" ? [] : [{ label: ui.say("tookPart.amount"), value: amount }]),
          ...(tags.length === 0 ? [] : [{ label: ui.say("tookPart.tags"), value: tags.join(", ") }]),
          ...(certificate
            ? [
                {
                  label: ui.say("tookPart.certificate"),
                  value: (
                    <a
                      class="govuk-link kelias-figures"
                      href={`${certificatePath(certificate.number.replaceAll("-", ""))}?lang=${language}`}
                    >
                      {certificate.number}
                      {certificate.revokedOn === undefined ? "" : ` (${ui.say("certificates.revoked")})`}
                    </a>
                  ),
                },
              ]
            : []),
          ...open.map(({ number, label, isPublished }) => ({
            label: ui.say(isPublished ? "tookPart.published" : "tookPart.registered"),
            value: (
              <a class="govuk-link" href={isPublished ? paths.publication(number) : paths.registered(number)}>
                {label}
              </a>
            ),
          })),
        ]}
      />
    </section>
  );
}

/** The same as a paper. */
export const showRecordPaper: Work = async ({ house, request }) => {
  const own = await ownRecord(house, request);
  if (!own) return redirect(paths.signIn());
  const { ui } = await viewOf(request, languageOf(own));
  const { recordPaper } = await import("../record/paper.ts");
  const { drawPdf } = await import("../documents/pdf.ts");
  const { portalUrl } = house.config;
  const title = ui.say("tookPart.title");
  const paper = await recordPaper({ holder: own.name, title, parts: own.parts }, ui, {
    now: house.clock.now(),
    portalUrl,
  });
  return {
    statusCode: 200,
    headers: { "content-type": "application/pdf", "content-disposition": 'inline; filename="record.pdf"' },
    body: Buffer.from(await drawPdf(paper)).toString("base64"),
    isBase64Encoded: true,
  };
};

/** The same for programs, signed. */
export const showRecordFile: Work = async ({ house, request }) => {
  const own = await ownRecord(house, request);
  if (!own) return redirect(paths.signIn());
  const { ui } = await viewOf(request, languageOf(own));
  const file = await recordFile(house, own, own.parts, ui, house.clock.now());
  return json(200, file, { "content-disposition": 'attachment; filename="record.json"' });
};
