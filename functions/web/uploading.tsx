import type { FileType } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { Messages } from "../reading/messages.ts";
import { type Upload, uploadItem } from "../store/applicant-items.ts";
import { uploadKey } from "../store/keys.ts";
import { ownerKey, readQuarantineKey, type UploadOwner } from "../uploads/owner.ts";
import { labelKeyOf, placeIn } from "../uploads/places.ts";
import { fileFor, removeUpload, uploadFormFor } from "../uploads/uploads.ts";
import { type Answer, redirect } from "./answers.ts";
import { refusalPage } from "./faults.tsx";
import { page } from "./page.ts";
import { fileIn, limitsIn } from "./parts/files.tsx";
import { PostForm } from "./parts/form.tsx";
import { notFound } from "./refusal.ts";
import type { View } from "./view.ts";
import type { Visit } from "./visit.ts";

/** A file that somebody is about to bring: for which place in which form, and where its pages are. */
export interface Bringing {
  readonly owner: UploadOwner;
  readonly form: Form;
  readonly field: string;
  /** What was answered where the same was asked before. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly words: Messages;
  readonly view: View;
  readonly here: string;
  readonly back: string;
}

/** Shows what there is and the form for a file; after the file was sent, how it fared. */
export async function showUploadOf(visit: Visit, bringing: Bringing | undefined): Promise<Answer> {
  if (!bringing) return refusalPage(visit.request, notFound);
  const key = visit.request.query.get("key");
  return key === null ? drawForm(visit, bringing) : afterSending(visit, bringing, key);
}

export async function removeUploadOf(visit: Visit, bringing: Bringing | undefined): Promise<Answer> {
  if (!bringing) return refusalPage(visit.request, notFound);
  await removeUpload(visit.house, bringing.owner, bringing.form, bringing);
  return redirect(bringing.back);
}

/** Somebody comes back from sending a file: it is looked at in a moment. */
async function afterSending(visit: Visit, bringing: Bringing, sent: string): Promise<Answer> {
  const said = readQuarantineKey(sent);
  if (!said) return redirect(bringing.here);
  const item = await visit.house.table.get(uploadKey(ownerKey(bringing.owner), bringing.field, said.id));
  const upload = item && uploadItem.parse(item);
  if (upload?.status === "released") return redirect(bringing.back);
  return upload ? drawForm(visit, bringing, upload) : drawWait(bringing);
}

function drawWait({ view, words, form, field, back }: Bringing): Promise<Answer> {
  const { ui } = view;
  return page(view, {
    title: ui.say("file.checking.title"),
    back,
    headers: { refresh: "3" },
    body: (
      <>
        <span class="govuk-caption-l">{words.say(labelKeyOf(form.id, field))}</span>
        <h1 class="govuk-heading-l">{ui.say("file.checking.title")}</h1>
        <p class="govuk-body" role="status">
          {ui.say("file.checking.text")}
        </p>
      </>
    ),
  });
}

async function drawForm(visit: Visit, bringing: Bringing, refused?: Upload): Promise<Answer> {
  const { house } = visit;
  const { owner, form, field, words, view, here, back } = bringing;
  const { ui } = view;
  const asked = placeIn(form.fields, field)?.field;
  const post = await uploadFormFor(house, owner, field, `${house.config.portalUrl}${here}`);
  const title = words.say(labelKeyOf(form.id, field));
  const latest = refused ?? (await fileFor(house, owner, form, bringing));
  const origin = post ? new URL(post.url).origin : "";
  return page(view, {
    title,
    back,
    status: refused ? 422 : post ? 200 : 410,
    headers: { "content-security-policy": policyWith(origin) },
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {latest?.status === "refused" ? (
          <div class="govuk-error-summary" role="alert">
            <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
            <p class="govuk-body">{ui.say(`file.fault.${latest.fault ?? "damaged"}`)}</p>
          </div>
        ) : null}
        {latest?.status === "released" ? (
          <PostForm action={here}>
            <p class="govuk-body">{fileIn(ui, latest)}</p>
            <button type="submit" class="govuk-button govuk-button--secondary">
              {ui.say("file.remove")}
            </button>
          </PostForm>
        ) : null}
        {post && asked ? (
          <form
            method="post"
            action={post.url}
            encType="multipart/form-data"
            data-module="kelias-file"
            data-most={post.maxBytes}
            data-too-large={ui.say("file.fault.tooLarge")}
          >
            {Object.entries(post.fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            <div class="govuk-form-group">
              <label class="govuk-label" for="file">
                {ui.say("file.label")}
              </label>
              <div id="file-hint" class="govuk-hint">
                {limitsIn(ui, asked)}
              </div>
              <p id="file-error" class="govuk-error-message" role="alert" hidden />
              <input
                class="govuk-file-upload"
                id="file"
                name="file"
                type="file"
                required
                aria-describedby="file-hint file-error"
                accept={post.types.map((type) => endings[type]).join(",")}
              />
            </div>
            <div class="govuk-button-group">
              <button type="submit" class="govuk-button">
                {ui.say("file.send")}
              </button>
              <a class="govuk-link" href={back}>
                {ui.say("file.back")}
              </a>
            </div>
          </form>
        ) : (
          <p class="govuk-body">{ui.say("file.over")}</p>
        )}
      </>
    ),
  });
}

/** What the browser's chooser shows first. */
const endings: Readonly<Record<FileType, string>> = {
  pdf: ".pdf",
  jpeg: ".jpg,.jpeg",
  png: ".png",
  adoc: ".adoc,.asice,.sce",
  asice: ".asice,.sce",
};

/** The page may send its form to where files come in, and nowhere else than before. */
const policyWith = (origin: string): string =>
  `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self' ${origin}; base-uri 'none'; frame-ancestors 'none'`;
