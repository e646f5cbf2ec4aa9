/** Ways on, one under another. */
export const LinkList = ({
  links,
}: {
  readonly links: readonly { readonly href: string; readonly label: string }[];
}) => (
  <ul class="govuk-list">
    {links.map(({ href, label }) => (
      <li key={href}>
        <a class="govuk-link" href={href}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

/** The same as the page shows, as files for spreadsheets. */
export const Downloads = ({ hrefOf }: { readonly hrefOf: (kind: "csv" | "xlsx") => string }) => (
  <p class="govuk-body">
    {(["csv", "xlsx"] as const).map((kind) => (
      <>
        <a class="govuk-link" href={hrefOf(kind)} download>
          {kind.toUpperCase()}
        </a>{" "}
      </>
    ))}
  </p>
);
