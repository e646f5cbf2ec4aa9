import { processOf } from "../../workflows/catalogue.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import type { House } from "../house.ts";
import type { UiKey } from "../reading/ui.ts";
import type { HttpRequest } from "../web/request.ts";
import type { Menu, MenuItem, View } from "../web/view.ts";

/** Where staff can go whatever the call: each with what its addresses begin with. */
const everywhere = [
  {
    href: paths.console(),
    label: "menu.today",
    of: ["/console/bulk", "/console/signatures", "/console/stuck", "/console/tasks"],
  },
  { href: paths.consoleCalls(), label: "menu.calls", of: ["/console/call-drafts"] },
  { href: paths.consoleCases(), label: "menu.cases", of: [] },
  { href: paths.consolePeople(), label: "menu.people", of: ["/console/absences"] },
  { href: paths.consoleMoney(), label: "menu.money", of: [] },
  { href: paths.consoleGroups(), label: "menu.groups", of: [] },
  { href: paths.consoleDocuments(), label: "menu.documents", of: [] },
  { href: paths.consoleNumbers(), label: "menu.numbers", of: [paths.monitoring()] },
  { href: paths.settings(), label: "menu.settings", of: [] },
] as const satisfies readonly { href: string; label: UiKey; of: readonly string[] }[];

/** The menu of every page of staff. In a call it has a second row: the parts of that call. */
export async function menuFor(
  house: Pick<House, "table" | "clock">,
  request: HttpRequest,
  view: View,
): Promise<Menu> {
  const { path } = request;
  const items = everywhere.map(({ href, label, of }) => {
    const isIn = href !== paths.console() && isUnder(path, href);
    const current =
      path === href ? "page" : isIn || of.some((other) => isUnder(path, other)) ? "true" : undefined;
    return { href, label: view.ui.say(label), current } as const;
  });
  const [id] = /^\/console\/calls\/([^/]+)/.exec(path)?.slice(1) ?? [];
  const call =
    id === undefined || id === "new" ? undefined : await partsOfCall(house, decoded(id), path, view);
  return { items, call };
}

const isUnder = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function partsOfCall(
  house: Pick<House, "table" | "clock">,
  id: string,
  path: string,
  { ui, language }: View,
): Promise<Menu["call"]> {
  const head = await loadCall(house, id);
  if (!head) return undefined;
  const { title, process } = summaryOf(head, house.clock.now());
  const { money, groups, selects } = await processOf(process);
  const hasRuns = money?.payer(head.data ?? {}) !== undefined;
  const parts: readonly { readonly href: string; readonly label: UiKey; readonly of?: readonly string[] }[] =
    [
      { href: paths.casesOfCall(id), label: "menu.cases" },
      {
        href: paths.peopleOfCall(id),
        label: "menu.people",
        of: selects ? [paths.reviewers(id)] : [],
      },
      ...(money
        ? [
            {
              href: hasRuns ? paths.paymentRuns(id) : paths.proof(id),
              label: "menu.money" as const,
              of: [paths.proof(id)],
            },
          ]
        : []),
      ...(groups ? [{ href: paths.groups(id), label: "menu.groups" as const }] : []),
      { href: paths.documentsOfCall(id), label: "menu.documents" },
      { href: paths.numbers(id), label: "menu.numbers", of: [paths.audit(id), paths.whatIf(id)] },
      {
        href: paths.settingsOfCall(id),
        label: "menu.settings",
        of: [
          paths.changeCall(id),
          paths.clients(id),
          paths.mailTexts(id),
          `${paths.consoleCall(id)}/messages`,
        ],
      },
    ];
  const overview: MenuItem = {
    href: paths.consoleCall(id),
    label: ui.say("menu.overview"),
    current: path === paths.consoleCall(id) ? "page" : undefined,
  };
  return {
    title: title[language],
    items: [
      overview,
      ...parts.map(({ href, label, of = [] }) => ({
        href,
        label: ui.say(label),
        current:
          path === href
            ? ("page" as const)
            : [href, ...of].some((one) => isUnder(path, one))
              ? ("true" as const)
              : undefined,
      })),
    ],
  };
}
