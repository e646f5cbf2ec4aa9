import { paths } from "../../addresses/paths.ts";
import { codeOf } from "../../reading/codes.ts";
import type { Ui } from "../../reading/ui.ts";
import { idOf } from "../../store/keys.ts";

/** The code of a case (by its ref), which leads staff to it. */
export const CaseLink = ({ case: ref }: { readonly case: string }) => (
  <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
    {codeOf(ref)}
  </a>
);

/** Ways on, one under another. */
export const LinkList = ({
  links,
}: {
  readonly links: readonly {
    readonly href: string;
    readonly label: string;
    readonly isDownload?: boolean;
  }[];
}) => (
  <ul class="govuk-list">
    {links.map(({ href, label, isDownload }) => (
      <li key={href}>
        <a class="govuk-link" href={href} download={isDownload}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

/** The same as the page shows, as files for spreadsheets. */
export const Downloads = ({
  ui,
  hrefOf,
}: {
  readonly ui: Ui;
  readonly hrefOf: (kind: "csv" | "xlsx") => string;
}) => (
  <LinkList
    links={(["csv", "xlsx"] as const).map((kind) => ({
      href: hrefOf(kind),
      label: ui.say(`numbers.download.${kind}`),
      isDownload: true,
    }))}
  />
);
