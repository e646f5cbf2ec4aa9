import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import type { Refused } from "../groups/arrange.ts";
import {
  offeredRooms,
  readRooms,
  roomBeds,
  roomName,
  roomPlaces,
  roomsFormOf,
  roomValues,
  sentRooms,
  sleepsIn,
} from "../groups/forms.ts";
import { placeInRooms } from "../groups/plan.ts";
import type { Asked } from "../reading/asked.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { wordsWith } from "../web/parts/groups.tsx";
import { ListInput } from "../web/parts/options.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import {
  type GroupVisit,
  ofGroup,
  pathOf,
  placeOfGroup,
  refusalIn,
  seenAnew,
  statusOf,
  versionIn,
} from "./of-group.tsx";

/** Asks which rooms there are and who sleeps where. */
export const showRooms = ofGroup((visit) => draw(visit));

/** Takes the rooming list, if nobody else changed the group since it was read. */
export const takeRooms = ofGroup(async (visit) => {
  const { house, request, call, group, members, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const count = sentRooms(post.value.get("rooms")?.[0], group.rooms);
  const form = roomsFormOf(count, members);
  const typed = typedInto(form, Object.keys(form.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const version = versionIn(post.value);
  const parsed = parseAnswer(form, typed.value);
  if (parsed.outcome === "invalid") {
    return draw(visit, { typed: typed.value, count, errors: parsed.errors, version });
  }
  const rooms = readRooms(count, members, parsed.value.values);
  const said = await placeInRooms(house, call, group, member, { rooms, version });
  if (said.outcome === "placed") return redirect(pathOf(visit));
  return draw(await seenAnew(visit), { typed: typed.value, count, refused: said });
});

interface Said {
  readonly typed?: Typed;
  /** How many places for rooms were filled in. */
  readonly count?: number;
  readonly errors?: readonly FieldError[];
  readonly refused?: Refused;
  readonly version?: number;
}

function draw(
  visit: GroupVisit,
  {
    typed,
    count = offeredRooms(visit.group.rooms),
    errors = [],
    refused,
    version = visit.group.version,
  }: Said = {},
): Promise<Answer> {
  const { view, group, members } = visit;
  const { ui } = view;
  const form = roomsFormOf(count, members);
  const values = typed ?? roomValues(group.rooms);
  const asked: Asked = {
    form,
    ui,
    words: wordsOf(visit, count, true),
    values,
    errors,
  };
  const inRoom: Asked = { ...asked, words: wordsOf(visit, count, false) };
  return page(view, {
    title: ui.say("rooms.title"),
    back: pathOf(visit),
    hasErrors: errors.length > 0 || refused !== undefined,
    status: refused ? statusOf(refused) : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {refused ? <Warning view={view} text={refusalIn(ui, refused)} /> : <ErrorSummary asked={asked} />}
        <span class="govuk-caption-l">{group.name}</span>
        <h1 class="govuk-heading-l">{ui.say("rooms.title")}</h1>
        <p class="govuk-body">{ui.say("rooms.text")}</p>
        <TypedForm action={paths.groupRooms(...placeOfGroup(visit))}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="rooms" value={count} />
          {roomPlaces(count).map((place) => (
            <fieldset class="govuk-fieldset" key={place}>
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                {ui.say("rooms.room", { number: place })}
              </legend>
              <FieldInputs asked={inRoom} names={[roomName(place), roomBeds(place)]} />
            </fieldset>
          ))}
          <h2 class="govuk-heading-m">{ui.say("rooms.sleepers")}</h2>
          {members.map(({ ref }) => {
            const field = form.fields[sleepsIn(ref)];
            return field ? <ListInput key={ref} asked={asked} name={sleepsIn(ref)} field={field} /> : null;
          })}
          <SubmitButton label={ui.say("rooms.submit")} />
        </TypedForm>
      </>
    ),
  });
}

/**
 * A person's field is called by the name, a room's by what it asks; `withRoom` says of which room too, where the fields of
 * several stand together, as in the list of errors.
 */
function wordsOf({ view, group, members }: GroupVisit, count: number, withRoom: boolean) {
  const { ui } = view;
  const room = (place: number) => ui.say("rooms.room", { number: place });
  const ofRoom = (place: number, key: "rooms.name" | "rooms.beds") =>
    withRoom ? `${room(place)}: ${ui.say(key).toLocaleLowerCase(ui.language)}` : ui.say(key);
  return wordsWith(
    view,
    new Map([
      ...roomPlaces(count).flatMap((place): [string, string][] => [
        [`rooms.${roomName(place)}.label`, ofRoom(place, "rooms.name")],
        [`rooms.${roomBeds(place)}.label`, ofRoom(place, "rooms.beds")],
        [`list.rooms.${place}`, group.rooms[place - 1]?.name || room(place)],
      ]),
      ...members.map(({ ref, traveller }): [string, string] => [
        `rooms.${sleepsIn(ref)}.label`,
        traveller.name,
      ]),
    ]),
  );
}
