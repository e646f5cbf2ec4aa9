import type { View } from "../../web/view.ts";

interface Props {
  readonly action: string;
  readonly view: View;
  readonly text: string;
  /** Of the library: by what it can be narrowed. */
  readonly tags?: {
    readonly chosen: string | undefined;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
}

/** A search in something public: a form that changes the address alone, so that what was found can be sent on. */
export const ShelfSearch = ({ action, view: { ui, language }, text, tags }: Props) => (
  <form method="get" action={action} class="kelias-filter">
    <input type="hidden" name="lang" value={language} />
    <div class="govuk-form-group">
      <label class="govuk-label" for="text">
        {ui.say("public.text")}
      </label>
      <input class="govuk-input" id="text" name="text" type="search" value={text} />
    </div>
    {tags ? (
      <div class="govuk-form-group">
        <label class="govuk-label" for="tag">
          {ui.say("public.tag")}
        </label>
        <select class="govuk-select" id="tag" name="tag">
          <option value="">{ui.say("public.tag.all")}</option>
          {tags.options.map(({ value, label }) => (
            <option key={value} value={value} selected={tags.chosen === value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    ) : null}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
      {ui.say("public.search")}
    </button>
  </form>
);

/** The ways on from a page of a shelf: where it begins, and where it goes on. */
export function ShelfPages({
  view: { ui, language },
  here,
  query,
  next,
}: {
  readonly view: View;
  readonly here: string;
  readonly query: URLSearchParams;
  readonly next: string | undefined;
}) {
  const href = (after?: string): string => {
    const on = new URLSearchParams({ lang: language });
    for (const name of ["text", "tag"]) if (query.get(name)) on.set(name, query.get(name) ?? "");
    if (after !== undefined) on.set("after", after);
    return `${here}?${on}`;
  };
  const isFirst = !query.has("after");
  if (isFirst && next === undefined) return null;
  return (
    <nav aria-label={ui.say("cases.pages")}>
      <p class="govuk-body">
        {isFirst ? null : (
          <a class="govuk-link" href={href()}>
            {ui.say("cases.first")}
          </a>
        )}{" "}
        {next === undefined ? null : (
          <a class="govuk-link" href={href(next)}>
            {ui.say("cases.next")}
          </a>
        )}
      </p>
    </nav>
  );
}
