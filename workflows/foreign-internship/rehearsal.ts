import { applyInTurn, notTaken } from "../blocks/rehearsal/applying.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { answersTo, applicationOf } from "./rehearsal/answers.ts";
import { faultsOfCall, filled, rehearsalCall } from "./rehearsal/call.ts";
import { becameOf, casesTable, printedTables, summarize } from "./rehearsal/outcome.ts";
import { checkPerson, columnsFor, personOf, whatIsNeeded } from "./rehearsal/people.ts";
import { reportOf } from "./rehearsal/report.ts";
import { schoolsOf } from "./rehearsal/schools.ts";

/** A call of internships abroad, from the applications to the last report: `applicant,email,…,report`, a line a person. */
export const rehearsal = defineRehearsal({
  call: { shape: rehearsalCall, faults: faultsOfCall, filled },
  columns: columnsFor,
  row: personOf,
  atLeast: "at least one person",
  check: checkPerson,
  checkAll: (people, call) => {
    // What somebody needs depends on who else applied before them.
    const outside = notTaken(people, call.closes);
    return people.filter(({ line }) => !outside.has(line)).flatMap((person) => whatIsNeeded(person, call));
  },
  brings: (people) => ({ schools: schoolsOf(people).list }),
  begins: ({ rows }, { id }) => {
    const { codeOf } = schoolsOf(rows);
    return applyInTurn(rows, id, (person) => applicationOf(codeOf(person), person));
  },
  answer: answersTo,
  became: becameOf,
  tells: (all, { totals }, call) => {
    const summary = summarize(call, all, totals);
    return {
      tables: [casesTable(all)],
      summary: { ...summary },
      printed: printedTables(summary),
      report: (language) => reportOf(all, summary, language),
    };
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
