import { addressIdOf } from "../../links.ts";
import { peopleOf } from "../../people/people.ts";
import { callsReadBy } from "../../search/search.ts";
import type { Typed } from "../../web/typed.ts";
import type { StaffVisit } from "../guard.ts";
import type { RolePart } from "./role-part.ts";

/** So many colleagues can be chosen from; whoever is not among them is typed. */
const most = 300;

/** Everybody who works for any call that one may read, in the alphabet. */
async function known({ house, member, view }: StaffVisit) {
  const collator = new Intl.Collator(view.language);
  return peopleOf(await callsReadBy(house, member))
    .toSorted((a, b) => collator.compare(a.name, b.name))
    .slice(0, most);
}

/** What is said of the person whom the address means, in the fields of a role: nobody's name or mail stands in it. */
export async function chosenFor(visit: StaffVisit, { role, fields }: RolePart): Promise<Typed | undefined> {
  const wanted = visit.request.query.get("person");
  if (wanted === null) return undefined;
  const { linkSecret } = visit.house.config;
  const person = (await known(visit)).find(({ email }) => addressIdOf(linkSecret, email) === wanted);
  if (!person) return undefined;
  const said = { [`${role}Name`]: person.name, [`${role}Email`]: person.email };
  return Object.fromEntries(Object.entries(said).filter(([name]) => fields.includes(name)));
}

/** Somebody who works for a call already is chosen, not typed once more; nothing changes by it. */
export async function knownPeople(visit: StaffVisit, action: string) {
  const { house, view, request } = visit;
  const { ui } = view;
  const people = await known(visit);
  const wanted = request.query.get("person");
  return (
    <form method="get" action={action} class="kelias-filter">
      <div class="govuk-form-group">
        <label class="govuk-label" for="person">
          {ui.say("people.known")}
        </label>
        <select class="govuk-select" id="person" name="person">
          {people.map(({ name, email }) => {
            const id = addressIdOf(house.config.linkSecret, email);
            return (
              <option value={id} key={id} selected={id === wanted}>
                {`${name} (${email})`}
              </option>
            );
          })}
        </select>
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary">
        {ui.say("people.known.take")}
      </button>
    </form>
  );
}
