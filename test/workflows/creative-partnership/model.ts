/**
 * What becomes of everybody in a call of `creative-partnership`, from its specification (processes.md, C1 to C12 and 7.1 to 7.10) and from
 * nothing else: it shares no line with the product. Where the text can be read twice it is read so:
 *
 * - 7.2: the first `choices` names are the first so many that stand in `order`, also where they lead nowhere; a name that stands twice
 *   takes two of them. A creator's own `order` has no such bound.
 * - 7.4: places are kept once, at the publication. Later mornings hand on by 7.5, which leaves nothing to match anew.
 * - 7.5: nothing ends the mornings but that nobody is asked any more and nobody was: `firstSession` is no end of asking.
 * - 7.6: a pair that a school broke asks its creator no longer, so silence to it makes nobody out.
 * - 7.7: whoever has one agreed pair has delivered, also where all sessions were missed later (7.8 takes that from the fee).
 * - 7.8, C12: a pair that was broken has no partner, so `partner` and all figures of a school that declined or lapsed are blank.
 *   `partnerships` counts for whoever was in the pool, blank for creators who never came into it.
 * - A blank cell says what C10 does: approved, accepted, nothing missed, nothing answered, shared; `spent_cents` blank is nothing spent.
 */

export interface Call {
  readonly closes: string;
  readonly choices: number;
  readonly sessionCents: number;
  readonly materialsCents: number;
  readonly budgetCents: number;
  readonly acceptDays: number;
  readonly feedbackMinimum: number;
}

/** A line of a file, as it is written. */
export type Line = Readonly<Record<string, string>>;

export const columns = [
  ...["kind", "name", "status", "partner", "held", "fee_cents", "materials_cents"],
  ...["recovered_cents", "feedback_percent", "partnerships"],
] as const;
type Came = Record<(typeof columns)[number], string>;

interface School {
  readonly cells: Line;
  readonly wishes: readonly Creator[];
  state: "waits" | "asked" | "agreed" | "declined" | "lapsed";
  kept?: Creator | undefined;
  partner?: Creator | undefined;
  askedOn: number;
}

interface Creator {
  readonly cells: Line;
  readonly capacity: number;
  isOut: boolean;
}

export function cameOf(call: Call, people: readonly Line[]): readonly Came[] {
  const came = new Map<Line, Partial<Came>>();
  // 7.1
  const inPool = people.filter((cells) => {
    const status =
      at(cells, "submitted_at") > minute(call.closes)
        ? "late"
        : at(cells, "approval") === "refuse"
          ? "refused"
          : "";
    if (status !== "") came.set(cells, { status });
    return status === "";
  });
  const creators = inPool
    .filter((cells) => at(cells, "kind") === "creates")
    .map((cells): Creator => ({ cells, capacity: Number(at(cells, "capacity")), isOut: false }));
  // 7.2
  const schools = inPool
    .filter((cells) => at(cells, "kind") === "wishes")
    .map(
      (cells): School => ({
        cells,
        wishes: list(cells, "order")
          .slice(0, call.choices)
          .flatMap((name) =>
            creators.filter((one) => at(one.cells, "name") === name && doFit(one.cells, cells)),
          ),
        state: "waits",
        askedOn: -1,
      }),
    );
  keepPlaces(creators, schools);
  ask(call, creators, schools);

  for (const school of schools) came.set(school.cells, schoolCame(call, creators, schools, school));
  for (const one of creators) {
    const partnerships = schools.filter(({ state, partner }) => state === "agreed" && partner === one).length;
    const status = one.isOut ? "declined" : partnerships > 0 ? "delivered" : "unchosen";
    came.set(one.cells, { status, partnerships: String(partnerships) });
  }
  const blank = Object.fromEntries(columns.map((column) => [column, ""])) as Came;
  return people.map((cells) => ({
    ...blank,
    kind: at(cells, "kind"),
    name: at(cells, "name"),
    ...came.get(cells),
  }));
}

const doFit = (creator: Line, school: Line): boolean =>
  list(creator, "fields").some((field) => list(school, "fields").includes(field)) &&
  list(creator, "municipalities").includes(at(school, "municipality"));

// 7.3
function likes(creator: Creator, a: School, b: School): number {
  const named = list(creator.cells, "order");
  const [first, second] = [a, b].map(({ cells }) => named.indexOf(at(cells, "name")));
  if (first !== second && first !== undefined && second !== undefined) {
    if (first < 0) return 1;
    if (second < 0) return -1;
    return first - second;
  }
  return (
    Number(isRural(b)) - Number(isRural(a)) ||
    Number(at(b.cells, "pupils")) - Number(at(a.cells, "pupils")) ||
    compare(at(a.cells, "submitted_at"), at(b.cells, "submitted_at")) ||
    compare(at(a.cells, "name"), at(b.cells, "name"))
  );
}

// 7.4
function keepPlaces(creators: readonly Creator[], schools: readonly School[]): void {
  const next = new Map(schools.map((school) => [school, 0]));
  for (;;) {
    const free = schools.find((school) => !school.kept && (next.get(school) ?? 0) < school.wishes.length);
    if (!free) return;
    const wish = free.wishes[next.get(free) ?? 0];
    next.set(free, (next.get(free) ?? 0) + 1);
    const creator = creators.find((one) => one === wish);
    if (!creator) continue;
    free.kept = creator;
    const held = schools.filter(({ kept }) => kept === creator).toSorted((a, b) => likes(creator, a, b));
    for (const turnedAway of held.slice(creator.capacity)) turnedAway.kept = undefined;
  }
}

