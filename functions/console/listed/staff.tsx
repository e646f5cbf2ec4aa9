import { inQuotes } from "../../../workflows/kernel/facts/print.ts";
import { choice, email, text } from "../../../workflows/kernel/field-kinds.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { paths } from "../../addresses/paths.ts";
import { loadCall, summaryOf } from "../../calls/calls.ts";
import { type ChangeableCall, changeableCall, changeCall, weighCallChange } from "../../calls/change-call.ts";
import { coordinates } from "../../calls/rights.ts";
import {
  type Called,
  type CellFault,
  plain,
  type ReadPerson,
  rowForm,
  type TableForm,
} from "../../people/import.ts";
import type { Messages } from "../../reading/messages.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { asMessages, type UiKey, uiIn } from "../../reading/ui.ts";
import type { Answer } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { notFound } from "../../web/refusal.ts";
import type { Work } from "../../web/visit.ts";
import { forStaff, type StaffVisit } from "../guard.ts";
import { wordsOfForm } from "../making/guard.ts";
import { staffRoles } from "../making/role-part.ts";
import { namesIn } from "../parts/people-table.tsx";
import { sentencesOf } from "./listed.ts";
import { postsAfter, postsIn, type Staffed, whatBecomes } from "./posts-of-staff.ts";
import { StaffPreview } from "./staff-preview.tsx";
import { type TableImport, takeTable, type Weighed } from "./table-import.ts";
import { askForTable } from "./table-pages.tsx";

/** The staff of a call, for the coordinator who may change it. */
interface StaffChange extends StaffVisit {
  readonly call: ChangeableCall;
  readonly posts: Staffed;
  readonly words: Messages;
  /** What a role is called on pages in the language of the reader. */
  readonly roleOf: (role: string) => string;
}

/** More rows than there are roles in any call: whoever writes one twice is told at its line. */
const mostRows = 50;

const ofStaff = (work: (visit: StaffChange) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const { house, request, at, member, view } = visit;
    const head = await loadCall(house, at("id"));
    const call = head && coordinates(head, member) ? await changeableCall(house, head) : undefined;
    const posts = call ? postsIn(staffRoles(call.callForm), call.stored) : [];
    if (!call || posts.length === 0) return refusalPage(request, notFound);
    const named = (await namesIn([call.head], view)).get(at("id"));
    const roleOf = (role: string) => named?.roleOf(role) ?? role;
    return work({ ...visit, call, posts, words: await wordsOfForm(call.callForm, view), roleOf });
  });

/** Room for a table of who does which work for a call. */
export const showStaffImport = ofStaff(async (visit) => askForTable(await importOf(visit), {}));

/** Reads it and shows who comes, who changes roles and who leaves; said once more, it is taken. */
export const takeStaffImport = ofStaff(async (visit) => takeTable(visit.request, await importOf(visit)));

async function importOf(visit: StaffChange): Promise<TableImport> {
  const { house, view, call, at, member, posts, roleOf } = visit;
  const { ui } = view;
  const form: TableForm = {
    name: "staff",
    columns: {
      role: choice({ options: posts.map(({ role }) => role) }),
      name: text({ max: 120 }),
      email: email({}),
      language: choice({ options: ["lt", "en"], optional: true }),
    },
    max: mostRows,
    once: "role",
  };
  const here = paths.importStaff(at("id"));
  const people = paths.peopleOfCall(at("id"));
  const callTitle = summaryOf(call.head, house.clock.now()).title[view.language];
  const isStaffAfter = (read: readonly ReadPerson[]) =>
    postsAfter(posts, read).some((post) => post.email.toLowerCase() === member.email.toLowerCase());
  return {
    view,
    form,
    caption: `${callTitle}. ${ui.say("staffImport.title")}`,
    lead: ui.say("staffImport.lead"),
    here,
    back: people,
    // Whoever has given all of their work away may not read who does it.
    done: (read) => (isStaffAfter(read) ? people : paths.console()),
    version: call.head.changed ?? 0,
    take: ui.say("staffImport.take"),
    reasonMissing: ui.say("staffImport.reason"),
    labelOf: (column) => labelOf(column, visit),
    takes: (column) =>
      column === "role"
        ? rolesSaid(visit)
        : column === "language"
          ? ui.say("staffImport.languages")
          : undefined,
    shownAs: (column, value) =>
      column === "role" && posts.some(({ role }) => role === value) ? roleOf(value) : value,
    sentenceOf: (fault) => expected(fault, form, visit),
    sentencesOf: (errors) => sentencesOf({ ...call, words: visit.words }, errors, view),
    called: await calledIn(call, posts),
    weigh: (read) => weigh(visit, read),
    change: (read, said) =>
      changeCall(house, call, { ...said, typed: typedOf(postsAfter(posts, read)), by: member }),
    cellOf: (error, read) => cellOf(error, postsAfter(posts, read), read),
  };
}

