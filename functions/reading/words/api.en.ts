import type { api as lt } from "./api.lt.ts";

/** The API and its clients, in English. ICU messages. */
export const api: Readonly<Record<keyof typeof lt, string>> = {
  "clients.title": "Programs that read this call",
  "clients.text":
    "A program that reads the cases of this call through the API needs a key. It is for this call alone.",
  "clients.key": "This is the key. Keep it now: it is shown this once and cannot be shown again.",
  "clients.none": "No program has a key.",
  "clients.list": "Programs",
  "clients.made": "Made by",
  "clients.state": "Key",
  "clients.revoke": "Take the key back",
  "clients.revoked": "Taken back by {name}, {time}",
  "client.title": "Another program",
  "client.submit": "Make a key",
  "client.name.label": "Which program?",
  "client.rights.label": "What may it read?",
  "client.rights.cases": "The cases, without names",
  "client.rights.people": "The cases, and names and e-mail addresses of applicants",
  "client.until.label": "Last day of the key",
  "api.title": "The API",
  "api.text":
    "Programs can read calls, apply, answer tasks by their links, and read the cases of a call with a key. Everything is JSON in UTF-8; instants are UTC.",
  "api.document": "The same for programs: OpenAPI 3.1",
  "api.key": "Keys",
  "api.key.text":
    "Reading cases needs a key, which the call’s coordinator makes in the console. It goes into the header Authorization: Bearer and may be used {most} times a minute. Calls are read, and applications sent, without a key; a task is answered by whoever has its link.",
  "api.errors": "Errors",
  "api.errors.text":
    "What cannot be done is told as problem details (RFC 9457): status, title, a code for programs and, where fields or parameters are wrong, each with a code and a sentence.",
  "api.pages": "Lists",
  "api.pages.text":
    "A list has at most 100 entries a page. Where there are more, the answer has next: send it as cursor for the page after. A page of a filtered list may have fewer entries than asked for, or none, and still have next. New entries do not shift the pages.",
  "api.again": "Sending again",
  "api.again.text":
    "After an answer that did not arrive, send the same again with the same Idempotency-Key: nothing is done twice, and the answer is the same. The same key with another body is refused.",
  "api.needsKey": "Needs a key.",
  "api.parameters": "Parameters",
  "api.answers": "Answers",
  "api.name": "Name",
  "api.where": "Where",
  "api.about": "What it is",
  "api.status": "Status",
  "api.in.path": "in the path",
  "api.in.query": "in the query",
  "api.in.header": "header",
  "api.example": "Example",
};
