import { paths } from "../../addresses/paths.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Menu, MenuItem, View } from "../view.ts";

/** What staff have on every page: the search, where they can go, and where they can go within the call that they are in. */
export const ConsoleMenu = ({
  menu,
  view: { ui },
  width,
}: {
  readonly menu: Menu;
  readonly view: View;
  readonly width: string;
}) => (
  <div class="kelias-menu">
    <div class={`${width} kelias-menu__row`}>
      <nav aria-label={ui.say("menu.label")}>
        <Items items={menu.items} />
      </nav>
      <SearchBox ui={ui} />
    </div>
    {menu.call ? (
      <div class="kelias-menu__call">
        <nav class={width} aria-label={menu.call.title}>
          <Items items={menu.call.items} />
        </nav>
      </div>
    ) : null}
  </div>
);

const Items = ({ items }: { readonly items: readonly MenuItem[] }) => (
  <ul class="kelias-menu__list">
    {items.map(({ href, label, current }) => (
      <li key={href}>
        <a class="kelias-menu__item" href={href} {...(current ? { "aria-current": current } : {})}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

/** What is looked for is sent, not put into an address: names must not stand in one. */
const SearchBox = ({ ui }: { readonly ui: Ui }) => (
  <search class="kelias-menu__search">
    <form class="kelias-search" method="post" action={paths.search()}>
      <label class="govuk-visually-hidden" for="console-search">
        {ui.say("search.label")}
      </label>
      <input
        class="govuk-input kelias-search__input"
        id="console-search"
        name="text"
        type="search"
        maxLength={200}
        placeholder={ui.say("search.go")}
        data-module="kelias-search"
        data-by-key={ui.say("search.byKey")}
      />
      <button type="submit" class="govuk-button govuk-button--secondary kelias-search__go">
        {ui.say("search.go")}
      </button>
    </form>
  </search>
);
