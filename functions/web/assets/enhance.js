// Makes pages a little more comfortable where scripts run; without it everything works.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
  Tabs,
} from "govuk-frontend";
import { desk } from "./desk.js";
import { checkSize } from "./file.js";
import { follow } from "./follow.js";
import { keepTyped } from "./keep.js";
import { showWhere } from "./menu.js";
import { searchByKey } from "./search.js";
import { goOn, tickAll } from "./tick.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
  Tabs,
]) {
  createAll(Component);
}
document.querySelectorAll("[data-module=kelias-keep]").forEach(keepTyped);
document.querySelectorAll("[data-module=kelias-file]").forEach(checkSize);
document.querySelectorAll("[data-module=kelias-follow]").forEach(follow);
document.querySelectorAll("[data-module=kelias-desk]").forEach(desk);
document.querySelectorAll("[data-module=kelias-search]").forEach(searchByKey);
document.querySelectorAll(".kelias-menu__item[aria-current]").forEach(showWhere);
document.querySelectorAll("[data-module=kelias-tick-all]").forEach(tickAll);
document.querySelectorAll("[data-module=kelias-go-on]").forEach(goOn);
