import type { CaseFile } from "./case-file.ts";
import { type Linked, type LinkKind, linkKinds } from "./link.ts";
import type { Role, RoleSaid, Sight } from "./roles.ts";
import type { Shows, ToldRow } from "./told.ts";

/** What a process says of its links. */
export interface Links {
  readonly gives?: readonly LinkKind[];
  /** What it takes of whoever applies, or of the school that the application is about. */
  readonly takes?: readonly LinkKind[];
  /** What its steps take of whoever else they come to know. */
  readonly takesLater?: readonly LinkKind[];
  /** Does what a case gave still hold on this local day? Where nobody says, it holds for good. */
  readonly holds?: (file: CaseFile, day: string) => boolean;
  /** The code of the school that an application is about, where what it takes is about schools. */
  readonly school?: (application: Readonly<Record<string, unknown>>) => string | undefined;
}

/** What the case was given of a kind, the latest. */
export const linkOf = ({ links = [] }: Pick<CaseFile, "links">, kind: LinkKind): Linked | undefined =>
  links.findLast((one) => one.kind === kind);

/** Who of the house sees what a case was given, and how many took what it gave. */
const toHouse = ["applicant", "coordinator", "agency", "commission", "auditor"] as const;
const reads: readonly Sight["application"][] = ["whole", "butAccount", "nameless"];

/** How a case's page shows both, under `shows.links.…`: to the house, and to whoever else of the process sees the application. */
export function linksShown({ roles = {} }: { readonly roles?: Readonly<Record<string, RoleSaid>> }): Shows {
  const reading = Object.entries(roles).flatMap(([name, { sees }]): Role[] =>
    reads.includes(sees.application) ? [name] : [],
  );
  return {
    to: [...toHouse, ...reading],
    sentences: [...linkKinds, ...linkKinds.map((kind) => `taken.${kind}`)],
    rows: ({ links = [], taken = {} }) => [
      ...links.map(
        ({ kind, what, on }): ToldRow => ({
          label: { word: `shows.links.${kind}` },
          value: [what, { day: on }],
        }),
      ),
      ...linkKinds.flatMap((kind): ToldRow[] => {
        const count = taken[kind] ?? 0;
        return count > 0 ? [{ label: { word: `shows.links.taken.${kind}` }, value: count }] : [];
      }),
    ],
  };
}
