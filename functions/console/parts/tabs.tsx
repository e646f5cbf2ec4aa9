import type { ComponentChildren } from "preact";

export interface Tab {
  /** What its link leads to on the page. */
  readonly id: string;
  readonly label: string;
  readonly body: ComponentChildren;
}

/**
 * Parts of a page of which one is seen at a time; on a phone, on paper and where no scripts run, one under the other, each under its
 * heading. A link from elsewhere opens the part that it names.
 */
export const Tabs = ({ title, tabs }: { readonly title: string; readonly tabs: readonly Tab[] }) => (
  <div class="govuk-tabs kelias-tabs" data-module="govuk-tabs">
    <h2 class="govuk-tabs__title">{title}</h2>
    <ul class="govuk-tabs__list">
      {tabs.map(({ id, label }, index) => (
        <li class={`govuk-tabs__list-item${index === 0 ? " govuk-tabs__list-item--selected" : ""}`} key={id}>
          <a class="govuk-tabs__tab" href={`#${id}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    {tabs.map(({ id, label, body }, index) => (
      <section class={`govuk-tabs__panel${index === 0 ? "" : " govuk-tabs__panel--hidden"}`} id={id} key={id}>
        <h2 class="govuk-heading-m kelias-tabs__heading">{label}</h2>
        {body}
      </section>
    ))}
  </div>
);
