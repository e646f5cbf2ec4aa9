import type { Ui } from "../../reading/ui.ts";

/**
 * The way through a list that is read page by page (the design system's pagination): on to the next ones, and back to the
 * first. What a page shows moves while somebody reads, so pages have no numbers.
 */
export function Pages({
  first,
  next,
  ui,
}: {
  readonly first: string | undefined;
  readonly next: string | undefined;
  readonly ui: Ui;
}) {
  if (first === undefined && next === undefined) return null;
  return (
    <nav class="govuk-pagination" aria-label={ui.say("pages.title")}>
      {first === undefined ? null : (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={first}>
            <span class="govuk-pagination__link-title">{ui.say("pages.first")}</span>
          </a>
        </div>
      )}
      {next === undefined ? null : (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={next} rel="next">
            <span class="govuk-pagination__link-title">{ui.say("pages.next")}</span>
          </a>
        </div>
      )}
    </nav>
  );
}
