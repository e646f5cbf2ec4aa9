import { paths } from "../../addresses/paths.ts";
import { deskPath } from "../../links.ts";
import { idOf } from "../../store/keys.ts";
import type { Telling } from "./facts.tsx";
import { SeatsSaid, type SeatsShown } from "./seats-said.tsx";

interface Props {
  readonly shown: SeatsShown | undefined;
  readonly telling: Telling;
  /** Signs the way to the desk; without it there is none. */
  readonly secret: string | undefined;
}

/** What a case has opened for many to register for: where they do, and where they are checked in. */
export function SeatLinks({ shown, telling, secret }: Props) {
  if (!shown) return null;
  const { ui } = telling;
  const { pk, capacity, taken, waiting, closedAt } = shown.opened.count;
  return (
    <>
      <section>
        <h2 class="govuk-heading-m">{ui.say("seats.ofCase")}</h2>
        {closedAt === undefined ? (
          <p class="govuk-body">{ui.say("seats.count", { free: Math.max(0, capacity - taken), waiting })}</p>
        ) : null}
        <ul class="govuk-list">
          {closedAt === undefined ? (
            <li>
              <a class="govuk-link" href={paths.seats(idOf(pk))}>
                {ui.say("seats.ofCase.register")}
              </a>
            </li>
          ) : null}
          {secret === undefined ? null : (
            <li>
              <a class="govuk-link" href={deskPath(secret, pk)}>
                {ui.say("desk.title")}
              </a>
            </li>
          )}
        </ul>
      </section>
      <SeatsSaid shown={shown} telling={telling} />
    </>
  );
}
