import type { forms as lt } from "./forms.lt.ts";

/** What a form asks and what is wrong with it, in English. ICU messages. */
export const forms: Readonly<Record<keyof typeof lt, string>> = {
  "errors.title": "There is a problem",
  "errors.prefix": "Error:",
  "date.year": "Year",
  "date.month": "Month",
  "date.day": "Day",
  "date.hint": "For example, 15 3 2027.",
  choose: "Choose",
  "choices.hint": "Put first what you want most.",
  "several.none": "There is nothing to choose from yet.",
  "several.hint": "Tick all that apply.",
  "choices.place":
    "{place, plural, =1 {First choice} =2 {Second choice} =3 {Third choice} other {Choice number #}}",
  "count.limit": "You can write up to %'{count}' characters.",
  "count.under.one": "You have %'{count}' character left.",
  "count.under.few": "You have %'{count}' characters left.",
  "count.under.many": "You have %'{count}' characters left.",
  "count.under.other": "You have %'{count}' characters left.",
  "count.at": "You have no characters left.",
  "count.over.one": "You have %'{count}' character too many.",
  "count.over.few": "You have %'{count}' characters too many.",
  "count.over.many": "You have %'{count}' characters too many.",
  "count.over.other": "You have %'{count}' characters too many.",
  "problem.missing": "Enter an answer: “{label}”.",
  "problem.missing.choice": "Choose an answer: “{label}”.",
  "problem.missing.date": "Enter a date: “{label}”.",
  "problem.tooLong": "“{label}” must be {limit, plural, one {# character} other {# characters}} or fewer.",
  "problem.tooShort":
    "“{label}” must be at least {limit, plural, one {# character} other {# characters}} long.",
  "problem.tooMany": "“{label}”: choose at most {limit, plural, one {# answer} other {# answers}}.",
  "problem.tooSmall": "“{label}” must be {limit, number} or more.",
  "problem.tooLarge": "“{label}” must be {limit, number} or less.",
  "problem.wrongType": "“{label}”: the answer could not be read, please enter it again.",
  "problem.wrongType.number": "“{label}”: enter a number, such as 12.",
  "problem.wrongType.phone": "“{label}”: enter a telephone number, such as +370 612 34567.",
  "problem.notEmail": "“{label}”: enter a whole e-mail address, such as name@school.lt.",
  "problem.notIban":
    "“{label}”: there can be no such account number. Check that no character is missing or swapped.",
  "problem.notSepa":
    "“{label}”: we cannot transfer euros to this account. Enter an account in a country of the single euro payments area (SEPA). The European Payments Council lists the countries; its list EPC409-09 was issued on {issued}.",
  "problem.notDate": "“{label}”: there is no such day. Enter the day, month and year, such as 15 3 2027.",
  "problem.notWhole": "“{label}”: enter a whole number.",
  "problem.notWhole.decimals": "“{label}”: give at most two digits after the point.",
  "problem.unknownOption": "“{label}”: choose one of the answers that are offered.",
  "problem.repeated": "“{label}”: the same cannot be chosen twice.",
  "problem.notRising": "“{label}”: the day must be later than that of the meeting before.",
  "problem.notTime": "“{label}”: give a time such as 15:30.",
  "problem.outOfOrder": "“{label}”: the end cannot be before the beginning.",
  "problem.sameAsOwn": "“{label}”: this address cannot be your own.",
  "problem.unknownMunicipality":
    "“{label}”: there is no such municipality in Lithuania. Write its whole name in Lithuanian.",
  "problem.fitsNoCountry":
    "“{label}”: no country that you chose takes interns in on these days. Look at the days in the call.",
  "problem.unknownTown":
    "“{label}”: we do not find this place. Check the name and the municipality, or enter the nearest town.",
  "problem.unknownCertificate":
    "“{label}”: there is no certificate of this number. The number, twenty figures, stands on the certificate.",
  "problem.revokedCertificate": "“{label}”: this certificate was revoked.",
  "problem.othersCertificate": "“{label}”: this certificate was issued in another name.",
  "problem.unknownField": "The field “{label}” is not known here.",
  "problem.notMember":
    "“{label}”: only somebody who travels with the group can lead it. Tick this person too, or choose another one.",
  "problem.tooFewBeds":
    "“{label}”: {limit, plural, one {# person is} other {# people are}} to sleep here, and there are not so many beds.",
  "problem.mustAgree": "To go on, tick: “{label}”.",
  "problem.hasRanked": "This person coordinates or reviews, and who ranks does not approve",
  "file.limits": "{types}, at most {size} MB",
  "file.shown": "File: {type}, {size} kB",
  "file.attached": "File attached",
  "file.choose": "Upload a file",
  "file.replace": "Replace the file",
  "file.remove": "Remove the file",
  "file.label": "Choose a file",
  "file.send": "Send the file",
  "file.back": "Back without sending",
  "file.over": "No file can be uploaded here any more.",
  "file.checking.title": "The file is being checked",
  "file.checking.text": "We have the file and are checking it. This page renews itself in a few seconds.",
  "file.fault.empty": "The file is empty. Please upload another one.",
  "file.fault.tooLarge": "The file is too large. Please upload a smaller one.",
  "file.fault.malware": "Malware was found in the file, so we did not take it.",
  "file.fault.otherType":
    "A file of this type cannot be uploaded here. Check that it really is of one of the types named.",
  "file.fault.damaged": "The file is damaged or did not arrive whole. Please try again.",
  "file.fault.locked":
    "The PDF file is locked with a password, so nobody could open it. Save it without a password and upload it again.",
  "file.fault.late": "The file came too late, so we did not take it.",
  "problem.outdated":
    "A new version of the agreement was made while you were reading ({limit}). Read it and agree to it anew",
  "problem.wrongCode": "This is not the code. Look at the latest e-mail with a code",
  "problem.codeOver": "The code no longer works or was not sent yet. Ask for a new one",
  "problem.codeSpent": "The code was entered wrongly too often. Ask for a new one",
  "problem.past": "“{label}”: this day is over already.",
  "problem.overlaps": "“{label}”: another absence of the same person is on some of these days.",
  "problem.isAway": "“{label}”: this person is away on some of these days too.",
  "problem.ofStaff":
    "“{label}”: this is an address of the staff of this call. What is asked of others does not go there.",
  "problem.preparesToo": "“{label}”: who coordinates a call does not approve in it. Name somebody else.",
  "problem.notPrintable":
    "“{label}”: write one line of letters, figures and signs; what was sent has characters that cannot be shown.",
  "problem.wrongSeparator":
    "“{label}”: the parts of a line have commas between them. Put semicolons (;) there, or paste from a spreadsheet.",
  "problem.noLetters": "“{label}”: write the name in letters.",
  "problem.webAddress": "“{label}”: write a name, without a web address.",
  "problem.cannotStandIn":
    "“{label}”: only somebody who works for the same call can stand in, never an auditor, and who prepares does not approve. You cannot name yourself for somebody else.",
  "problem.notLater":
    "“{label}”: choose a day after the present deadline, but at most {limit, plural, one {# day} other {# days}} after the first one.",
  "problem.notYet": "“{label}”: this day has not come yet.",
  "problem.beforeVersion": "“{label}”: there was no such version of the agreement on that day.",
  "problem.sameAddress": "“{label}”: this is the same address.",
  "fault.reference": "Request number: {id}",
  "fault.home": "To the start",
  "fault.notFound.title": "There is no such page",
  "fault.notFound.text":
    "Check that the whole address was copied. Links in our e-mails are for one person and one task.",
  "fault.wrongMethod.title": "This page cannot be reached in this way",
  "fault.wrongMethod.text": "Go back to the page before and try again.",
  "fault.gone.title": "This page is no longer valid",
  "fault.gone.text": "What was here is over.",
  "fault.tooLarge.title": "Too much text",
  "fault.tooLarge.text": "We cannot take so much text. Go back to the page before and shorten it.",
  "fault.malformed.title": "The request could not be read",
  "fault.malformed.text": "Go back to the page before and try again.",
  "fault.noRight.title": "You may not do this",
  "fault.noRight.text":
    "Your role in this call lets you read this page or none of it, but not do what you asked for. Turn to the call’s coordinator.",
  "fault.otherOrigin.title": "The request came from another site",
  "fault.otherOrigin.text": "Answers are taken from the pages of this site only. Nothing was changed.",
  "fault.unavailable.title": "We cannot store or read anything at the moment",
  "fault.unavailable.text":
    "Go back and send it again in a few minutes: nothing is taken twice. What we confirmed before is safe.",
  "fault.defect.title": "Sorry, something went wrong",
  "fault.defect.text":
    "You did nothing wrong. Try again in a few minutes; if that does not help, write to us and give the request number.",
};
