import type { callMaking as lt } from "./call-making.lt.ts";

/** How coordinators make and change calls, in English. ICU messages. */
export const callMaking: Readonly<Record<keyof typeof lt, string>> = {
  "rows.at": "{label}, row {row, number}",
  "rows.more": "Add another",
  "rows.lines":
    "One on each line, the parts between semicolons or as they are copied from a spreadsheet: {order}.",
  "problem.tooManyParts": "“{label}”: there are too many parts. Check the semicolons.",
  "problem.tooFewRows": "“{label}”: give at least {limit, plural, one {# entry} other {# entries}}.",
  "problem.tooManyRows": "“{label}”: give at most {limit, plural, one {# entry} other {# entries}}.",
  "problem.ranksToo": "“{label}”: this person coordinates or reviews, and cannot be on the commission.",
  "problem.notHundred": "“{label}”: the weights must make up 100 per cent; they make up {limit, number}.",
  "problem.anchorCount": "“{label}”: give 2, 3, 5, 6 or 11 lines, one for each score from nought upwards.",
  "problem.anchorsDiffer": "“{label}”: there must be as many lines as in Lithuanian ({limit, number}).",
  "problem.noReviewer": "“{label}”: nobody of this address is among the reviewers.",
  "problem.notTaken": "“{label}”: the rules of the call do not take this answer.",
  "problem.addressTaken": "“{label}”: there is such an address already, choose another one.",
  "problem.notAddress": "“{label}”: use the letters a to z, digits and hyphens alone.",
  "problem.beforeClosing": "“{label}”: the day must be after the last day for applications.",
  "problem.inPast": "“{label}”: this day is over.",
  "problem.onlyLater":
    "“{label}”: the day can only be moved to a later one, because people plan by what was published.",
  "problem.onlyMore": "“{label}”: after publishing it can only be raised.",
  "problem.onlyAdded": "“{label}”: after publishing, more can be added, and nothing can be taken off.",
  "problem.isOver": "“{label}”: applications are no longer taken.",
  "problem.hasOpened": "“{label}”: applications are taken already.",
  "problem.hasApplications":
    "“{label}”: there are applications already, so the rules of the selection cannot change any more.",

  "newCall.title": "New call",
  "newCall.submit": "Begin",
  "newCall.source.label": "What do you begin from?",
  "newCall.source.hint": "A template has some answers filled in, an earlier call has all of them.",
  "newCall.template": "Template: {name}",
  "newCall.copy": "Copy of: {title}",
  "newCall.drafts": "Calls being prepared",
  "newCall.drafts.none": "No calls are being prepared.",
  "newCall.untitled": "Without a title",
  "newCall.draft": "Begun by {name}, {time}",

  "callDraft.aside": "Put this draft aside",
  "callDraft.again": "Take this draft up again",
  "callDraft.isAside": "{name} has put this draft aside. Nothing of it is lost.",
  "callDraft.caption": "Call being prepared: {process}",
  "callDraft.pages": "Parts of the call",
  "callDraft.complete": "Complete",
  "callDraft.wanting": "Incomplete",
  "callDraft.changed": "{name}, {time}",
  "callDraft.progress":
    "{total, plural, one {{done, number} of # part is complete.} other {{done, number} of # parts are complete.}}",
  "callDraft.check": "Check and publish",
  "callDraft.overview": "Save and return to the overview",
  "callDraft.conflict":
    "While you were writing, somebody else changed this part: {name}, {time}. What you typed is not lost, it stands here. Compare and save again: your answers will then stand.",
  "callDraft.published": "This call was published already.",
  "callDraft.toCall": "Open the call",

  "callCheck.title": "Check the call",
  "callCheck.publish.title": "Publish the call",
  "callCheck.publish.text":
    "Everybody will see the call at once. Later only what the rules allow can be changed, and every change is recorded.",
  "callCheck.publish": "Publish the call",
  "callCheck.unfinished": "To publish it, complete what is named above.",
  "callCheck.preview": "As an applicant will see it:",

  "preview.banner": "Preview",
  "preview.text": "So an applicant will see the call. Nothing can be filled in or sent here.",
  "preview.callPage": "Page of the call",
  "preview.application": "First page of the application",
  "preview.unfinished": "The preview can be opened when the call is complete.",

  "call.about": "About the call",
  "call.contact": "Whom to ask",

  "callChange.title": "Change a published call",
  "callChange.lead":
    "Only what may still change after publishing stands here. Every change is recorded: who, when, what it was, what it is, and why.",
  "callChange.parts": "Which part do you change?",
  "callChange.submit": "Change",
  "callChange.reason.label": "Why does it change?",
  "callChange.nothing": "You have changed nothing.",
  "callChange.conflict":
    "While you were writing, somebody else changed the call: {name}, {time}. What you typed is not lost, it stands here. Compare and save again.",
  "callChanges.published": "Published by",
  "callChanges.title": "Changes after publishing",
  "callChanges.when": "When",
  "callChanges.who": "Who",
  "callChanges.what": "What",
  "callChanges.was": "Before",
  "callChanges.now": "Now",
  "callChanges.why": "Why",
};
