import type { CasePage } from "../../lines/case-list.ts";
import type { CaseQuery, writeQuery } from "../../lines/case-query.ts";
import type { Ui } from "../../reading/ui.ts";

/** Back to where a list begins. */
export const beginning = { after: undefined, before: undefined } as const;

/** The ways from one page of a list to the others; what is not known without reading the whole list is not said. */
export function PageLinks({
  shown: { after, before, lookedAt },
  query,
  link,
  ui,
}: {
  readonly shown: CasePage;
  readonly query: CaseQuery;
  readonly link: (change: Parameters<typeof writeQuery>[1]) => string;
  readonly ui: Ui;
}) {
  const isFirst = query.after === undefined && query.before === undefined;
  const ways = [
    ...(isFirst ? [] : [{ key: "cases.first" as const, href: link(beginning) }]),
    ...(before === undefined
      ? []
      : [{ key: "cases.previous" as const, href: link({ after: undefined, before }) }]),
    ...(after === undefined
      ? []
      : [
          {
            key: lookedAt === undefined ? ("cases.next" as const) : ("cases.lookOn" as const),
            href: link({ after, before: undefined }),
          },
        ]),
  ];
  if (ways.length === 0) return null;
  return (
    <nav aria-label={ui.say("cases.pages")}>
      {lookedAt === undefined ? null : (
        <p class="govuk-body">{ui.say("cases.lookedAt", { count: lookedAt })}</p>
      )}
      <p class="govuk-body">
        {ways.map(({ key, href }, index) => (
          <>
            {index > 0 ? " " : null}
            <a class="govuk-link" href={href} key={key}>
              {ui.say(key)}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
}
