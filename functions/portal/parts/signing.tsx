import { codeMinutes } from "../../links.ts";
import type { Asked } from "../../reading/asked.ts";
import type { UiKey } from "../../reading/ui.ts";
import { CodeField } from "../../web/parts/code-field.tsx";
import { PostForm } from "../../web/parts/form.tsx";
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
export const CodeInput = ({ asked, version }: { readonly asked: Asked; readonly version: number }) => (
  <>
    <input type="hidden" name="version" value={version} />
    <CodeField asked={asked} />
    <p class="govuk-hint">{asked.ui.say("sign.version", { version })}</p>
  </>
);
