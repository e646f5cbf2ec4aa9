import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import { printNumber } from "../certificates/number.ts";
import { sayConsent } from "../public/consent.ts";
import { openRowsOf } from "../public/open-rows.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import type { OpenRow } from "../store/open-item.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm } from "../web/parts/form.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** What of one's own everybody may see, and the word by which each is shown or not. */
export const showPublicOfMine: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const rows = openRowsOf(loaded);
  return page(view, {
    title: ui.say("public.mine"),
    back: ownPathOf(visit.house.config.linkSecret, loaded),
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("public.mine")}</h1>
        <p class="govuk-body">{ui.say(rows.length > 0 ? "public.mine.text" : "public.mine.none")}</p>
        {rows.map((row) => (
          <Own
            key={row.number}
            row={row}
            loaded={loaded}
            here={visit.request.path}
            words={words}
            view={view}
          />
        ))}
      </>
    ),
  });
};

function Own({
  row,
  loaded,
  here,
  words,
  view: { ui, language },
}: {
  readonly row: OpenRow;
  readonly loaded: LoadedCase;
  readonly here: string;
  readonly words: Messages;
  readonly view: View;
}) {
  const isShown = row.says !== undefined;
  const last = loaded.consents?.find(({ kind, name }) => kind === row.kind && name === row.name)?.said.at(-1);
  const what = words.say(`${row.state === undefined ? "publishes" : "registers"}.${row.kind}`);
  return (
    <section>
      <h2 class="govuk-heading-m">{what}</h2>
      <SummaryList
        rows={[
          { label: ui.say("public.number"), value: <NumberOf row={row} /> },
          { label: ui.say("registers.from"), value: printDay(row.from, language) },
          { label: ui.say("public.shown"), value: ui.say(isShown ? "public.shown.yes" : "public.shown.no") },
        ]}
      />
      {last?.reason === undefined ? null : (
        <div class="govuk-inset-text">
          {ui.say("public.hiddenByStaff", { time: printTime(last.at, language) })}
          <div class="kelias-said">{last.reason}</div>
        </div>
      )}
      <PostForm action={here}>
        <input type="hidden" name="kind" value={row.kind} />
        <input type="hidden" name="name" value={row.name} />
        <input type="hidden" name="agrees" value={isShown ? "no" : "yes"} />
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {ui.say(isShown ? "public.hide" : "public.show")}
          <span class="govuk-visually-hidden">: {what}</span>
        </button>
      </PostForm>
    </section>
  );
}

/** The number, which leads to where everybody finds it: in the library for as long as it is shown there, in a register always. */
function NumberOf({ row: { number, state, says } }: { readonly row: OpenRow }) {
  const printed = printNumber(number);
  if (state === undefined && says === undefined) return printed;
  const href = state === undefined ? paths.publication(printed) : paths.registered(printed);
  return (
    <a class="govuk-link kelias-figures" href={href}>
      {printed}
    </a>
  );
}

/** Takes the holder's word; by the time that it is answered, it holds everywhere. */
export const takeConsent: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const [kind = "", name = "", agrees = ""] = ["kind", "name", "agrees"].map(
    (field) => post.value.get(field)?.[0] ?? "",
  );
  if (agrees === "yes" || agrees === "no") {
    const by = loaded.process.people("applicant", loaded.file)?.email ?? "";
    await sayConsent(visit.house, loaded, { kind, name }, { agrees: agrees === "yes", by });
  }
  return redirect(visit.request.path);
};
