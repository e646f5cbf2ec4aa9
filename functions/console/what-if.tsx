import * as z from "zod";
import type { FieldError } from "../../workflows/kernel/form.ts";
import type { Compared } from "../../workflows/kernel/selection/desk.ts";
import { paths } from "../addresses/paths.ts";
import { deskOf } from "../calls/desk.ts";
import { loadCase } from "../cases/load.ts";
import { breakIn } from "../cases/road/interrupt.ts";
import { isAtOnce, lastFinding } from "../findings/ask.ts";
import { casesNamed, countsOf, type TrialFinding, trialFinding } from "../findings/trial.ts";
import { idByCode, rankedAmong, rankedCases } from "../findings/tried-cases.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { wordsOf } from "../reading/process-words.ts";
import { idOf, refOfCall } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { isSaidAgain, isSaidSince, SaidBefore } from "../web/parts/saying.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { questionOf } from "./findings.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { FindingState } from "./parts/finding.tsx";
import { TrialForm, TrialProblems } from "./parts/trial-form.tsx";
import { Comparison } from "./parts/trial-result.tsx";
import type { Tried, TriedFault } from "./parts/tried.ts";
import { maySay } from "./say.tsx";

/** A sandbox of the ranking. All that is tried stands in the address: nothing is stored before it is adopted. */
export const showWhatIf = forStaff(async (visit) => {
  const tried = await triedIn(visit, visit.request.query);
  return tried ? draw(visit, tried) : refusalPage(visit.request, notFound);
});

/** What was tried becomes so, with a reason: the ranking is made again and goes to the commission anew. */
export const takeAdoption = forStaff(async (visit) => {
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const [changes = ""] = post.value.get("changes") ?? [];
  const [reason = ""] = post.value.get("reason") ?? [];
  const tried = await triedIn(visit, new URLSearchParams(changes));
  if (!tried) return refusalPage(visit.request, notFound);
  const word = { name: tried.desk.adoption, by: visit.member.email };
  const changed = tried.desk.writeTrial(tried.trial);
  const adopts = { changes: changed, reason };
  if (isSaidAgain(visit.request, tried.loaded, word, adopts))
    return redirect(paths.consoleCall(idOf(tried.loaded.head.pk)));
  const isLate = isSaidSince(visit.request, tried.loaded) || !maySay(visit, tried.loaded, word.name);
  if (tried.faults.length > 0 || changed === "" || isLate) return draw(visit, tried, { reason }, [], 409);
  const said = await breakIn(visit.house, tried.loaded, word, adopts);
  switch (said.outcome) {
    case "accepted":
      return redirect(paths.consoleCall(idOf(tried.loaded.head.pk)));
    case "invalid":
      return draw(visit, tried, { reason }, said.errors, 422);
    default:
      return draw(visit, tried, { reason }, [], 409);
  }
});

const applying = z.object({ applicationProcess: z.string() });

async function triedIn({ house, at, view }: StaffVisit, query: URLSearchParams): Promise<Tried | undefined> {
  const isLarge = !(await isAtOnce(house, at("id"), "trial"));
  const loaded = await loadCase(house, refOfCall(at("id")), { withEntries: !isLarge });
  const desk = loaded && (await deskOf(loaded));
  const selection = loaded?.file.selects;
  if (!desk || !selection) return undefined;
  const { applicationProcess } = applying.parse(loaded.file.call);
  const picked = query.get("case");
  const id = isLarge && picked ? await idByCode(house, at("id"), picked.trim()) : picked;
  const { whole, half } = withPicked(query, id ?? undefined);
  const cases = isLarge
    ? await rankedAmong(house, at("id"), casesNamed(whole))
    : await rankedCases(house, at("id"));
  const mayName = { ...desk.trialTerms(loaded.file), cases: cases.map(({ ref }) => idOf(ref)) };
  const { trial, faults } = desk.readTrial(whole, mayName);
  const words = await wordsOf(applicationProcess, view);
  const terms = selection.terms(loaded.file.call);
  const tried = { loaded, desk, selection, cases, isLarge, terms, mayName, words };
  return { ...tried, trial, faults: [...faults, ...half], query: whole };
}

/**
 * The one score that was picked from the list of cases, among the others that were changed before; of a half of it, what the
 * other half is.
 */
