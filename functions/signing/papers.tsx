import type { ComponentChildren } from "preact";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { ToSign } from "../cases/people/sign-several.ts";
import { documentsFor } from "../documents/documents.ts";
import { taskPath } from "../links.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import type { SigningVisit } from "./signing-visit.ts";

/** A paper as its row names it: what is signed, for whom, in which call, and where each can be read. */
export interface Named {
  readonly paper: ToSign;
  readonly title: string;
  readonly about: string;
  readonly call: string;
  /** The paper itself, where the process says which it is. */
  readonly document: string | undefined;
  readonly task: string;
}

/** What is signed by a task, in words, and whose case it is. */
export async function namedPaper(
  { house, signer, view, places }: Pick<SigningVisit, "house" | "signer" | "view" | "places">,
  paper: ToSign,
): Promise<Named> {
  const { loaded, task, form, signs, version } = paper;
  const words = await caseWords(loaded, view.language);
  const document = documentsFor(task.role ?? "", loaded).find(
    (one) => one.kind === "paper" && one.said.versions === signs.versions,
  );
  const what = document ? words.say(`${document.name}.title`) : words.say(`${form.id}.title`);
  return {
    paper,
    title: view.ui.say("together.version", { title: what, version }),
    about: loaded.process.people("applicant", loaded.file)?.name ?? codeOf(task.pk),
    call: callTitle(loaded, view.language),
    document: document && `${places.documentOf(task, `${document.name}.pdf`)}?lang=${view.language}`,
    task: taskPath(house.config.linkSecret, task, signer.email),
  };
}

interface Props {
  readonly papers: readonly Named[];
  readonly visit: Pick<SigningVisit, "view" | "places">;
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly label: "console.due" | "together.stand";
  /** What stands before whose it is, such as a box to tick. */
  readonly before?: (one: Named) => ComponentChildren;
  readonly last: (one: Named, index: number) => ComponentChildren;
}

/** Papers, a row each: for whom, what, and until when or how it stands. */
export const PapersTable = ({
  papers,
  visit: { view, places },
  caption,
  isCaptionHidden,
  label,
  before,
  last,
}: Props) => (
  <DataTable
    caption={caption}
    captionSize={isCaptionHidden ? "hidden" : "m"}
    stacks
    columns={columnsIn(view.ui, "console.about", "together.paper", label)}
  >
    <Rows>
      {papers.map((one, index) => (
        <tr class="govuk-table__row" key={`${one.paper.task.pk} ${one.paper.task.sk}`}>
          <td class="govuk-table__cell">
            {before?.(one)}
            <MaybeLink href={places.caseOf(one.paper.task.pk)}>{one.about}</MaybeLink>
          </td>
          <td class="govuk-table__cell" data-label={view.ui.say("together.paper")}>
            <a class="govuk-link" href={one.document ?? one.task}>
              {one.title}
              <span class="govuk-visually-hidden"> ({one.about})</span>
            </a>
          </td>
          <td class="govuk-table__cell" data-label={view.ui.say(label)}>
            {last(one, index)}
          </td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);

/** A word that leads somewhere, for whom there is a page of it. */
export const MaybeLink = ({
  href,
  children,
}: {
  readonly href: string | undefined;
  readonly children: string;
}) =>
  href === undefined ? (
    children
  ) : (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  );

/** Until when a paper is wanted, and whether that is over. */
export const DueOf = ({
  paper: { task },
  now,
  view: { ui, language },
}: {
  readonly paper: ToSign;
  readonly now: string;
  readonly view: SigningVisit["view"];
}) => (
  <>
    {task.dueAt !== undefined && task.dueAt < now ? (
      <>
        <strong class="kelias-late">{ui.say("console.overdue")}</strong>
        <br />
      </>
    ) : null}
    {task.dueAt ? printTime(task.dueAt, language) : "–"}
  </>
);
