import type { ComponentChildren } from "preact";
import { paths } from "../../addresses/paths.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { callTitle } from "../../reading/case-words.ts";
import { codeOf } from "../../reading/codes.ts";
import { idOf, refOfCase } from "../../store/keys.ts";
import { page } from "../../web/page.ts";
import { SubmitButton, TypedForm } from "../../web/parts/form.tsx";
import { LinkList } from "../../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import type { Post } from "../../web/posts.ts";
import type { View } from "../../web/view.ts";
import type { ManyAct } from "../parts/acting.tsx";
import type { Several } from "./several.ts";

/** A case of the act, and what it comes to there, in words. */
export interface Told {
  readonly loaded: LoadedCase;
  readonly told: string;
  /** Nothing was done there, for the reason that is told. */
  readonly isUndone?: boolean;
}

/** What one page of an act tells the next of those before. */
export const carried = { done: "doneBefore", all: "allBefore", undone: "undoneBefore" } as const;

interface Frame {
  readonly act: ManyAct;
  readonly told: readonly Told[];
  /** How many of the cases it would be done to. */
  readonly count: number;
  /** What is asked before it is done. */
  readonly children?: ComponentChildren;
  /** What the next page gets to know. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** The word on the button; without one nothing is done from here. */
  readonly submit?: string | undefined;
  readonly error?: string | undefined;
}

/** What an act would come to, case by case, and the way to do it. */
export function drawPreview({ visit, callId, cases, rest, isCut = false }: Several, frame: Frame) {
  const { act, told, count, children, hidden = {}, submit, error } = frame;
  const { ui } = visit.view;
  const back = paths.casesOfCall(callId);
  const isNothing = cases.length === 0 || (count === 0 && rest.length === 0);
  return page(visit.view, {
    title: ui.say(`acts.${act}`),
    back,
    wide: true,
    hasErrors: error !== undefined,
    status: error === undefined ? 200 : 422,
    body: (
      <>
        {error === undefined ? null : <Warning view={visit.view} text={error} />}
        {cases[0] ? <span class="govuk-caption-l">{callTitle(cases[0], visit.view.language)}</span> : null}
        <h1 class="govuk-heading-l">{ui.say(`acts.${act}`)}</h1>
        {isCut ? (
          <p class="govuk-inset-text">{ui.say("acts.cut", { most: cases.length + rest.length })}</p>
        ) : null}
        {isNothing ? (
          <p class="govuk-body-l">{ui.say(cases.length === 0 ? "acts.none" : `acts.${act}.none`)}</p>
        ) : null}
        {isNothing || submit === undefined ? null : (
          <p class="govuk-body-l">
            {rest.length > 0 ? `${ui.say("acts.first", { shown: cases.length, rest: rest.length })} ` : ""}
            {ui.say(`acts.${act}.text`, { count })}
          </p>
        )}
        {submit === undefined || isNothing ? (
          children
        ) : (
          <TypedForm action={paths.actsOfCall(callId)}>
            <input type="hidden" name="act" value={act} />
            {cases.map(({ head }) => (
              <input type="hidden" name="case" value={idOf(head.pk)} key={head.pk} />
            ))}
            {rest.map((id) => (
              <input type="hidden" name="case" value={id} key={id} />
            ))}
            {Object.entries(hidden).map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            {children}
            <div class="govuk-button-group">
              <SubmitButton label={submit} />
              <a class="govuk-link" href={back}>
                {ui.say("saying.keep")}
              </a>
            </div>
          </TypedForm>
        )}
        <ToldTable told={told} label="acts.told" view={visit.view} />
      </>
    ),
  });
}

/** What came of an act, case by case; where there are more cases, it goes on with the next of them. */
export function drawDone(
  { visit, callId, rest, before }: Several,
  act: ManyAct,
  told: readonly Told[],
  post: Post = new Map(),
) {
  const { ui } = visit.view;
  const done = before.done + told.filter(({ isUndone }) => !isUndone).length;
  const all = before.all + told.length;
  const undone = told.flatMap(({ isUndone, loaded }) => (isUndone ? [idOf(loaded.head.pk)] : []));
  const own: ReadonlySet<string> = new Set(["act", "case", ...Object.values(carried)]);
  const said = [...post].flatMap(([name, values]) =>
    own.has(name) ? [] : values.map((value) => ({ name, value })),
  );
  const hidden = [
    { name: "act", value: act },
    ...said,
    { name: carried.done, value: String(done) },
    { name: carried.all, value: String(all) },
    ...[...before.undone, ...undone].map((value) => ({ name: carried.undone, value })),
    ...rest.map((value) => ({ name: "case", value })),
  ];
  const title = ui.say(rest.length > 0 ? "acts.going" : "acts.done");
  return page(visit.view, {
    title,
    back: paths.casesOfCall(callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say(`acts.${act}`)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body-l" role="status">
          {ui.say("acts.count", { done, all })}
        </p>
        {rest.length === 0 ? null : (
          <form method="post" action={paths.actsOfCall(callId)} data-module="kelias-go-on">
            {hidden.map(({ name, value }, index) => (
              <input type="hidden" name={name} value={value} key={`${name} ${index}`} />
            ))}
            <p class="govuk-body">{ui.say("acts.rest", { count: rest.length })}</p>
            <SubmitButton label={ui.say("acts.goOn")} />
          </form>
        )}
        <ToldTable told={told} label="acts.became" view={visit.view} />
        {before.undone.length === 0 ? null : (
          <>
            <h2 class="govuk-heading-m">{ui.say("acts.undone")}</h2>
            <LinkList
              links={before.undone.map((id) => ({
                href: paths.consoleCase(id),
                label: codeOf(refOfCase(id)),
              }))}
            />
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.casesOfCall(callId)}>
            {ui.say("acts.back")}
          </a>
        </p>
      </>
    ),
  });
}

const ToldTable = ({
  told,
  label,
  view: { ui },
}: {
  readonly told: readonly Told[];
  readonly label: "acts.told" | "acts.became";
  readonly view: View;
}) =>
  told.length === 0 ? null : (
    <DataTable
      caption={ui.say("console.cases")}
      captionSize="hidden"
      stacks
      columns={columnsIn(ui, "console.about", label)}
    >
      <Rows>
        {told.map(({ loaded: { head, process, file }, told: said }, index) => (
          <tr class="govuk-table__row" key={`${head.pk} ${index}`}>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={paths.consoleCase(idOf(head.pk))}>
                {process.people("applicant", file)?.name ?? codeOf(head.pk)}
              </a>
            </td>
            <td class="govuk-table__cell" data-label={ui.say(label)}>
              {said}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
