import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Ui } from "../../reading/ui.ts";
import { PostForm, SubmitButton } from "../../web/parts/form.tsx";

interface Way {
  readonly href: string;
  readonly label: string;
}

/** One thing that stands still: whose, since when, what is wrong, and what mends it. */
export interface StuckLine {
  readonly name: string;
  readonly href: string;
  readonly since: string;
  readonly says: string;
  /** Where it is mended, or what mends it at once. */
  readonly link?: Way;
  /** Where it can be mended otherwise. */
  readonly other?: Way;
  readonly act?: {
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly label: string;
  };
}

export const StuckList = ({ lines, ui }: { readonly lines: readonly StuckLine[]; readonly ui: Ui }) => (
  <ul class="kelias-stuck">
    {lines.map(({ name, href, since, says, link, other, act }, index) => (
      <li key={`${index} ${href}`}>
        <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
          <a class="govuk-link" href={href}>
            {name}
          </a>
        </h2>
        <p class="govuk-hint">{ui.say("stuck.since", { time: printTime(since, ui.language) })}</p>
        <p class="govuk-body">{says}</p>
        {[link, other].map((way) =>
          way ? (
            <p class="govuk-body" key={way.href}>
              <a class="govuk-link" href={way.href}>
                {way.label}
                <span class="govuk-visually-hidden">: {name}</span>
              </a>
            </p>
          ) : null,
        )}
        {act ? (
          <PostForm action={act.action}>
            {Object.entries(act.fields).map(([field, value]) => (
              <input type="hidden" name={field} value={value} key={field} />
            ))}
            <SubmitButton label={act.label} />
          </PostForm>
        ) : null}
      </li>
    ))}
  </ul>
);
