/**
 * What becomes of everybody in a call of `university-module`, from its specification (processes.md, C1 to C12 and 10.1 to 10.6) and from
 * nothing else: it shares no line with the product.
 *
 * Where the text leaves two readings:
 * - A blank cell is answered as it should go (C10): `qualified` yes, `principal` endorse, `offer` accept, `admission` admitted. A vacancy
 *   and a cause are only what somebody said, so that a blank is none.
 * - The first `choices` modules are counted as they are named, one that is named twice twice: who names the same one again has used a choice.
 * - A late application makes no other one a duplicate; one that is ineligible or refused does: it was an application of the address.
 * - `d` in the last semester is left, too: the letter says so. All semesters are then begun, so that the whole tuition was paid.
 * - Any second `l` is a second leave, one after another or not; with a cause there may be as many as somebody needs.
 * - `promoted` is blank for whoever was never made an offer, as everything else that was not reached; `order` has everybody in the order.
 * - Of who was not admitted no semester is counted: blank. Who left before the first has begun has 0.
 */

interface Module {
  readonly university: string;
  readonly credits: number;
  readonly semesters: number;
  readonly places: number;
  readonly tuitionCents: number;
}
export interface Call {
  readonly closes: string;
  readonly offerDays: number;
  readonly choices: number;
  readonly passGrade: number;
  readonly modules: Readonly<Record<string, Module>>;
}

/** A line of a file, as it is written. */
export type Line = Readonly<Record<string, string>>;

export const columns = [
  ...["applicant", "status", "module", "order", "promoted"],
  ...["semesters", "tuition_cents", "recovered_cents", "credits"],
] as const;

interface Person {
  readonly line: number;
  readonly cells: Line;
}
type Note = (person: Person, more: Line) => void;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** C7 */
function byCodePoint(a: string, b: string): number {
  const [one, other] = [[...a], [...b]].map((all) => all.map((sign) => sign.codePointAt(0) ?? 0));
  for (let place = 0; place < Math.max(one?.length ?? 0, other?.length ?? 0); place += 1) {
    const difference = (one?.[place] ?? -1) - (other?.[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
const cell = ({ cells }: Person, column: string): string => (cells[column] ?? "").trim();

export function cameOf(call: Call, people: readonly Line[]): readonly Line[] {
  const lines = people.map((cells, index): Person => ({ cells, line: index + 2 }));
  const came = new Map<number, Line>();
  const note: Note = ({ line }, more) => came.set(line, { ...came.get(line), ...more });
  const order = ranked(taken(call, lines, note));
  for (const [index, person] of order.entries())
    note(person, { order: String(index + 1), status: "reserve" });
  for (const { person, module } of offers(call, order, note)) {
    const said = call.modules[module];
    if (said) note(person, studies(call, said, person));
  }
  return lines.map((person) => {
    const told: Line = { applicant: cell(person, "applicant"), ...came.get(person.line) };
    return Object.fromEntries(columns.map((column) => [column, told[column] ?? ""]));
  });
}

/** 10.1, C1 and C2 */
function taken(call: Call, lines: readonly Person[], note: Note): readonly Person[] {
  const addresses = new Set<string>();
  const inTurn = lines.toSorted(
    (a, b) => compare(cell(a, "submitted_at"), cell(b, "submitted_at")) || a.line - b.line,
  );
  return inTurn.filter((person) => {
    const address = cell(person, "email").toLowerCase();
    if (compare(cell(person, "submitted_at"), call.closes) > 0) {
      note(person, { status: "late" });
      return false;
    }
    const isAgain = addresses.has(address);
    addresses.add(address);
    const status = isAgain
      ? "duplicate"
      : cell(person, "qualified") === "no"
        ? "ineligible"
        : ["refuse", "silent"].includes(cell(person, "principal"))
          ? "refused"
          : undefined;
    if (status !== undefined) note(person, { status });
    return status === undefined;
  });
}

const isRural = (person: Person): boolean =>
  ["kaimas", "miestelis", "viensėdis"].includes(cell(person, "settlement"));

/** 10.2 */
const ranked = (people: readonly Person[]): readonly Person[] =>
  people.toSorted(
    (a, b) =>
      Number(cell(b, "vacancy") === "yes") - Number(cell(a, "vacancy") === "yes") ||
      Number(isRural(b)) - Number(isRural(a)) ||
      Number(cell(b, "years")) - Number(cell(a, "years")) ||
      compare(cell(a, "submitted_at"), cell(b, "submitted_at")) ||
      byCodePoint(cell(a, "applicant"), cell(b, "applicant")),
  );

const wishes = (call: Call, person: Person): readonly string[] =>
  cell(person, "modules")
    .split(";")
    .map((module) => module.trim())
    .filter((module) => module !== "")
    .slice(0, call.choices);

/** 10.2, 10.3 and C8: who begins to study, and what. */
function offers(call: Call, order: readonly Person[], note: Note) {
  const free = new Map(Object.entries(call.modules).map(([name, { places }]) => [name, places]));
  const freed = new Map<number, string[]>();
  const studying: { readonly person: Person; readonly module: string }[] = [];
  let waiting = order;
  for (let morning = 0; morning <= Math.max(0, ...freed.keys()); morning += 1) {
    for (const module of freed.get(morning) ?? []) free.set(module, (free.get(module) ?? 0) + 1);
    waiting = waiting.filter((person) => {
      const module = wishes(call, person).find((name) => (free.get(name) ?? 0) > 0);
      if (module === undefined) return true;
      free.set(module, (free.get(module) ?? 0) - 1);
      const [status, on] = answered(call, person);
      note(person, { module, promoted: morning > 0 ? "yes" : "no", status });
      if (on === undefined) studying.push({ person, module });
      else freed.set(morning + on, [...(freed.get(morning + on) ?? []), module]);
      return false;
    });
  }
  return studying;
}

/** How an offer ends, and how many mornings later it is free again; never for whoever is admitted. */
function answered(call: Call, person: Person): readonly [string, number?] {
  switch (cell(person, "offer")) {
    case "decline":
      return ["declined", 1];
    case "silent":
      return ["expired", call.offerDays + 1];
    default:
      return cell(person, "admission") === "refused" ? ["notAdmitted", 1] : ["studies"];
  }
}

/** 10.4 to 10.6 */
function studies(call: Call, module: Module, person: Person): Line {
  const hasCause = cell(person, "cause") === "yes";
  let [semesters, leaves, isLeft] = [0, 0, false];
  const letters = [...cell(person, "progress")];
  while (semesters < module.semesters && !isLeft) {
    const letter = letters.shift() ?? "x";
    if (letter === "s" || letter === "d") semesters += 1;
    if (letter === "l") leaves += 1;
    isLeft = letter === "x" || letter === "d" || (letter === "l" && leaves > 1 && !hasCause);
  }
  const tuition =
    semesters === module.semesters
      ? module.tuitionCents
      : semesters * Math.floor(module.tuitionCents / module.semesters);
  const status = isLeft ? "dropped" : Number(cell(person, "grade")) < call.passGrade ? "failed" : "completed";
  return {
    status,
    semesters: String(semesters),
    tuition_cents: String(tuition),
    recovered_cents: String(status === "completed" || hasCause ? 0 : tuition),
    credits: String(status === "completed" ? module.credits : 0),
  };
}
