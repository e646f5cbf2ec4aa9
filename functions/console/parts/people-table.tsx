import { paths } from "../../addresses/paths.ts";
import { callFormOf } from "../../calls/call-drafts.ts";
import { summaryOf } from "../../calls/calls.ts";
import type { PersonOfCall } from "../../people/people.ts";
import { wordsOf } from "../../reading/process-words.ts";
import type { Head } from "../../store/items.ts";
import { idOf } from "../../store/keys.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";
import { wordsOfForm } from "../making/guard.ts";

/** What a call is called, and what its roles and lists of people are called. */
interface Named {
  readonly title: string;
  readonly roleOf: (role: string) => string;
}

/** The names by which people of these calls are told of. */
export async function namesIn(
  calls: readonly Head[],
  view: Pick<View, "language" | "ui">,
): Promise<ReadonlyMap<string, Named>> {
  const named = calls.map(async (call): Promise<readonly [string, Named]> => {
    const { title, process } = summaryOf(call, "");
    const [words, callForm] = await Promise.all([wordsOf(process, view), callFormOf(process)]);
    const asked = callForm && (await wordsOfForm(callForm, view));
    /** `role`: of one of the staff, or the name of a list, which says as what each of it works. */
    const roleOf = (role: string): string => {
      const { worksAs = role } = callForm?.form.fields[role] ?? {};
      return (
        words.maybe(`role.${role}`) ??
        words.maybe(`role.${worksAs}`) ??
        asked?.maybe(`callForm.${role}.label`) ??
        view.ui.say("role.staff")
      );
    };
    return [idOf(call.pk), { title: title[view.language], roleOf }];
  });
  return new Map(await Promise.all(named));
}

/** People of calls, a line each, with what they do in which call. */
export const PeopleTable = ({
  people,
  names,
  isOneCall = false,
  hrefOf = () => undefined,
  view: { ui },
}: {
  readonly people: readonly PersonOfCall[];
  readonly names: ReadonlyMap<string, Named>;
  /** All are of one call, which need not be named. */
  readonly isOneCall?: boolean;
  readonly view: View;
  /** Where what is said of somebody in a role can be changed. */
  readonly hrefOf?: (email: string, role: string) => string | undefined;
}) => (
  <DataTable
    caption={ui.say("menu.people")}
    captionSize={isOneCall ? "hidden" : "m"}
    stacks
    columns={columnsIn(ui, "people.name", "people.email", "people.works")}
  >
    <Rows>
      {people.map(({ name, email, works }) => (
        <tr class="govuk-table__row" key={email}>
          <th scope="row" class="govuk-table__header">
            {name}
          </th>
          <td class="govuk-table__cell" data-label={ui.say("people.email")}>
            <a class="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
          </td>
          <td class="govuk-table__cell" data-label={ui.say("people.works")}>
            {isOneCall ? (
              <ul class="govuk-list govuk-!-margin-bottom-0">
                {works.map(({ callId, role }) => (
                  <li key={role}>
                    <RoleOf
                      said={names.get(callId)?.roleOf(role)}
                      href={hrefOf(email, role)}
                      change={ui.say("listed.change.of", { name })}
                    />
                  </li>
                ))}
              </ul>
            ) : (
              <WorksOf works={works} names={names} ui={ui} />
            )}
          </td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);

/** In more calls than these a role is folded: whoever coordinates all of them would fill the page. */
const mostUnfolded = 3;

/** In which calls somebody works, role by role. */
function WorksOf({
  works,
  names,
  ui,
}: Pick<PersonOfCall, "works"> & {
  readonly names: ReadonlyMap<string, Named>;
  readonly ui: View["ui"];
}) {
  const roles = Map.groupBy(works, ({ callId, role }) => names.get(callId)?.roleOf(role) ?? "");
  return [...roles].map(([role, those]) => {
    const calls = [...new Set(those.map(({ callId }) => callId))].map((callId, at) => (
      <>
        {at === 0 ? "" : ", "}
        <a class="govuk-link" href={paths.peopleOfCall(callId)}>
          {names.get(callId)?.title}
        </a>
      </>
    ));
    if (calls.length <= mostUnfolded)
      return (
        <div key={role}>
          {role}: {calls}
        </div>
      );
    return (
      <details class="govuk-details govuk-!-margin-bottom-0" key={role}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {ui.say("people.calls", { role, count: calls.length })}
          </span>
        </summary>
        <div class="govuk-details__text">{calls}</div>
      </details>
    );
  });
}

/** A role, and where what is said of its person is changed; links of a list say of whom. */
const RoleOf = ({
  said,
  href,
  change,
}: {
  readonly said: string | undefined;
  readonly href: string | undefined;
  readonly change: string;
}) =>
  href === undefined ? (
    <span>{said}</span>
  ) : (
    <a class="govuk-link" href={href}>
      {said}
      <span class="govuk-visually-hidden">: {change}</span>
    </a>
  );
