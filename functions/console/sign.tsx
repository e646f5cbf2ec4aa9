import type { FieldError, Signing } from "../../workflows/kernel/form.ts";
import { keyFromPath } from "../addresses/address.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { signElsewhere, signingOf, wasSignedSo } from "../cases/people/sign-elsewhere.ts";
import { formOf } from "../cases/tasks/find-task.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import type { Task } from "../store/items.ts";
import { refOfCase } from "../store/keys.ts";
import { ownerOfTask } from "../uploads/owner.ts";
import { filesOf } from "../uploads/uploads.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { documentLinks, placesOfCase } from "../web/parts/documents.tsx";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { drawTooLate } from "../web/parts/saying.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { type Bringing, removeUploadOf, showUploadOf } from "../web/uploading.tsx";
import { forStaff, type StaffVisit } from "./guard.ts";

/** A signature that somebody is asked for, and that the coordinator may say was given elsewhere. */
interface Asked {
  readonly loaded: LoadedCase;
  readonly task: Task;
  readonly signs: Signing;
}

/** The tasks of a case whose signature this member of the staff may record: the call's coordinator alone. */
export const signaturesFor = (
  { member }: Pick<StaffVisit, "member">,
  loaded: LoadedCase,
): readonly Task[] => {
  const coordinator = loaded.process.people("coordinator", loaded.file)?.email.toLowerCase();
  if (coordinator !== member.email.toLowerCase()) return [];
  return loaded.tasks.filter((task) => signingOf(loaded, task) !== undefined);
};

async function askedAt(visit: StaffVisit): Promise<Asked | "over" | undefined> {
  const { house, at } = visit;
  const loaded = await loadCase(house, refOfCase(at("id")));
  const known = loaded?.tasks.find(({ sk }) => sk === `task#${keyFromPath(at("key"))}`);
  if (!loaded || !known) return undefined;
  const task = signaturesFor(visit, loaded).find(({ sk }) => sk === known.sk);
  const signs = task && signingOf(loaded, task);
  return task && signs ? { loaded, task, signs } : "over";
}

/** Asks how, when and by which file it was signed. */
export const showSigning = forStaff(async (visit) => {
  const asked = await askedAt(visit);
  if (!asked) return refusalPage(visit.request, notFound);
  if (asked === "over") return drawTooLate(visit.view, paths.consoleCase(visit.at("id")));
  return draw(visit, asked, asked.task.typed ?? {});
});

/** Records the signature, once; or keeps what was typed and goes for the file. */
export const takeSigning = forStaff(async (visit) => {
  const { house, request, view, member, at } = visit;
  const asked = await askedAt(visit);
  if (!asked) return refusalPage(request, notFound);
  const back = paths.consoleCase(at("id"));
  if (asked === "over") return (await isSignedAgain(visit)) ? redirect(back) : drawTooLate(view, back);
  const { elsewhere } = asked.signs;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(elsewhere, Object.keys(elsewhere.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const wanted = post.value.get("upload")?.[0];
  if (wanted !== undefined && Object.hasOwn(elsewhere.fields, wanted)) {
    const { pk, sk } = asked.task;
    await house.table.change({ pk, sk }, { set: { typed: typed.value }, when: { status: { is: "open" } } });
    return redirect(paths.signingUpload(at("id"), asked.task, wanted));
  }
  const version = post.value.get("version")?.[0] ?? "";
  const signed = await signElsewhere(house, asked, { ...typed.value, version }, member.email);
  switch (signed.outcome) {
    case "signed":
      return redirect(back);
    case "closed":
      return drawTooLate(view, back);
    case "invalid":
      return draw(visit, asked, typed.value, signed.errors);
  }
});

/** Is it the very form that has recorded the signature, whose answer was lost? */
async function isSignedAgain({ house, request, member, at }: StaffVisit): Promise<boolean> {
  const loaded = await loadCase(house, refOfCase(at("id")));
  const task = loaded?.tasks.find(({ sk }) => sk === `task#${keyFromPath(at("key"))}`);
  const elsewhere = loaded && task && formOf(loaded.process.states[task.state], task.part)?.signs?.elsewhere;
  const post = readPost(request);
  if (!loaded || !task || !elsewhere || post.outcome === "refused") return false;
  const typed = typedInto(elsewhere, Object.keys(elsewhere.fields), post.value);
  return typed.outcome !== "refused" && wasSignedSo(house, { task, loaded }, typed.value, member.email);
}

async function bringing(visit: StaffVisit): Promise<Bringing | undefined> {
  const { view, request, at } = visit;
  const asked = await askedAt(visit);
  if (!asked || asked === "over") return undefined;
  const { loaded, task, signs } = asked;
  if (!Object.hasOwn(signs.elsewhere.fields, at("field"))) return undefined;
  return {
    owner: ownerOfTask(task),
    form: signs.elsewhere,
    field: at("field"),
    words: await caseWords(loaded, view.language),
    view,
    here: request.path,
    back: request.path.replace(/\/upload\/[^/]+$/, ""),
  };
}

export const showSigningUpload = forStaff(async (visit) => showUploadOf(visit, await bringing(visit)));
export const removeSigningUpload = forStaff(async (visit) => removeUploadOf(visit, await bringing(visit)));

async function draw(
  visit: StaffVisit,
  { loaded, task, signs }: Asked,
  values: Typed | Readonly<Record<string, unknown>>,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { house, view, at, request } = visit;
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const files = await filesOf(house, ownerOfTask(task), signs.elsewhere);
  const asked = { form: signs.elsewhere, words, ui, values, errors, files };
  const back = paths.consoleCase(at("id"));
  const title = words.say(`${signs.elsewhere.id}.title`);
  const version = signs.versions(loaded.file).length;
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">
          {callTitle(loaded, language)}, {loaded.process.people("applicant", loaded.file)?.name}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {ui.say("sign.elsewhere.text", { name: task.assignee?.name ?? "", version })}
        </p>
        <TypedForm action={request.path}>
          <input type="hidden" name="version" value={version} />
          <WholeForm asked={asked} />
          <div class="govuk-button-group">
            <SubmitButton label={words.say(`${signs.elsewhere.id}.submit`)} />
            <a class="govuk-link" href={back}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </TypedForm>
        {await documentLinks(placesOfCase(at("id")), "coordinator", loaded, language)}
      </>
    ),
  });
}
