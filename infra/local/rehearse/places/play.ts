import { Temporal } from "temporal-polyfill";
import { breakIn } from "../../../../functions/cases/road/interrupt.ts";
import { writeDiary } from "../../../../functions/cases/tasks/diary.ts";
import { entryItem } from "../../../../functions/store/items.ts";
import { refOfCall } from "../../../../functions/store/keys.ts";
import { iso } from "../../../../workflows/kernel/clock.ts";
import { localDay, vilniusInstant } from "../../../../workflows/kernel/facts/calendar.ts";
import { answerAll, applyTo, loadOrThrow } from "../answering.ts";
import type { Ledger } from "../ledger.ts";
import type { Progress } from "../progress.ts";
import type { OpenedWorld } from "../world.ts";
import { answerFor } from "./answers.ts";
import type { PlaceRow } from "./rows-file.ts";

interface Playing {
  /** The register's call, and what the coordinator announces from it. */
  readonly callId: string;
  readonly announcement: { readonly titleLt: string; readonly titleEn: string; readonly closes: string };
  /** Local time at which it is announced. */
  readonly announced: string;
  readonly coordinator: string;
  readonly ledger: Ledger;
  readonly onProgress: Progress["show"];
}

const words = "Repetuota pagal failą.";

/** Plays a register of places and one call for interns from it, to the last road's end. Answers the case of each line. */
export async function playPlaces(
  world: OpenedWorld,
  { callId, announcement, announced, coordinator, ledger, onProgress }: Playing,
  rows: readonly PlaceRow[],
): Promise<ReadonlyMap<number, string>> {
  const { house } = world;
  const refs = new Map<number, string>();
  const rowOf = new Map<string, PlaceRow>();
  const hosts = rows.filter(({ kind }) => kind === "offers");
  const interns = rows.filter(({ kind }) => kind === "applies");
  const internships = `${callId}-1`;
  const fallen = new Set<string>();

  const note = (row: PlaceRow, ref: string): void => {
    refs.set(row.line, ref);
    rowOf.set(ref, row);
  };
  const refOfPlace = (name: string): string | undefined =>
    hosts.flatMap(({ place, line }) => (place === name ? (refs.get(line) ?? []) : []))[0];
  const say = async (ref: string, name: string, by: string, values: object): Promise<void> => {
    await breakIn(house, await loadOrThrow(world, ref), { name, by }, values);
    await world.settle();
  };
  const entries = async () =>
    (await house.table.query(refOfCall(internships), "entry#")).map((item) => entryItem.parse(item));

  /** Who leaves does so once there is a place; a school that falls away does so then too; a diary is written in the evening. */
  const act = async (): Promise<void> => {
    for (const { ref, state } of await entries()) {
      const row = rowOf.get(ref);
      if (state === "hostAcceptance" && row?.answers === "withdraws")
        await say(ref, "withdrawn", row.email, { reason: words });
      if (state === "staying") await writeToday(ref);
    }
    for (const host of hosts.filter(({ answers }) => answers === "falls")) {
      const ref = refs.get(host.line);
      const isMatched = (await entries()).some(({ decision }) =>
        JSON.stringify(decision ?? "").includes(`"${ref}"`),
      );
      if (ref === undefined || !isMatched || fallen.has(ref)) continue;
      fallen.add(ref);
      await say(ref, "withdrawn", host.email, { reason: words });
    }
  };
  const writeToday = async (ref: string): Promise<void> => {
    const today = localDay(Temporal.Instant.from(house.clock.now())).toString();
    await writeDiary(house, await loadOrThrow(world, ref), today, { done: words });
  };

  await world.settle();
  for (const row of hosts) note(row, await applyTo(world, callId, row.line, offer(row)));
  await world.settle();
  let isAnnounced = false;
  const announce = async (): Promise<void> => {
    isAnnounced = true;
    await world.advanceTo(iso(vilniusInstant(announced)));
    await world.settle();
    const offered = (await house.table.query(refOfCall(callId), "entry#")).map((item) =>
      entryItem.parse(item),
    );
    const places = offered.flatMap(({ ref, state }) => (state === "published" ? [ref] : []));
    await say(refOfCall(callId), "announced", coordinator, { ...announcement, places });
    for (const row of interns)
      note(row, await applyTo(world, internships, row.line, application(row, refOfPlace)));
    await world.settle();
  };
  await answerAll(world, {
    ledger,
    act: async () => {
      if (isAnnounced) return act();
      const next = world.nextTimer();
      if (next === undefined || next > iso(vilniusInstant(announced))) await announce();
    },
    answer: async (task, loaded) =>
      answerFor(task, loaded, {
        now: house.clock.now(),
        row: rowOf.get(task.pk),
        hostOf: (place) => rowOf.get(place ?? ""),
        refOf: (email) =>
          interns.flatMap((row) => (row.email === email ? (refs.get(row.line) ?? []) : []))[0],
      }),
    isOver: async () =>
      isAnnounced && (await loadOrThrow(world, refOfCall(internships))).head.endedAt !== undefined,
    onTurn: () => onProgress({ submitted: refs.size, ended: ledger.endedCount(), now: house.clock.now() }),
  });
  return refs;
}

const offer = ({
  name: fullName,
  email,
  school,
  municipality,
  town,
  place,
  starts,
  ends,
  capacity,
}: PlaceRow) => ({
  ...{ fullName, email, school, municipality, town },
  ...{ method: place, offers: words, starts, ends, capacity },
});

const application = (
  { name: fullName, email, school, municipality, town, years, order }: PlaceRow,
  refOfPlace: (name: string) => string | undefined,
) => ({
  ...{ fullName, email, school, municipality, town },
  experienceYears: years,
  principalName: "Mokyklos vadovas",
  principalEmail: "vadovas@mokykla.example",
  motivation: words,
  shares: words,
  places: order.flatMap((name) => refOfPlace(name) ?? []),
  truthful: "yes",
});
