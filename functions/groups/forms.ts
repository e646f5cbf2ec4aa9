import * as z from "zod";
import type { Fields } from "../../workflows/kernel/field.ts";
import { choice, longText, number, text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError, type Form } from "../../workflows/kernel/form.ts";
import { formWith } from "../../workflows/kernel/given.ts";
import type { Room } from "../store/group-item.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import type { Member } from "./members.ts";

/** What a group is called, who leads it and buys the tickets, and where it meets. */
export const groupForm = defineForm({
  id: "group",
  outcomes: ["kept"],
  fields: {
    name: text({ max: 120 }),
    tickets: choice({ options: ["agency", "own"] }),
    leader: choice({ options: { from: "travellers" } }),
    meeting: longText({ max: 1000, optional: true }),
  },
});

/** Why grants are worked out anew; those whose grants they are read it. */
export const grantsForm = defineForm({
  id: "grants",
  outcomes: ["amended"],
  fields: { reason: longText({ max: 1000 }) },
});

/** So many rooms at most, and so many of them offered empty to be filled in. */
const mostRooms = 60;
const emptyRooms = 3;
const mostBeds = 20;

export const roomName = (place: number): string => `room-${place}-name`;
export const roomBeds = (place: number): string => `room-${place}-beds`;
export const sleepsIn = (ref: string): string => `sleeps-${idOf(ref)}`;

/** How many places for rooms the form has, for so many rooms that there are. */
export const offeredRooms = (rooms: readonly Room[]): number =>
  Math.min(mostRooms, rooms.length + emptyRooms);

/** How many it had when it was sent: what was typed is not lost when there are fewer rooms by then. */
export const sentRooms = (said: string | undefined, rooms: readonly Room[]): number =>
  /^[1-9]\d?$/.test(said ?? "") ? Math.min(mostRooms, Number(said)) : offeredRooms(rooms);

/** The places for rooms, from 1. */
export const roomPlaces = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

const placed = z.record(z.string(), z.union([z.string(), z.number()]).optional());

/**
 * The rooms and who sleeps where: a person is asked for once, so nobody sleeps twice. A room is there when it has beds;
 * the check says where somebody has none.
 */
export function roomsFormOf(count: number, members: readonly Member[]): Form {
  const places = roomPlaces(count);
  const fields: Fields = Object.fromEntries([
    ...places.flatMap((place): [string, Fields[string]][] => [
      [roomName(place), text({ max: 60, optional: true })],
      [roomBeds(place), number({ min: 1, max: mostBeds, optional: true })],
    ]),
    ...members.map(({ ref }): [string, Fields[string]] => [
      sleepsIn(ref),
      choice({ options: { from: "rooms" }, optional: true }),
    ]),
  ]);
  const form = defineForm({
    id: "rooms",
    outcomes: ["placed"],
    fields,
    check: (values) => {
      const said = placed.parse(values);
      return places.flatMap((place): FieldError[] => {
        const beds = Number(said[roomBeds(place)] ?? 0);
        const sleepers = members.filter(({ ref }) => said[sleepsIn(ref)] === String(place)).length;
        if (sleepers > beds) return [{ field: roomBeds(place), problem: "tooFewBeds", limit: sleepers }];
        const isNamed = said[roomName(place)] !== undefined;
        return isNamed && beds === 0 ? [{ field: roomBeds(place), problem: "missing" }] : [];
      });
    },
  });
  return formWith(form, { lists: { rooms: places.map(String) } });
}

/** The rooms that the form's parser accepted, in order; one without beds is none. */
export function readRooms(
  count: number,
  members: readonly Member[],
  values: Readonly<Record<string, unknown>>,
): readonly Room[] {
  const said = placed.parse(values);
  return roomPlaces(count).flatMap((place): Room[] => {
    const beds = Number(said[roomBeds(place)] ?? 0);
    if (beds === 0) return [];
    const sleepers = members.filter(({ ref }) => said[sleepsIn(ref)] === String(place));
    return [{ name: String(said[roomName(place)] ?? ""), beds, sleepers: sleepers.map(({ ref }) => ref) }];
  });
}

/** The rooms of a group as its form shows them. */
export function roomValues(rooms: readonly Room[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rooms.flatMap(({ name, beds, sleepers }, index) => [
      [roomName(index + 1), name],
      [roomBeds(index + 1), String(beds)],
      ...sleepers.map((ref) => [sleepsIn(ref), String(index + 1)]),
    ]),
  );
}

/** The cases that were ticked. */
export const chosenCases = (ids: readonly string[]): readonly string[] => [...new Set(ids)].map(refOfCase);
