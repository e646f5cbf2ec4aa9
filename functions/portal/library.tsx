import { processOf } from "../../workflows/catalogue.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import { isCurrent } from "../../workflows/kernel/open.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { printNumber, readNumber } from "../certificates/number.ts";
import { spreadsheetOf } from "../documents/spreadsheet.ts";
import { pageOrFirst, type Shown, todayOf, wholeShelf, withNumber } from "../public/read.ts";
import { everyTag } from "../public/shelves.ts";
import { caseWords } from "../reading/case-words.ts";
import { uploadedKey } from "../store/keys.ts";
import type { OpenRow } from "../store/open-item.ts";
import { csv } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { SummaryList } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { LicenceLink } from "./parts/licence.tsx";
import { ShelfPages, ShelfSearch } from "./parts/shelf-search.tsx";

type Publication = Extract<OpenRow["says"], { readonly as: "publication" }>;

const library = { library: true } as const;

/** What was published, the newest first; by words and by tag. */
export const showLibrary: Work = async ({ house, request }) => {
  const view = await viewOf(request);
  const { ui, language } = view;
  const tags = await everyTag(language);
  const text = request.query.get("text") ?? "";
  const tag = tags.find(({ value }) => value === request.query.get("tag"))?.value;
  const after = request.query.get("after") ?? undefined;
  const { shown, next, isCut } = await pageOrFirst(house, library, { text, tag, after });
  return page(view, {
    title: ui.say("library.title"),
    back: "/",
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("library.title")}</h1>
        <p class="govuk-body-l">{ui.say("library.lead")}</p>
        <ShelfSearch
          action={paths.publicLibrary()}
          view={view}
          text={text}
          tags={{ chosen: tag, options: tags }}
        />
        {shown.length === 0 ? (
          <p class="govuk-body">{ui.say(text === "" && !tag ? "public.empty" : "public.none")}</p>
        ) : null}
        <PublicationList shown={shown} view={view} />
        {isCut ? <p class="govuk-hint">{ui.say("public.cut")}</p> : null}
        <ShelfPages view={view} here={paths.publicLibrary()} query={request.query} next={next} />
        <p class="govuk-body">
          <a class="govuk-link" href={paths.publicLibraryFile()} download>
            {ui.say("public.csv")}
          </a>
        </p>
      </>
    ),
  });
};

/** Publications by title, each with who made it and when. */
export const PublicationList = ({
  shown,
  view,
}: {
  readonly shown: readonly Shown[];
  readonly view: View;
}) => (
  <ul class="govuk-list kelias-calls kelias-calls--told">
    {shown.flatMap(({ row }) =>
      row.says?.as === "publication"
        ? [
            <li key={row.number}>
              <a
                class="govuk-link govuk-!-font-weight-bold"
                href={paths.publication(printNumber(row.number))}
              >
                {row.says.title}
              </a>
              <span class="kelias-calls__when">
                {[row.says.authors.join(", "), printDay(row.from, view.language)].join(", ")}
              </span>
            </li>,
          ]
        : [],
    )}
  </ul>
);

/** The publication of a number, as it may be shown today. */
async function publicationAt({ house, at }: Visit): Promise<{ shown: Shown; says: Publication } | undefined> {
  const number = readNumber(at("number"));
  const shown = number === undefined ? undefined : await withNumber(house, number);
  const says = shown?.row.says;
  if (!shown || says?.as !== "publication" || !isCurrent(shown.row, todayOf(house))) return undefined;
  return { shown, says };
}

/** One publication: what it is about, how it may be used, and where it is. */
export const showPublication: Work = async (visit) => {
  const view = await viewOf(visit.request);
  const found = await publicationAt(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const { ui, language } = view;
  const { row, process, callId } = found.shown;
  const { says } = found;
  const words = await caseWords({ process: await processOf(process) }, language);
  const call = await loadCall(visit.house, callId);
  return page(view, {
    title: says.title,
    back: paths.publicLibrary(),
    body: (
      <>
        <span class="govuk-caption-l">{words.say(`publishes.${row.kind}`)}</span>
        <h1 class="govuk-heading-l">{says.title}</h1>
        {says.summary === undefined ? null : <p class="govuk-body kelias-said">{says.summary}</p>}
        <p class="govuk-body">
          {"link" in says.what ? (
            <a class="govuk-link" href={says.what.link} rel="noreferrer">
              {ui.say("library.open", {
                site: URL.canParse(says.what.link) ? new URL(says.what.link).hostname : says.what.link,
              })}
            </a>
          ) : (
            <a class="govuk-link" href={paths.publishedFile(printNumber(row.number))} download>
              {ui.say("library.file")}
            </a>
          )}
        </p>
        <SummaryList
          rows={[
            { label: ui.say("library.authors"), value: says.authors.join(", ") },
            { label: ui.say("library.since"), value: printDay(row.from, language) },
            ...(says.tags.length > 0
              ? [
                  {
                    label: ui.say("public.tag"),
                    value: says.tags.map((tag) => words.say(`tag.${tag}`)).join(", "),
                  },
                ]
              : []),
            { label: ui.say("library.licence"), value: <LicenceLink name={says.licence} /> },
            ...(call
              ? [
                  {
                    label: ui.say("certificates.call"),
                    value: summaryOf(call, visit.house.clock.now()).title[language],
                  },
                ]
              : []),
            { label: ui.say("public.number"), value: printNumber(row.number) },
          ]}
        />
      </>
    ),
  });
};

/** The file of a publication, to be saved; as long as it is published, and no longer. */
export const givePublishedFile: Work = async (visit) => {
  const found = await publicationAt(visit);
  const id = found && "upload" in found.says.what ? found.says.what.upload : undefined;
  const kept = id === undefined ? undefined : await visit.house.documents.read(uploadedKey(id));
  if (!found || !kept) return refusalPage(visit.request, notFound);
  return {
    statusCode: 200,
    headers: {
      "content-type": kept.type,
      "content-disposition": `attachment; filename="${printNumber(found.shown.row.number)}.pdf"`,
      "content-security-policy": "sandbox; default-src 'none'",
    },
    body: Buffer.from(kept.body).toString("base64"),
    isBase64Encoded: true,
  };
};

/** The whole library as a file for spreadsheets. */
export const giveLibrary: Work = async ({ house }) => {
  const rows: string[][] = [];
  for await (const { row, process } of wholeShelf(house, library)) {
    const { says, number, kind, from, until = "" } = row;
    if (says?.as !== "publication") continue;
    const where =
      "link" in says.what
        ? says.what.link
        : `${house.config.portalUrl}${paths.publishedFile(printNumber(number))}`;
    const cells = [says.title, says.summary ?? "", says.authors.join("; "), says.tags.join("; ")];
    rows.push([printNumber(number), process, kind, ...cells, says.licence, where, from, until]);
  }
  const header = ["number", "process", "kind", "title", "summary", "authors", "tags", "licence", "address"];
  return csv("library.csv", spreadsheetOf([...header, "from", "until"], rows));
};
