import type { ComponentChildren } from "preact";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import type { LoadedCase } from "../../cases/load.ts";
import type { Asked } from "../../reading/asked.ts";
import { callTitle } from "../../reading/case-words.ts";
import { codeOf } from "../../reading/codes.ts";
import type { Messages } from "../../reading/messages.ts";
import { asMessages } from "../../reading/ui.ts";
import { isCall } from "../../store/keys.ts";
import type { Answer } from "../../web/answers.ts";
import { page } from "../../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../../web/parts/form.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import type { Typed } from "../../web/typed.ts";
import type { View } from "../../web/view.ts";

/** Something that one of the staff may do to a case: what will happen, what is asked for it, and where its pages are. */
export interface Act {
  readonly loaded: LoadedCase;
  readonly form: Form;
  readonly title: string;
  /** What will happen, before it does. */
  readonly children: ComponentChildren;
  /** The address of the question. */
  readonly here: string;
  /** Where to go back to. */
  readonly back: string;
  /** The form's words, where it is not the portal's own. */
  readonly words?: Messages;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** The files that were brought for it, by field. */
  readonly files?: Asked["files"];
  /** What the page was drawn from, so that what is sent twice is done once. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** Why it was not done, where no field is to blame. */
  readonly refused?: string;
}

/** Says what will happen and asks for what is needed; nothing is done before the answer. */
export function drawAct(view: View, act: Act): Promise<Answer> {
  const { ui, language } = view;
  const { loaded, form, title, here, back, typed = {}, errors = [], hidden = {}, refused } = act;
  const words = act.words ?? asMessages(ui);
  const asked: Asked = { form, words, ui, values: typed, errors, ...(act.files ? { files: act.files } : {}) };
  const { head, process, file } = loaded;
  const name = process.people("applicant", file)?.name ?? (isCall(head.pk) ? undefined : codeOf(head.pk));
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: refused === undefined ? (errors.length > 0 ? 422 : 200) : 409,
    body: (
      <>
        <ErrorSummary asked={asked} />
        {refused === undefined ? null : <Warning view={view} text={refused} />}
        <span class="govuk-caption-l">
          {[callTitle(loaded, language), name].filter((part) => part !== undefined).join(", ")}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        {act.children}
        <TypedForm action={here}>
          {Object.entries(hidden).map(([key, value]) => (
            <input type="hidden" name={key} value={value} key={key} />
          ))}
          <WholeForm asked={asked} />
          <div class="govuk-button-group">
            <SubmitButton label={words.say(`${form.id}.submit`)} />
            <a class="govuk-link" href={back}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </TypedForm>
      </>
    ),
  });
}
