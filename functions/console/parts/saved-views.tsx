import { paths } from "../../addresses/paths.ts";
import { isSamePerson } from "../../cases/people/staff.ts";
import type { StaffMember } from "../../cases/people/staff-member.ts";
import { viewPrefix } from "../../store/keys.ts";
import { longestName, type SavedView } from "../../views/views.ts";
import { PostForm } from "../../web/parts/form.tsx";
import type { View } from "../../web/view.ts";

/** The ways in which somebody, or a colleague, wants to look at the list again, and how this one is kept. */
export function SavedViews({
  views,
  said,
  callId,
  member,
  view: { ui },
}: {
  readonly views: readonly SavedView[];
  /** The query of the list as it stands. */
  readonly said: string;
  readonly callId: string;
  readonly member: StaffMember;
  readonly view: View;
}) {
  const list = paths.casesOfCall(callId);
  const own = views.filter(({ by }) => isSamePerson(by, member));
  return (
    <>
      {views.length > 0 ? (
        <nav aria-label={ui.say("views.title")}>
          <ul class="govuk-list kelias-orders">
            {views.map(({ sk, name, said: kept, by, isShared }) => (
              <li key={sk}>
                <a class="govuk-link" href={`${list}?${kept}`}>
                  {isShared && !isSamePerson(by, member) ? ui.say("views.of", { name, by: by.name }) : name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{ui.say("views.save")}</span>
        </summary>
        <div class="govuk-details__text">
          <form method="post" action={paths.viewsOfCall(callId)} class="kelias-filter">
            <input type="hidden" name="said" value={said} />
            <div class="govuk-form-group">
              <label class="govuk-label" for="view-name">
                {ui.say("views.name")}
              </label>
              <div class="govuk-hint" id="view-hint">
                {ui.say("views.hint")}
              </div>
              <input
                class="govuk-input"
                id="view-name"
                name="name"
                maxLength={longestName}
                required
                aria-describedby="view-hint"
              />
            </div>
            <div class="govuk-form-group">
              <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    id="view-shared"
                    name="shared"
                    type="checkbox"
                    value="yes"
                  />
                  <label class="govuk-label govuk-checkboxes__label" for="view-shared">
                    {ui.say("views.shared")}
                  </label>
                </div>
              </div>
            </div>
            <button type="submit" class="govuk-button govuk-button--secondary">
              {ui.say("views.submit")}
            </button>
          </form>
          {own.map(({ sk, name }) => (
            <PostForm action={paths.removeView(callId, sk.slice(viewPrefix.length))} key={sk}>
              <button type="submit" class="govuk-button govuk-button--secondary">
                {ui.say("views.remove", { name })}
              </button>
            </PostForm>
          ))}
        </div>
      </details>
    </>
  );
}
