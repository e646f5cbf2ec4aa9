import type { StaffMember } from "../../cases/people/staff-member.ts";
import type { Ui } from "../../reading/ui.ts";
import { givesAway, leavers, type Staffed } from "./posts-of-staff.ts";

/** What a table of staff does not say itself: who leaves, what stays, and that whoever sends it gives the call out of hand. */
export const StaffPreview = ({
  before,
  after,
  unsaid,
  member,
  roleOf,
  ui,
}: {
  readonly before: Staffed;
  readonly after: Staffed;
  /** The roles that the table does not name. */
  readonly unsaid: Staffed;
  readonly member: StaffMember;
  readonly roleOf: (role: string) => string;
  readonly ui: Ui;
}) => {
  const leaving = [...leavers(before, after).values()].map((posts) => ({
    name: posts[0]?.name ?? "",
    roles: posts.map(({ role }) => roleOf(role)),
  }));
  const staying = unsaid.map(({ role, name }) => ({ name, roles: [roleOf(role)] }));
  return (
    <>
      {givesAway("coordinator", member.email, before, after) ? (
        <p class="govuk-inset-text">{ui.say("staffImport.own")}</p>
      ) : null}
      <Named title={ui.say("staffImport.leaves")} people={leaving} />
      <Named title={ui.say("staffImport.stays")} people={staying} />
    </>
  );
};

const Named = ({
  title,
  people,
}: {
  readonly title: string;
  readonly people: readonly { readonly name: string; readonly roles: readonly string[] }[];
}) =>
  people.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {people.map(({ name, roles }) => (
          <li key={`${name} ${roles.join()}`}>{`${name} (${roles.join(", ")})`}</li>
        ))}
      </ul>
    </>
  );
