import type { numbers as lt } from "./numbers.lt.ts";

/** The numbers of a call, and the cases behind them, in English. ICU messages. */
export const numbers: Readonly<Record<keyof typeof lt, string>> = {
  "numbers.title": "Numbers of the call",
  "numbers.cases": "{count, plural, one {# case} other {# cases}}, as a list",
  "numbers.none": "There is nothing to count yet.",
  "numbers.table": "{title}: as a table, with the lists behind it",
  "numbers.byStage": "Where the cases are that have not ended",
  "numbers.byEnding": "How cases ended",
  "numbers.figure": "Figure",
  "numbers.byDay": "Applications by day",
  "numbers.byMunicipality": "Applications by municipality",
  "numbers.waits": "Days waited in each state: median, who still waits counted until now",
  "numbers.median": "Days",
  "numbers.wait": "{median} (longest {longest}, waiting now {waiting})",
  "numbers.day": "Day",
  "numbers.unsaid": "Not said",
  "numbers.money": "Money",
  "numbers.promised": "Promised",
  "numbers.paid": "Paid",
  "numbers.toPay": "Still to pay",
  "numbers.recovered": "Recovered",
  "cases.ignored":
    "Nothing in this call answers to what the address asks for under: {names}. It was left out.",
  "cases.text": "Name, school or code",
  "cases.count": "{count, plural, one {# case} other {# cases}}",
  "cases.order": "Sort: {by}",
  "cases.pages": "Pages of the list",
  "cases.page": "Page {page} of {pages}.",
  "cases.previous": "Previous",
  "cases.next": "Next",
};
