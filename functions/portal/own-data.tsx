import { zipSync } from "fflate";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { keptKinds, type Retention, retentionOf } from "../../workflows/kernel/retention.ts";
import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import {
  askToBeErased,
  type ErasureRequest,
  goingOn,
  requestOf,
  takeRequestBack,
} from "../erasure/requests.ts";
import { callTitle } from "../reading/case-words.ts";
import { ownDataFiles } from "../record/own-data.ts";
import { languageOf, type Own, ownRecord } from "../record/whose.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { readPost } from "../web/posts.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";

/** What is kept of whoever has signed in, how long and why; what goes on request and what stays; and all of it to take along. */
export const showOwnData: Work = async ({ house, request }) => {
  const own = await ownRecord(house, request);
  if (!own) return redirect(paths.signIn());
  const view = await viewOf(request, languageOf(own));
  const { ui, language } = view;
  const cases = own.parts.flatMap(({ as, loaded }) => (as === "own" ? [loaded] : []));
  return page(view, {
    title: ui.say("ownData.title"),
    back: paths.my(),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("ownData.title")}</h1>
        <p class="govuk-body">{ui.say("ownData.lead", { email: own.email })}</p>
        <LinkList
          links={[
            {
              href: `${paths.ownDataFile()}?lang=${language}`,
              label: ui.say("ownData.download"),
              isDownload: true,
            },
          ]}
        />
        <h2 class="govuk-heading-m">{ui.say("ownData.erasing")}</h2>
        <p class="govuk-body">{ui.say("ownData.erasing.text")}</p>
        {keptAlike(cases, language).map((kept) => (
          <Kept key={kept.titles.join()} {...kept} view={view} />
        ))}
        <Asking own={own} known={await requestOf(house, own.email)} view={view} />
      </>
    ),
  });
};

/** Where their request stands, and the button that asks or takes it back; while something goes on, what that is. */
function Asking({
  own,
  known,
  view: { ui, language },
}: {
  readonly own: Own;
  readonly known: ErasureRequest | undefined;
  readonly view: View;
}) {
  const left = goingOn(own);
  const decided = known?.decided;
  const isOpen = known !== undefined && decided?.agrees !== false;
  const button = (word: "ask" | "takeBack") => (
    <PostForm action={paths.ownData()}>
      <input type="hidden" name="word" value={word} />
      <SubmitButton label={ui.say(`ownData.${word}`)} warning={word === "ask"} />
    </PostForm>
  );
  return (
    <>
      {known ? (
        <p class="govuk-inset-text">
          {decided
            ? ui.say(decided.agrees ? "ownData.agreed" : "ownData.refused", {
                on: printTime(decided.at, language),
                reason: decided.reason ?? "–",
              })
            : ui.say("ownData.asked", { on: printTime(known.askedAt, language) })}
        </p>
      ) : null}
      {isOpen ? button("takeBack") : left.length === 0 ? button("ask") : null}
      {!isOpen && left.length > 0 ? (
        <>
          <p class="govuk-body">{ui.say("ownData.goesOn")}</p>
          <ul class="govuk-list govuk-list--bullet">
            {left.map((loaded) => (
              <li key={loaded.head.pk}>{callTitle(loaded, language)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** Asks to be erased, or takes that back. */
export const takeErasureRequest: Work = async ({ house, request }) => {
  const own = await ownRecord(house, request);
  if (!own) return redirect(paths.signIn());
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const { language } = await viewOf(request, languageOf(own));
  const [word] = post.value.get("word") ?? [];
  if (word === "ask") await askToBeErased(house, own, language);
  if (word === "takeBack") await takeRequestBack(house, own.email);
  return redirect(paths.ownData());
};

interface KeptAlike {
  readonly titles: readonly string[];
  readonly retention: Retention;
}

/** The calls of cases, those together of which the same is kept as long: it is said once. */
function keptAlike(cases: readonly LoadedCase[], language: View["language"]): readonly KeptAlike[] {
  const alike = Map.groupBy(cases, ({ process }) => JSON.stringify(retentionOf(process)));
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const titles = [...new Set(some.map((loaded) => callTitle(loaded, language)))];
    return [{ titles, retention: retentionOf(first.process) }];
  });
}

/** What is kept of cases, how long and why. */
function Kept({ titles, retention, view: { ui } }: KeptAlike & { readonly view: View }) {
  return (
    <DataTable
      caption={titles.join(", ")}
      columns={columnsIn(ui, "ownData.what", "ownData.long", "ownData.why", "ownData.onRequest")}
      stacks
    >
      <Rows>
        {keptKinds.flatMap((kind) => {
          const keeps = retention[kind];
          if (!keeps) return [];
          const cells = [
            [
              "ownData.long",
              keeps.years === "always"
                ? ui.say("ownData.always")
                : ui.say("ownData.years", { years: keeps.years }),
            ],
            ["ownData.why", ui.say(`retention.why.${keeps.why}`)],
            ["ownData.onRequest", ui.say(`ownData.${keeps.onRequest}`)],
          ] as const;
          return [
            <tr key={kind} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {ui.say(`retention.kind.${kind}`)}
              </th>
              {cells.map(([label, said]) => (
                <td key={label} class="govuk-table__cell" data-label={ui.say(label)}>
                  {said}
                </td>
              ))}
            </tr>,
          ];
        })}
      </Rows>
    </DataTable>
  );
}

/** All of it in one file, to keep or to take elsewhere. */
export const showOwnDataFile: Work = async ({ house, request }) => {
  const own = await ownRecord(house, request);
  if (!own) return redirect(paths.signIn());
  const { ui } = await viewOf(request, languageOf(own));
  const files = await ownDataFiles(house, own, ui);
  // The moment of the data, so that the same data give the same file.
  const zip = zipSync({ ...files }, { mtime: new Date(house.clock.now()) });
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="data.zip"',
    },
    body: Buffer.from(zip).toString("base64"),
    isBase64Encoded: true,
  };
};
