import { type Licence, licences } from "../../../workflows/kernel/open.ts";

/** How something may be used: the licence's short name, and its text a click away. */
export const LicenceLink = ({ name }: { readonly name: Licence }) => (
  <a class="govuk-link" href={licences[name]} rel="license noreferrer">
    {name}
  </a>
);
