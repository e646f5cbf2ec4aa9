import { processOf } from "../../workflows/catalogue.ts";
import { paths } from "../addresses/paths.ts";
import { summaryOf } from "../calls/calls.ts";
import { writeQuery } from "../lines/case-query.ts";
import { codeOf } from "../reading/codes.ts";
import { wordsOf } from "../reading/process-words.ts";
import { stageIn } from "../reading/stages.ts";
import { openWords, sealedQuery, sealWords } from "../search/sealed-words.ts";
import { callsReadBy, type Found, onlyCase, search } from "../search/search.ts";
import { idOf } from "../store/keys.ts";
import type { Line } from "../store/line-item.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { readPost } from "../web/posts.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { namesIn, PeopleTable } from "./parts/people-table.tsx";

/**
 * Takes what somebody looks for, and leads to the page of what is found, whose address has the words sealed. What can mean one case
 * alone (a code, a certificate, a whole address) leads there at once. Nothing is changed.
 */
export const takeSearch = forStaff(async ({ house, request, member }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const [text = ""] = post.value.get("text") ?? [];
  if (text.trim() === "") return redirect(paths.search());
  const only = onlyCase(await search(house, member, { text }), text);
  if (only) return redirect(paths.consoleCase(idOf(only.ref)));
  return redirect(`${paths.search()}?words=${sealWords(house.config.linkSecret, text)}`);
});

/** What was found; nothing yet where nobody has said what to look for. */
export const showSearch = forStaff(async (visit) => {
  const { house, request, view, member } = visit;
  const { ui } = view;
  const sealed = request.query.get("words") ?? "";
  const text = openWords(house.config.linkSecret, sealed);
  const from = /^\d{1,5}$/.test(request.query.get("from") ?? "") ? Number(request.query.get("from")) : 0;
  const found = text === undefined ? undefined : await search(house, member, { text, from });
  return page(view, {
    title: ui.say("search.title"),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("search.title")}</h1>
        {found && text !== undefined ? (
          await results(visit, found, { text, sealed, from })
        ) : (
          <p class="govuk-body">{ui.say("search.how")}</p>
        )}
      </>
    ),
  });
});

interface Asked {
  readonly text: string;
  readonly sealed: string;
  readonly from: number;
}

async function results(visit: StaffVisit, found: Found, { text, sealed, from }: Asked) {
  const { house, view } = visit;
  const { ui, language } = view;
  const now = house.clock.now();
  const titleOf = (call: Found["calls"][number]) => summaryOf(call, now).title[language];
  const isNothing =
    found.calls.length + found.cases.length + found.people.length === 0 && found.certified === undefined;
  const cases = await Promise.all(
    found.cases.map(async ({ call, lines, count }) => {
      const stage = await stagesIn(summaryOf(call, now).process, view);
      const rest = count === undefined || count > lines.length;
      const query = writeQuery({ text, order: "name", isReversed: false });
      const href = `${paths.casesOfCall(idOf(call.pk))}?${sealedQuery(house.config.linkSecret, query)}`;
      return (
        <section key={call.pk}>
          <CasesFound title={titleOf(call)} lines={lines} stage={stage} view={view} />
          {rest ? (
            <p class="govuk-body">
              <a class="govuk-link" href={href}>
                {count === undefined
                  ? ui.say("search.all", { call: titleOf(call) })
                  : ui.say("search.allOf", { count, call: titleOf(call) })}
              </a>
            </p>
          ) : null}
        </section>
      );
    }),
  );
  return (
    <>
      <p class="govuk-body-l" role="status">
        {ui.say(isNothing ? "search.nothing" : "search.for", { text })}
      </p>
      {found.certified ? (
        <CasesFound
          title={ui.say("search.certified")}
          lines={[found.certified]}
          stage={await stagesIn(found.certified.process, view)}
          view={view}
        />
      ) : null}
      {cases}
      {found.calls.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{ui.say("menu.calls")}</h2>
          <LinkList
            links={found.calls.map((call) => ({
              href: paths.consoleCall(idOf(call.pk)),
              label: titleOf(call),
            }))}
          />
        </>
      ) : null}
      {found.people.length > 0 ? (
        <PeopleTable
          people={found.people}
          names={await namesIn(await callsOf(visit, found), view)}
          view={view}
        />
      ) : null}
      {found.left > 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${paths.search()}?words=${sealed}&from=${from + found.looked}`}>
            {ui.say("search.older", { count: found.left })}
          </a>
        </p>
      ) : null}
    </>
  );
}

const callsOf = async ({ house, member }: StaffVisit, { people }: Found) => {
  const wanted = new Set(people.flatMap(({ works }) => works.map(({ callId }) => callId)));
  return (await callsReadBy(house, member)).filter(({ pk }) => wanted.has(idOf(pk)));
};

type StageOf = (line: Line) => string;

async function stagesIn(id: string, view: View): Promise<StageOf> {
  const [process, words] = await Promise.all([processOf(id), wordsOf(id, view)]);
  return ({ state, ended }) => stageIn(process, words, state, ended);
}

/** Cases that were found, a line each. */
const CasesFound = ({
  title,
  lines,
  stage,
  view: { ui },
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly stage: StageOf;
  readonly view: View;
}) => (
  <DataTable
    caption={title}
    stacks
    columns={columnsIn(ui, "console.applicant", "task.code", "console.school", "console.state")}
  >
    <Rows>
      {lines.map((line) => (
        <tr class="govuk-table__row" key={line.ref}>
          <td class="govuk-table__cell">
            <a class="govuk-link" href={paths.consoleCase(idOf(line.ref))}>
              {line.name || codeOf(line.ref)}
            </a>
          </td>
          <td class="govuk-table__cell" data-label={ui.say("task.code")}>
            {codeOf(line.ref)}
          </td>
          <td class="govuk-table__cell" data-label={ui.say("console.school")}>
            {line.school}
          </td>
          <td class="govuk-table__cell" data-label={ui.say("console.state")}>
            {stage(line)}
          </td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);