const labels: Readonly<Record<string, UiKey>> = {
  role: "staffImport.role",
  name: "people.name",
  email: "people.email",
  language: "staffImport.language",
};

const labelOf = (column: string, { view: { ui } }: Pick<StaffVisit, "view">): string => {
  const key = labels[column];
  return key === undefined ? column : ui.say(key);
};

const rolesSaid = ({ posts, roleOf, view }: StaffChange): string =>
  posts.map(({ role }) => inQuotes(roleOf(role), view.language)).join(", ");

/** How columns and roles are called, in either language. */
async function calledIn({ head }: ChangeableCall, posts: Staffed): Promise<Called> {
  const languages = await Promise.all(
    (["lt", "en"] as const).map(async (language) => {
      const ui = await uiIn(language);
      const [named] = [...(await namesIn([head], { language, ui })).values()];
      return { ui, named };
    }),
  );
  return {
    labelsOf: (column) => {
      const key = labels[column];
      return key === undefined ? [] : languages.map(({ ui }) => ui.say(key));
    },
    optionOf: (column, said) => {
      if (column === "language") return said.toLowerCase();
      if (column !== "role") return said;
      const meant = posts.find(({ role }) =>
        [role, ...languages.map(({ named }) => named?.roleOf(role) ?? role)].some(
          (name) => plain(name) === plain(said),
        ),
      );
      return meant?.role ?? said;
    },
  };
}

/** What is expected of a cell instead of what it says. */
function expected({ fault, column }: CellFault, form: TableForm, visit: StaffChange): string {
  const { ui } = visit.view;
  if (fault === "twice") return ui.say("staffImport.fault.twice");
  if (fault === "parting") return ui.say("listed.fault.parting");
  if (column === "role") return ui.say("staffImport.fault.role", { roles: rolesSaid(visit) });
  if (column === "language") return ui.say("staffImport.fault.language");
  if (fault.problem === "missing") return ui.say("staffImport.fault.held");
  const own = new Map([[`callForm.staff.${column}.label`, labelOf(column, visit)]]);
  const asked = { form: rowForm(form.name, form.columns), words: asMessages(ui, own), ui };
  return sentenceOf(fault, { ...asked, values: {}, errors: [fault] });
}

/** Everybody who works for the call, in the fields of its form. */
const typedOf = (posts: Staffed): Readonly<Record<string, string>> =>
  Object.fromEntries(
    posts.flatMap(({ role, name, email: address, language }) => [
      [`${role}Name`, name],
      [`${role}Email`, address],
      [`${role}Language`, language],
    ]),
  );

/** Where the table says what the rules refuse; somebody who has a role already may be in it by another one. */
function cellOf(
  { field, ...rest }: FieldError,
  after: Staffed,
  read: readonly ReadPerson[],
): CellFault | undefined {
  const part = /^(.+)(Name|Email|Language)$/.exec(field);
  const [, role = "", name = ""] = part ?? [];
  const column = name.toLowerCase();
  const own = read.find(({ person }) => person.role === role);
  const address = after.find((post) => post.role === role)?.email.toLowerCase();
  const other = read.find(({ person }) => person.email?.toLowerCase() === address);
  const said = own ? { ...own, column } : other && { ...other, column: "email" };
  if (!said || address === undefined) return undefined;
  const { line, person } = said;
  return {
    line,
    column: said.column,
    value: person[said.column] ?? "",
    fault: { ...rest, field: said.column },
  };
}

async function weigh(visit: StaffChange, read: readonly ReadPerson[]): Promise<Weighed> {
  const { house, call, posts, view, roleOf, member } = visit;
  const { ui } = view;
  const after = postsAfter(posts, read);
  const weighed = await weighCallChange(house, call, typedOf(after));
  if (weighed.outcome === "invalid") return weighed;
  const all = read.map(({ person }) => whatBecomes(person.role ?? "", posts, after));
  const countOf = (...outcomes: readonly string[]) =>
    all.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [given, changed] = [countOf("new", "moves", "more"), countOf("changed")];
  const told = ui.say("staffImport.told", { given, changed, same: countOf("same") });
  const becomes = all.map((one) =>
    "from" in one
      ? ui.say(`staffImport.becomes.${one.outcome}`, {
          from: one.from,
          roles: one.roles.map(roleOf).join(", "),
        })
      : ui.say(`listed.becomes.${one.outcome}`),
  );
  const named = new Set(read.map(({ person }) => person.role));
  const more = (
    <StaffPreview
      before={posts}
      after={after}
      unsaid={after.filter(({ role }) => !named.has(role))}
      member={member}
      roleOf={roleOf}
      ui={ui}
    />
  );
  return { outcome: "weighed", becomes, told, isNothing: given + changed === 0, more };
}
