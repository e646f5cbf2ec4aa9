import { codeMinutes } from "../../links.ts";
import { type Asked, describedBy } from "../../reading/asked.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import type { UiKey } from "../../reading/ui.ts";
import { PostForm } from "../../web/parts/form.tsx";
import { FormGroup, HintAndError } from "../../web/parts/group.tsx";
import type { TaskView } from "../task-view.ts";

const notices: Readonly<Record<string, UiKey>> = {
  sent: "sign.sent",
  soon: "sign.soon",
  tooMany: "sign.tooMany",
};

/** First get a code: a form of its own, because nothing is signed by it. `sent` is what came of asking for one. */
export function GetCode({
  open: { view, task },
  action,
  sent,
}: {
  readonly open: TaskView;
  readonly action: string;
  readonly sent: string | null;
}) {
  const { ui } = view;
  const email = task.assignee?.email ?? "";
  const notice = sent === null ? undefined : notices[sent];
  return (
    <>
      <h3 class="govuk-heading-s">{ui.say("sign.get")}</h3>
      {notice ? (
        <p class="govuk-inset-text" role="status">
          {ui.say(notice, { email })}
        </p>
      ) : null}
      <p class="govuk-body">{ui.say("sign.get.text", { email, minutes: codeMinutes })}</p>
      <PostForm action={action}>
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {ui.say("sign.get.button")}
        </button>
      </PostForm>
      <h3 class="govuk-heading-s">{ui.say("sign.enter")}</h3>
    </>
  );
}

/** Then the code, with the version that this page shows. */
export function CodeInput({ asked, version }: { readonly asked: Asked; readonly version: number }) {
  const error = asked.errors.find(({ field }) => field === "code");
  const around = {
    error: error ? sentenceOf(error, asked) : undefined,
    hint: undefined,
    label: asked.words.say(`${asked.form.id}.code.label`),
    describedBy: describedBy(error && "code-error"),
  };
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <FormGroup around={around}>
        <label class="govuk-label govuk-label--s" for="code">
          {around.label}
        </label>
        <HintAndError name="code" around={around} asked={asked} />
        <input
          class={`govuk-input govuk-input--width-10 kelias-figures${error ? " govuk-input--error" : ""}`}
          id="code"
          name="code"
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          aria-describedby={around.describedBy}
        />
      </FormGroup>
      <p class="govuk-hint">{asked.ui.say("sign.version", { version })}</p>
    </>
  );
}
