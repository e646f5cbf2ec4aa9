import { formWith } from "../../../workflows/kernel/given.ts";
import { paths } from "../../addresses/paths.ts";
import type { Candidate } from "../../groups/candidates.ts";
import { groupForm } from "../../groups/forms.ts";
import type { Member, Traveller } from "../../groups/members.ts";
import type { Messages } from "../../reading/messages.ts";
import type { Group } from "../../store/group-item.ts";
import { idOf } from "../../store/keys.ts";
import type { View } from "../view.ts";
import { periodIn } from "./facts.tsx";
import { CaseLink } from "./links.tsx";
import { Said, SummaryList } from "./summary.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** Words of the interface, some of them said otherwise: what a form asks of people is called by their names. */
export function wordsWith({ ui }: View, own: ReadonlyMap<string, string>): Messages {
  const maybe: Messages["maybe"] = (key, parameters) => own.get(key) ?? ui.maybe(key, parameters);
  return {
    language: ui.language,
    maybe,
    say: (key, parameters) => {
      const said = maybe(key, parameters);
      if (said === undefined) throw new Error(`no word ${key}`);
      return said;
    },
  };
}

/** The form of a group as it is asked: whoever could lead it is a choice. */
export const askedOfGroup = (view: View, travellers: readonly Pick<Candidate, "ref" | "traveller">[]) => ({
  form: formWith(groupForm, { lists: { travellers: travellers.map(({ ref }) => idOf(ref)) } }),
  ui: view.ui,
  words: wordsWith(
    view,
    new Map(travellers.map(({ ref, traveller }) => [`list.travellers.${idOf(ref)}`, traveller.name])),
  ),
});

/** Somebody to be ticked, by the case's identifier. */
export const TickBox = ({
  id,
  label,
  isTicked,
}: {
  readonly id: string;
  readonly label: string;
  readonly isTicked: boolean;
}) => (
  <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={`member-${id}`}
        name="member"
        type="checkbox"
        value={id}
        checked={isTicked}
      />
      <label class="govuk-label govuk-checkboxes__label" for={`member-${id}`}>
        {label}
      </label>
    </div>
  </div>
);

/** People to be ticked who could come into a group. */
export const TravellerTable = ({
  travellers,
  chosen,
  view: { ui },
}: {
  readonly travellers: readonly Candidate[];
  /** Cases that were ticked, by ref. */
  readonly chosen: readonly string[];
  readonly view: View;
}) => (
  <DataTable
    caption={ui.say("groups.travellers")}
    stacks
    columns={columnsIn(ui, "groups.member", "task.code", "facts.place.institution", "facts.place.days")}
  >
    <Rows>
      {travellers.map(({ ref, traveller }) => (
        <tr class="govuk-table__row" key={ref}>
          <td class="govuk-table__cell">
            <TickBox id={idOf(ref)} label={traveller.name} isTicked={chosen.includes(ref)} />
          </td>
          <td class="govuk-table__cell" data-label={ui.say("task.code")}>
            <CaseLink case={ref} />
          </td>
          <td class="govuk-table__cell" data-label={ui.say("facts.place.institution")}>
            {traveller.institution}
          </td>
          <td class="govuk-table__cell" data-label={ui.say("facts.place.days")}>
            {periodIn(ui, traveller.starts, traveller.ends)}
          </td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);

/** What holds of a group. */
export const GroupSummary = ({
  group,
  leader,
  view: { ui },
}: {
  readonly group: Group;
  readonly leader: Member | undefined;
  readonly view: View;
}) => (
  <SummaryList
    rows={[
      { label: ui.say("group.name.label"), value: group.name },
      { label: ui.say("group.leader.label"), value: leader?.traveller.name ?? ui.say("none") },
      { label: ui.say("groups.tickets"), value: ui.say(`group.tickets.${group.tickets}`) },
      {
        label: ui.say("groups.meeting"),
        value: group.meeting === undefined ? ui.say("none") : <Said lines={[group.meeting]} />,
      },
    ]}
  />
);

/** Those whose grant does not fit their tickets any more, with the way to work it out anew. */
export const OutdatedGrants = ({
  members,
  more = 0,
  callId,
  view: { ui },
}: {
  readonly members: readonly { readonly traveller: Pick<Traveller, "name"> }[];
  /** How many more there are than are named. */
  readonly more?: number;
  readonly callId: string;
  readonly view: View;
}) =>
  members.length === 0 ? null : (
    <div class="govuk-inset-text">
      <p class="govuk-body govuk-!-font-weight-bold">{ui.say("groups.outdated")}</p>
      <p class="govuk-body">
        {members.map(({ traveller }) => traveller.name).join(", ")}
        {more > 0 ? ` ${ui.say("groups.andMore", { count: more })}` : ""}.{" "}
        <a class="govuk-link" href={paths.groupGrants(callId)}>
          {ui.say("grants.submit")}
        </a>
      </p>
    </div>
  );

/** How to reach somebody. */
export function Reach({ traveller: { email, phone } }: { readonly traveller: Traveller }) {
  const at = email.lastIndexOf("@") + 1;
  return (
    <>
      <a class="govuk-link" href={`mailto:${email}`}>
        {email.slice(0, at)}
        <wbr />
        {email.slice(at)}
      </a>
      {phone === undefined ? null : (
        <>
          <br />
          <a class="govuk-link" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
            {phone}
          </a>
        </>
      )}
    </>
  );
}
