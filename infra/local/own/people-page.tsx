import { DataTable, Rows } from "../../../functions/web/parts/table.tsx";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { mailboxPath, peoplePath } from "./paths.ts";
import type { Near, PersonInRole } from "./people.ts";
import type { OwnWords } from "./words.ts";

interface Shown {
  readonly words: OwnWords;
  readonly now: string;
  readonly people: readonly PersonInRole[];
  /** How far it is, from 0 to 100, while it is being made. */
  readonly beingMade: { readonly done: number } | undefined;
  /** As whom time is moved. */
  readonly coordinator: string | undefined;
  /** How many mails an address has. */
  readonly mailsOf: (email: string) => number;
}

/** Everybody of the programme by role, with one click into each one's place. */
export function PeoplePage({ words, now, people, beingMade, coordinator, mailsOf }: Shown) {
  const byRole = [...Map.groupBy(people, ({ role }) => role)].map(([role, those], index) => ({
    role,
    those,
    id: `role-${index}`,
  }));
  return (
    <>
      <h1 class="govuk-heading-l">{words.say("people.title")}</h1>
      <p class="govuk-body-l">{words.say("people.lead")}</p>
      <p class="govuk-body">{words.say("people.now", { time: printTime(now, words.language) })}</p>
      {beingMade ? <HowFar words={words} done={beingMade.done} /> : null}
      <div class="kelias-chips">
        {coordinator === undefined || beingMade ? null : (
          <Enter email={coordinator} to="time" label={words.say("people.time")} />
        )}
        {beingMade ? null : (
          <a class="kelias-chip" href="/">
            {words.say("people.portal")}
          </a>
        )}
        <a class="kelias-chip" href={mailboxPath()}>
          {words.say("people.allMails")}
        </a>
      </div>
      {byRole.length === 0 && !beingMade ? <p class="govuk-body">{words.say("people.none")}</p> : null}
      {byRole.length < 2 ? null : (
        <nav aria-labelledby="roles">
          <h2 class="govuk-heading-m" id="roles">
            {words.say("people.roles")}
          </h2>
          <ul class="kelias-columns">
            {byRole.map(({ role, those, id }) => (
              <li key={id}>
                <a class="govuk-link" href={`#${id}`}>
                  {words.say("people.role", { role, count: those.length })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {byRole.map(({ role, those, id }) => (
        <section key={id} id={id} class="kelias-people">
          <DataTable
            caption={role}
            stacks
            columns={(["people.person", "people.stands", "people.go"] as const).map((key) => ({
              label: words.say(key),
            }))}
          >
            <Rows>
              {those.map((person) => (
                <PersonRow key={person.email} person={person} words={words} mails={mailsOf(person.email)} />
              ))}
            </Rows>
          </DataTable>
        </section>
      ))}
    </>
  );
}

const HowFar = ({ words, done }: { readonly words: OwnWords; readonly done: number }) => (
  <div class="govuk-inset-text" role="status">
    <p class="govuk-body">{words.say("people.beingMade", { done })}</p>
    <progress class="kelias-progress" value={done} max={100} aria-label={words.say("people.title")} />
  </div>
);

interface RowProps {
  readonly person: PersonInRole;
  readonly words: OwnWords;
  readonly mails: number;
}

const PersonRow = ({ person: { name, email, isStaff, roads, tasks }, words, mails }: RowProps) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      {name}
      <span class="kelias-quiet kelias-line">{email}</span>
    </th>
    <td class="govuk-table__cell" data-label={words.say("people.stands")}>
      {roads.length + tasks.length === 0 ? (
        <span class="kelias-quiet">{words.say("people.nothing")}</span>
      ) : (
        <ul class="govuk-list kelias-near">
          {roads.map((road) => (
            <NearItem key={road.path} near={road} />
          ))}
          {tasks.map((task) => (
            <NearItem key={task.path} near={task} />
          ))}
        </ul>
      )}
    </td>
    <td class="govuk-table__cell" data-label={words.say("people.go")}>
      <div class="kelias-chips">
        <Enter
          email={email}
          name={name}
          to={isStaff ? "console" : "my"}
          label={words.say(isStaff ? "people.console" : "people.my")}
        />
        {mails === 0 ? null : (
          <a class="kelias-chip" href={mailboxPath(email)}>
            {words.say("people.mails", { mails })}
            <Unseen text={name} />
          </a>
        )}
      </div>
    </td>
  </tr>
);

const NearItem = ({ near: { call, said, path } }: { readonly near: Near }) => (
  <li>
    <a class="govuk-link" href={path}>
      {said}
    </a>
    <span class="kelias-quiet kelias-line">{call}</span>
  </li>
);

interface EnterProps {
  readonly email: string;
  readonly to: "console" | "my" | "time";
  readonly label: string;
  /** Whose it is, for whoever hears the page: the same label stands beside each person. */
  readonly name?: string;
}

const Enter = ({ email, to, label, name }: EnterProps) => (
  <form method="post" action={peoplePath}>
    <input type="hidden" name="email" value={email} />
    <button type="submit" name="to" value={to} class="kelias-chip">
      {label}
      {name === undefined ? null : <Unseen text={name} />}
    </button>
  </form>
);

const Unseen = ({ text }: { readonly text: string }) => (
  <span class="govuk-visually-hidden">{`: ${text}`}</span>
);
