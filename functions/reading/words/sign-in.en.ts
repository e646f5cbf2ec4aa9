import type { signIn as lt } from "./sign-in.lt.ts";

/** Signing in, and what is one's own, in English. ICU messages. */
export const signIn: Readonly<Record<keyof typeof lt, string>> = {
  "enter.title": "Go into the console",
  "enter.text": "This link is for {name}. It works once, and for one day; afterwards you sign in by a code.",
  "enter.submit": "Go in",
  "enter.others": "Sign me out everywhere else",
  "signIn.title": "Sign in",
  "signIn.text":
    "Type the e-mail address with which you applied, or with which you work for the programme. We send a code to it; there are no passwords.",
  "signIn.submit": "Send me a code",
  "signIn.email.label": "E-mail address",
  "signInCode.title": "Type the code",
  "signInCode.text":
    "If this address has an application, sent or begun, or works for the programme, we have sent a code to it. It works for {minutes, plural, one {# minute} other {# minutes}}. If nothing comes, look in the spam folder; a new code can be had after a minute.",
  "signInCode.submit": "Sign in",
  "signInCode.code.label": "Code of six figures",
  "my.title": "My applications",
  "my.who": "You are signed in as {email}.",
  "my.contested": "Another application came from your address: say which counts",
  "my.none": "There is no application with this address.",
  "my.draft": "Draft: {call}",
  "my.draft.saved": "Saved {time}",
  "my.calls": "Calls for applications",
  "my.signOut": "Sign out",
  "my.sent": "Sent {time}",
  "provider.title": "Signing in did not work",
  "provider.refused": "The provider did not let you in, or you cancelled it.",
  "provider.strange":
    "This answer does not belong to a sign-in that was begun in this browser, or it took too long.",
  "provider.unverified":
    "The provider does not say that your e-mail address is yours, so we cannot tell who you are.",
  "provider.stranger":
    "You do not work for any call with this address. Turn to the coordinator of your call.",
  "provider.down": "The provider cannot be reached now. Please try again in a while.",
  "provider.again": "Try again",
  "provider.link": "Staff sign in here",
  "mine.title": "My application",
  "mine.now": "Where it is now",
  "mine.tasks": "What you need to do",
  "mine.task.due": "by {time}",
  "mine.history": "What has happened",
  "mine.history.submitted": "Application sent",
  "mine.history.mail": "E-mail sent: {subject}",
  "mine.history.offered": "Place offered: {country}",
  "mine.above.score": "The application above has a higher score.",
  "mine.above.notTravelledBefore":
    "The application above has the same score, but its author has not taken part in the programme before.",
  "mine.above.rural": "The application above has the same score, but comes from a rural school.",
  "mine.above.submittedAt": "The application above has the same score, but was sent earlier.",
  "mine.above.applicant": "The application above is equal in everything, so the alphabet of names decided.",
  "mine.above.id": "The application above is equal in everything, so the code of the application decided.",
  "mine.opened": "The page on which teachers join the group",
  "mine.calendar": "Put the dates into my calendar (ICS)",
  "mine.calendar.title": "Calendar",
  "mine.answers": "My answers in the application",
};
