import { paths } from "../addresses/paths.ts";
import { entriesIn, type LoadedCase, processOfCases } from "../cases/load.ts";
import { applicantIn } from "../cases/people/applicant.ts";
import type { House } from "../house.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { headItem } from "../store/items.ts";
import { headKey, idOf, isCall } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import type { Saying } from "../web/parts/saying.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { typedRows } from "../web/parts/typed-back.tsx";
import type { Post } from "../web/posts.ts";
import type { View } from "../web/view.ts";

/** Named by this in the post that says a word the second time: whoever sends it has read what ends. */
const sure = "sure";
export const isSure = (post: Post): boolean => post.has(sure);

/** So many people are named; of more their number. */
const mostNamed = 20;

/** The refs of the cases that end when a word is said; `undefined` for a word that ends none but its own. */
export async function endedBy(
  house: Pick<House, "table">,
  { process, file, head }: LoadedCase,
  name: string,
  values: Readonly<Record<string, unknown>>,
): Promise<readonly string[] | undefined> {
  const { ends } = process.interruptions[name] ?? {};
  if (!ends) return undefined;
  const cases = isCall(head.pk) ? await processOfCases(head) : undefined;
  const entries = file.entries ?? (await entriesIn(house.table, head.pk, cases));
  return ends({ ...file, entries, ...(cases?.selects ? { selects: cases.selects } : {}) }, values);
}

/** Says what ends and for whom, before anything is done; what was typed is carried on. */
export async function drawEnding(
  house: Pick<House, "table">,
  view: View,
  { loaded, form, here, back }: Saying,
  {
    refs,
    post,
    values,
  }: { readonly refs: readonly string[]; readonly post: Post; readonly values: Asked["values"] },
): Promise<Answer> {
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const title = words.say(`${form.id}.title`);
  const asked: Asked = { form, words, ui, values, errors: [] };
  const items = await house.table.getMany(refs.slice(0, mostNamed).map(headKey));
  const named = await Promise.all(
    items.flatMap((item) => {
      if (!item) return [];
      const head = headItem.parse(item);
      return [
        applicantIn(head, loaded.head.data).then((name) => ({ ref: head.pk, name: name ?? codeOf(head.pk) })),
      ];
    }),
  );
  return page(view, {
    title,
    back,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-inset-text">{ui.say("saying.ends.sure")}</p>
        <SummaryList rows={typedRows(asked)} />
        <p class="govuk-body govuk-!-font-weight-bold">
          {refs.length === 0 ? ui.say("saying.ends.none") : ui.say("saying.ends", { count: refs.length })}
        </p>
        {named.length === 0 ? null : (
          <>
            <h2 class="govuk-heading-m">{ui.say("saying.ends.whose")}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {named.map(({ ref, name }) => (
                <li key={ref}>
                  <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
            {refs.length > named.length ? (
              <p class="govuk-body">
                <a class="govuk-link" href={paths.casesOfCall(idOf(loaded.head.pk))}>
                  {ui.say("saying.ends.more", { count: refs.length - named.length })}
                </a>
              </p>
            ) : null}
          </>
        )}
        <PostForm action={here}>
          {[...post].flatMap(([name, said]) =>
            said.map((value) => <input type="hidden" name={name} value={value} key={`${name} ${value}`} />),
          )}
          <input type="hidden" name={sure} value="yes" />
          <div class="govuk-button-group">
            <SubmitButton label={words.say(`${form.id}.submit`)} warning />
            <a class="govuk-link" href={here}>
              {ui.say("saying.ends.change")}
            </a>
            <a class="govuk-link" href={back}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </PostForm>
      </>
    ),
  });
}