function withPicked(query: URLSearchParams, picked: string | undefined) {
  const score = query.get("newScore")?.trim();
  const half: readonly TriedFault[] =
    query.get("case") && !picked
      ? [{ name: "case", problem: "noSuchCase" }]
      : picked && !score
        ? [{ name: "newScore", problem: "noScore" }]
        : score && !picked
          ? [{ name: "case", problem: "noCase" }]
          : [];
  if (half.length > 0) return { whole: query, half };
  const whole = new URLSearchParams([...query].filter(([name]) => name !== "case" && name !== "newScore"));
  if (picked && score) whole.set(`score.${picked}`, score);
  return { whole, half };
}

/** Of a small call everything is told: what changes, or all of it. */
const toldAtOnce = (compared: readonly Compared[], isWhole: boolean): TrialFinding => ({
  counts: countsOf(compared),
  rows: (isWhole ? compared : compared.filter(({ change }) => change !== "same")).map((row) => ({ ...row })),
});

/** Who applied, by ref. */
async function namesOf({ house, at }: StaffVisit, { cases, isLarge }: Tried, rows: TrialFinding["rows"]) {
  const told = isLarge
    ? await rankedAmong(
        house,
        at("id"),
        rows.map(({ ref }) => idOf(ref)),
      )
    : cases;
  return new Map(told.map(({ ref, applicantName }) => [ref, applicantName]));
}

async function draw(
  visit: StaffVisit,
  tried: Tried,
  values: Readonly<Record<string, string>> = {},
  errors: readonly FieldError[] = [],
  status = 200,
) {
  const { view } = visit;
  const { ui, language } = view;
  const { loaded, desk, trial, faults, cases } = tried;
  const changes = desk.writeTrial(trial);
  const isTried = changes !== "" && faults.length === 0;
  const question = questionOf(visit, idOf(loaded.head.pk), "trial", changes);
  const finding =
    tried.isLarge && isTried ? await lastFinding(visit.house, question, trialFinding) : undefined;
  const compared = isTried && !tried.isLarge ? desk.compare(loaded.file, trial) : undefined;
  const isWhole = tried.query.has("all");
  const shown = finding?.found ?? (compared && toldAtOnce(compared, isWhole));
  const names = await namesOf(visit, tried, shown?.rows ?? []);
  const words = await caseWords(loaded, language);
  const adoption = loaded.process.interruptions[desk.adoption]?.form;
  const mayAdopt = maySay(visit, loaded, desk.adoption);
  const asked: Asked | undefined = adoption && { form: adoption, words, ui, values, errors };
  const title = ui.say("trial.title");
  return page(view, {
    title,
    back: paths.consoleCall(idOf(loaded.head.pk)),
    wide: true,
    hasErrors: faults.length + errors.length > 0,
    status: faults.length > 0 ? 422 : status,
    body: (
      <>
        {asked ? <ErrorSummary asked={asked} /> : null}
        <TrialProblems tried={tried} ui={ui} />
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body-l">{ui.say("trial.text")}</p>
        {cases.length === 0 && !tried.isLarge ? (
          <p class="govuk-body">{ui.say("trial.none")}</p>
        ) : (
          <TrialForm tried={tried} view={view} />
        )}
        {finding ? (
          <FindingState
            question={question}
            finding={finding}
            here={`${paths.whatIf(idOf(loaded.head.pk))}?${changes}`}
            view={view}
          />
        ) : null}
        {shown ? (
          <Comparison shown={shown} names={names} tried={tried} view={view} isWhole={isWhole} />
        ) : null}
        {shown && asked && mayAdopt ? (
          <>
            <h2 class="govuk-heading-m">{words.say(`${asked.form.id}.title`)}</h2>
            <p class="govuk-body">{words.say(`interruption.${desk.adoption}.text`)}</p>
            <TypedForm action={paths.whatIf(idOf(loaded.head.pk))}>
              <SaidBefore loaded={loaded} />
              <input type="hidden" name="changes" value={changes} />
              <FieldInputs asked={asked} names={["reason"]} />
              <SubmitButton label={words.say(`${asked.form.id}.submit`)} warning />
            </TypedForm>
          </>
        ) : isTried && !shown ? null : (
          <p class="govuk-inset-text">{ui.say(mayAdopt ? "trial.nothing" : "trial.only")}</p>
        )}
      </>
    ),
  });
}
