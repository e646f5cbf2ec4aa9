import type { FieldError } from "../../workflows/kernel/form.ts";
import { loadCase } from "../cases/load.ts";
import {
  confirmSigning,
  isSigningOpen,
  papersAmong,
  type Standing,
  signingOfSeveral,
  signNext,
  standingsOf,
} from "../cases/people/sign-several.ts";
import { codeMinutes } from "../links.ts";
import { caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { sentenceOf } from "../reading/sentences.ts";
import type { UiKey } from "../reading/ui.ts";
import type { SigningItem } from "../store/person-items.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { CodeField } from "../web/parts/code-field.tsx";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { DueOf, MaybeLink, namedPaper, PapersTable } from "./papers.tsx";
import type { SigningVisit, SigningWork } from "./signing-visit.ts";

/** What is about to be signed, with the place for the code; after that, how far it has come. */
export const showTogether: SigningWork = async (visit) => {
  const known = await signingOfSeveral(visit.house, visit.signer);
  if (known?.confirmedAt !== undefined) return drawProgress(visit, known);
  return known && isSigningOpen(known, visit.house.clock.now())
    ? drawPreview(visit, known)
    : redirect(visit.places.list);
};

/** Takes the code and signs, some papers at a time; sent again, it goes on. Each paper is signed once. */
export const takeTogether: SigningWork = async (visit) => {
  const { house, signer, request, places } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const known = await signingOfSeveral(house, signer);
  if (!known) return redirect(places.list);
  const confirmed = await confirmSigning(house, signer, known, post.value.get("code")?.[0] ?? "");
  if (confirmed !== "confirmed") return drawPreview(visit, known, confirmed);
  await signNext(house, signer);
  return redirect(places.together);
};

async function drawPreview(visit: SigningVisit, known: SigningItem, error?: FieldError) {
  const { house, signer, view, places } = visit;
  const { ui, language } = view;
  const papers = await papersAmong(house, signer, known.papers);
  const [first] = papers;
  if (!first) return redirect(places.list);
  const named = await Promise.all(papers.map((one) => namedPaper(visit, one)));
  const words = await caseWords(first.loaded, language);
  const asked = { form: first.form, words, ui, values: {}, errors: error ? [error] : [] };
  const problem = error && sentenceOf(error, asked);
  const count = known.papers.length;
  const now = house.clock.now();
  return page(view, {
    title: ui.say("together.sign.title"),
    back: places.list,
    wide: true,
    hasErrors: error !== undefined,
    status: error ? 422 : 200,
    body: (
      <>
        {problem === undefined ? null : <Warning view={view} text={problem} />}
        <h1 class="govuk-heading-l">{ui.say("together.sign.title")}</h1>
        <p class="govuk-body-l" role="status">
          {ui.say("together.sign.text", { count, email: signer.email, minutes: codeMinutes })}
        </p>
        <PostForm action={places.together}>
          <CodeField asked={asked} hint={ui.say("together.agree")} />
          <div class="govuk-button-group">
            <SubmitButton label={ui.say("together.submit", { count })} />
            <a class="govuk-link" href={places.list}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </PostForm>
        <PapersTable
          papers={named}
          visit={visit}
          caption={ui.say("together.title")}
          isCaptionHidden
          label="console.due"
          last={({ paper }) => <DueOf paper={paper} now={now} view={view} />}
        />
      </>
    ),
  });
}

const sayingOf = {
  signed: "together.signed",
  waiting: "together.waiting",
  outdated: "together.outdated",
  expired: "together.expired",
  gone: "together.gone",
  failed: "together.fault",
} as const satisfies Readonly<Record<Standing, UiKey>>;

async function drawProgress(visit: SigningVisit, known: SigningItem) {
  const { house, view, places } = visit;
  const { ui } = view;
  const standings = standingsOf(known);
  const rows = await Promise.all(
    known.papers.map(async ({ pk }, index) => {
      const loaded = await loadCase(house, pk, { withoutTasks: true });
      const about = loaded?.process.people("applicant", loaded.file)?.name ?? codeOf(pk);
      return { pk, about, standing: standings[index] ?? "waiting" };
    }),
  );
  const count = rows.length;
  const done = standings.filter((one) => one === "signed").length;
  const isOver = known.taken === count;
  const unsigned = known.taken - done;
  return page(view, {
    title: ui.say("together.sign.title"),
    back: places.list,
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("together.sign.title")}</h1>
        <p class="govuk-body-l" role="status">
          {ui.say("together.progress", { done, count })}
        </p>
        {isOver ? null : (
          <>
            <progress class="kelias-progress" max={count} value={known.taken} aria-hidden="true" />
            <form method="post" action={places.together} data-module="kelias-go-on">
              <SubmitButton label={ui.say("together.goOn")} />
            </form>
          </>
        )}
        {unsigned > 0 ? (
          <Warning view={view} text={ui.say("together.unsigned", { count: unsigned })} />
        ) : null}
        <DataTable
          caption={ui.say("together.title")}
          captionSize="hidden"
          stacks
          columns={columnsIn(ui, "console.about", "together.stand")}
        >
          <Rows>
            {rows.map(({ pk, about, standing }, index) => (
              <tr class="govuk-table__row" key={`${pk} ${index}`}>
                <td class="govuk-table__cell">
                  <MaybeLink href={places.caseOf(pk)}>{about}</MaybeLink>
                </td>
                <td class="govuk-table__cell" data-label={ui.say("together.stand")}>
                  {ui.say(sayingOf[standing])}
                </td>
              </tr>
            ))}
          </Rows>
        </DataTable>
        <p class="govuk-body">
          <a class="govuk-link" href={places.list}>
            {ui.say("together.more")}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={places.from.href}>
            {ui.say(places.from.label)}
          </a>
        </p>
      </>
    ),
  });
}
