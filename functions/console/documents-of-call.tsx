import { processOf } from "../../workflows/catalogue.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { idOf } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { documentLinks } from "../web/parts/documents.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { notFound } from "../web/refusal.ts";
import { forStaff } from "./guard.ts";
import { latestRanking } from "./ranking.ts";

/** All papers and files that a call has, or of which it can have one made. */
export const showDocumentsOfCall = forStaff(async ({ house, request, view, at }) => {
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const { id, title, process } = summaryOf(head, house.clock.now());
  const [{ money }, loaded, published] = await Promise.all([
    processOf(process),
    loadCase(house, head.pk),
    latestRanking(house, head.pk),
  ]);
  const papers =
    loaded &&
    (await documentLinks(
      { document: (file) => paths.documentOfCall(idOf(head.pk), file) },
      "coordinator",
      loaded,
      language,
    ));
  const file = (path: string, what: string, format: "csv" | "xlsx") => ({
    href: `${path}?lang=${language}`,
    label: ui.say("documents.file", { what, format: format.toUpperCase() }),
    isDownload: true,
  });
  const [cases, numbers, claim] = [ui.say("menu.cases"), ui.say("menu.numbers"), ui.say("proof.title")];
  return page(view, {
    title: ui.say("menu.documents"),
    back: paths.consoleCall(id),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("menu.documents")}</h1>
        {papers}
        <h2 class="govuk-heading-m">{ui.say("documents.files")}</h2>
        <LinkList
          links={[
            file(paths.casesCsv(id), cases, "csv"),
            file(paths.casesXlsx(id), cases, "xlsx"),
            file(paths.numbersCsv(id), numbers, "csv"),
            file(paths.numbersXlsx(id), numbers, "xlsx"),
            ...(money
              ? [file(paths.claimCsv(id), claim, "csv"), file(paths.claimXlsx(id), claim, "xlsx")]
              : []),
            ...(published === undefined
              ? []
              : [{ href: paths.rankingFile(id), label: ui.say("console.ranking"), isDownload: true }]),
          ]}
        />
      </>
    ),
  });
});