const roomOf = (creator: Creator, schools: readonly School[]): number =>
  creator.capacity -
  schools.filter(
    ({ kept, partner, state }) =>
      (state === "waits" && kept === creator) ||
      ((state === "asked" || state === "agreed") && partner === creator),
  ).length;

const costOf = (call: Call, { cells }: School): number =>
  Number(at(cells, "sessions")) * call.sessionCents + Number(at(cells, "pupils")) * call.materialsCents;

// 7.5
function ask(call: Call, creators: readonly Creator[], schools: readonly School[]): void {
  let left = call.budgetCents;
  const queue = schools.toSorted(
    (a, b) =>
      Number(isRural(b)) - Number(isRural(a)) ||
      compare(at(a.cells, "submitted_at"), at(b.cells, "submitted_at")) ||
      compare(at(a.cells, "name"), at(b.cells, "name")),
  );
  for (let morning = 0; ; morning += 1) {
    left += hear(call, morning, creators, schools);
    let isAnyAsked = false;
    for (const school of queue.filter(({ state }) => state === "waits")) {
      const creator =
        school.kept ??
        (morning === 0 ? undefined : school.wishes.find((one) => !one.isOut && roomOf(one, schools) > 0));
      if (!creator) continue;
      if (costOf(call, school) > left) break;
      left -= costOf(call, school);
      isAnyAsked = true;
      school.kept = undefined;
      school.partner = creator;
      school.askedOn = morning;
      school.state = word(school.cells) === "yes" && word(creator.cells) === "yes" ? "agreed" : "asked";
    }
    // On the morning after the publication those without a place kept are asked for the first time.
    if (morning > 0 && !isAnyAsked && !schools.some(({ state }) => state === "asked")) return;
  }
}

/** 7.6: what is known on a morning; how much money comes back. */
function hear(call: Call, morning: number, creators: readonly Creator[], schools: readonly School[]): number {
  let back = 0;
  const isKnown = (school: School, of: Line): boolean =>
    school.state === "asked" &&
    ((word(of) === "no" && morning > school.askedOn) ||
      (word(of) === "silent" && morning > school.askedOn + call.acceptDays));
  for (const creator of creators) {
    const theirs = schools.filter(({ state, partner }) => state === "asked" && partner === creator);
    if (!theirs.some((school) => isKnown(school, creator.cells))) continue;
    creator.isOut = true;
    for (const school of theirs) {
      back += costOf(call, school);
      school.state = "waits";
      school.partner = undefined;
    }
    for (const school of schools) if (school.kept === creator) school.kept = undefined;
  }
  for (const school of schools) {
    if (!isKnown(school, school.cells)) continue;
    back += costOf(call, school);
    school.state = word(school.cells) === "no" ? "declined" : "lapsed";
    school.partner = undefined;
  }
  return back;
}

function schoolCame(
  call: Call,
  creators: readonly Creator[],
  schools: readonly School[],
  school: School,
): Partial<Came> {
  const { cells, state, kept, partner } = school;
  // 7.7
  if (state === "waits") {
    const isMoneyWanting =
      kept !== undefined ||
      creators.some((one) => school.wishes.includes(one) && !one.isOut && roomOf(one, schools) > 0);
    return { status: isMoneyWanting ? "unfunded" : "unmatched" };
  }
  if (state !== "agreed") return { status: state };
  // 7.8
  const missed = Number(at(cells, "missed"));
  const held = Number(at(cells, "sessions")) - missed;
  const materials = Number(at(cells, "pupils")) * call.materialsCents;
  const recovered = missed > 0 ? Math.max(0, materials - Number(at(cells, "spent_cents"))) : 0;
  // 7.9
  const [answered, positive] = [Number(at(cells, "answered")), Number(at(cells, "positive"))];
  const percent =
    answered === 0 || answered < call.feedbackMinimum
      ? ""
      : String(Math.floor((200 * positive + answered) / (2 * answered)));
  return {
    // 7.10
    status: at(cells, "shared") === "no" ? "unshared" : "completed",
    partner: at(partner?.cells ?? {}, "name"),
    held: String(held),
    fee_cents: String(held * call.sessionCents),
    materials_cents: String(materials),
    recovered_cents: String(recovered),
    feedback_percent: percent,
  };
}

// C9
const isRural = ({ cells }: School): boolean =>
  ["kaimas", "miestelis", "viensėdis"].includes(at(cells, "settlement"));

/** `yes`, `no` or `silent`. */
const word = (cells: Line): string => at(cells, "accepts") || "yes";

const at = (cells: Line, column: string): string => (cells[column] ?? "").trim();

const list = (cells: Line, column: string): readonly string[] =>
  at(cells, column)
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");

const minute = (local: string): string => local.slice(0, 16);

/** C7: by code point, not by code unit. */
function compare(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  for (let index = 0; index < Math.min(first.length, second.length); index += 1) {
    const difference = (first[index]?.codePointAt(0) ?? 0) - (second[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
