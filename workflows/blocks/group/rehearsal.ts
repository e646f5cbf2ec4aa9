import * as z from "zod";
import { defineRehearsal } from "../../kernel/define-rehearsal.ts";
import {
  type Became,
  type Deed,
  type Example,
  type Known,
  type MoneyMoved,
  type Rehearsal,
  type Road,
  type Said,
  type Stand,
  type Table,
  unanswered,
} from "../../kernel/rehearsal.ts";
import { tableOf } from "../rehearsal/figures.ts";
import { written } from "../rehearsal/people.ts";
import { openedId } from "./opened.ts";
import { type Answers, groupAnswers } from "./rehearsal-answers.ts";
import { checkGroups, checkMember, columns, type Member, memberOf } from "./rehearsal-people.ts";

interface Input {
  /** The process of those who join. */
  readonly participants: string;
  /** What a school, or a candidate, asks with for groups of a capacity, and what somebody joins with, beside who they are. */
  readonly asks: (row: Member, capacity: number) => Said;
  readonly joins: Said;
  /** What is asked beside what every group asks. */
  readonly answers: Answers;
  readonly example: () => Promise<Example>;
}

const groupCall = z.looseObject({ id: z.string(), opens: z.string(), capacity: z.number().optional() });

/**
 * A call of groups: `kind` `asks` asks for one, `joins` joins the group of that name as soon as it is open; whoever leaves
 * does so then, and everybody answers at once or stays silent.
 */
export const groupRehearsal = ({ participants, asks, joins, answers, example }: Input): Rehearsal =>
  defineRehearsal({
    call: { shape: groupCall },
    columns: () => columns,
    row: memberOf,
    atLeast: "somebody who asks for a group",
    check: checkMember,
    checkAll: checkGroups,
    process: ({ kind }, { process }) => (kind === "joins" ? participants : String(process)),
    begins: ({ rows }, { id, capacity = Number.POSITIVE_INFINITY }) =>
      rows
        .filter(({ kind }) => kind === "asks")
        .map((row) => ({
          does: "applies",
          row,
          to: id,
          values: () => ({ ...placeOf(row), ...asks(row, capacity) }),
        })),
    meets: (stand, known) => joinsOpened(stand, known, joins),
    answer: (asked, known) => {
      const { row, role, state } = asked;
      if (row?.kind === "joins" && row.answers === "silent" && role === "applicant") return undefined;
      const answer = answers[state] ?? groupAnswers[state] ?? unanswered(asked);
      const says = answer(asked, known);
      return says && { says };
    },
    became: ({ row, ...road }) => becameOf(row, road),
    tells: (all, { moved }) => ({ tables: [casesOf(all), ledgerOf(moved)] }),
    example,
  });

const personOf = ({ name: fullName, email, position, school }: Member) => ({
  fullName,
  email,
  position,
  school,
});
const placeOf = (row: Member) => ({ ...personOf(row), municipality: row.municipality, town: row.town });

/** A group is open as long as the road of who asked for it waits for it. */
function joinsOpened(
  { ref, row: asked, state }: Stand<Member>,
  { rows, refOf }: Known<Member>,
  joins: Said,
): readonly Deed<Member>[] {
  if (asked?.kind !== "asks" || state !== "running" || ref !== refOf(asked)) return [];
  const members = rows.filter(({ kind, group }) => kind === "joins" && group === asked.group);
  const leaving = [
    ...members.filter(({ answers }) => answers === "leaves"),
    ...(asked.answers === "withdraws" ? [asked] : []),
  ];
  return [
    ...members.map(
      (row): Deed<Member> => ({
        does: "applies",
        row,
        to: openedId({ ref }),
        values: () => ({ ...personOf(row), ...joins }),
      }),
    ),
    ...leaving.map(
      (row): Deed<Member> => ({
        does: "says",
        row,
        word: "withdrawn",
        mayBeLate: true,
        values: () => ({ reason: written.refused }),
      }),
    ),
  ];
}

interface MemberBecame extends Became {
  readonly row: Member;
  readonly mails: number;
  readonly transitions: number;
}

const becameOf = (
  row: Member,
  { outcome, state = "", hours, mails, transitions }: Omit<Road, "row">,
): MemberBecame => ({
  row,
  kind: row.kind,
  status: outcome === "never" ? "noGroup" : state,
  ...(hours === undefined ? {} : { hours }),
  mails,
  transitions,
});

/** `cases.csv`: a row a line of the file. */
const casesOf = (all: readonly MemberBecame[]): Table =>
  tableOf("cases.csv", all, {
    kind: ({ row }) => row.kind,
    group: ({ row }) => row.group,
    name: ({ row }) => row.name,
    status: ({ status }) => status,
    hours: ({ hours }) => hours,
    mails: ({ mails }) => mails,
    transitions: ({ transitions }) => transitions,
  });

/** `ledger.csv`: what was paid to those who delivered, in EUR. */
const ledgerOf = (moved: readonly MoneyMoved[]): Table =>
  tableOf("ledger.csv", moved, {
    deliverer: ({ applicant }) => applicant,
    at: ({ at }) => at,
    kind: ({ kind }) => kind,
    from: ({ from }) => from,
    to: ({ to }) => to,
    amountEur: ({ cents }) => (cents / 100).toFixed(2),
  });
