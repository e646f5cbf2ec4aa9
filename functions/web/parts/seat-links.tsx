import { paths } from "../../addresses/paths.ts";
import { deskPath } from "../../links.ts";
import type { Opened } from "../../seats/opened.ts";
import { idOf } from "../../store/keys.ts";
import type { View } from "../view.ts";

interface Props {
  readonly opened: Opened | undefined;
  readonly view: View;
  /** Signs the way to the desk; without it there is none. */
  readonly secret: string | undefined;
}

/** What a case has opened for many to register for: where they do, and where they are checked in. */
export function SeatLinks({ opened, view: { ui }, secret }: Props) {
  if (!opened) return null;
  const { pk, capacity, taken, waiting } = opened.count;
  return (
    <section>
      <h2 class="govuk-heading-m">{ui.say("seats.ofCase")}</h2>
      <p class="govuk-body">{ui.say("seats.count", { free: Math.max(0, capacity - taken), waiting })}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.seats(idOf(pk))}>
            {ui.say("seats.ofCase.register")}
          </a>
        </li>
        {secret === undefined ? null : (
          <li>
            <a class="govuk-link" href={deskPath(secret, pk)}>
              {ui.say("desk.title")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
