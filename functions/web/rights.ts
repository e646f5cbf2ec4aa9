import type { ClientRight } from "../clients/clients.ts";
import type { staffRoles } from "../store/staff-items.ts";

/** The roles of staff that a right may ask for. */
export type StaffRole = (typeof staffRoles)[number];

/**
 * Who may come to an address. `link`: whoever has its secret, which the page looks at; a draft's is its identifier, and 'mailbox' is known by a
 * mail alone. `signedIn`: an
 * applicant with a session, who sees what is theirs. `staff`: who works for the call that the address names (or its case or task
 * does), by one of the roles; `every` call where it names none.
 */
export type Right =
  | { readonly who: "anyone" }
  | { readonly who: "link"; readonly to: "task" | "case" | "mailbox" | "draft" | "pass" }
  | { readonly who: "signedIn" }
  /** A program with a key that has this right; its page looks whether the key is for the call. */
  | { readonly who: "client"; readonly right: ClientRight }
  | {
      readonly who: "staff";
      readonly of: "every" | "call" | "case" | "task";
      readonly roles: readonly StaffRole[];
    };

const anyone: Right = { who: "anyone" };
const signedIn: Right = { who: "signedIn" };
const link = (to: Extract<Right, { who: "link" }>["to"]): Right => ({ who: "link", to });

const program = (right: ClientRight): Right => ({ who: "client", right });

const deciding = ["coordinator", "commission", "agency", "finance", "appeals"] as const;
const reading = [...deciding, "auditor"] as const;

const staffOf =
  (of: Extract<Right, { who: "staff" }>["of"]) =>
  (...roles: readonly StaffRole[]): Right => ({
    who: "staff",
    of,
    roles: roles.length > 0 ? roles : reading,
  });
const ofCall = staffOf("call");
const ofCase = staffOf("case");
const ofTask = staffOf("task");
const anyStaff = staffOf("every")();
const someCoordinator = staffOf("every")("coordinator");

/**
 * Every address of the portal and who may come to it. An address that is not here does not compile (see `routes.ts`); the tests of
 * every address, by role, by whose it is and by stage, are made of this table.
 */
export const rights = {
  "GET /": anyone,
  "GET /assets/{name}": anyone,
  "GET /calls/{id}": anyone,
  "POST /calls/{id}/drafts": anyone,
  "GET /drafts/{id}/check": link("draft"),
  "GET /drafts/{id}/{page}": link("draft"),
  "POST /drafts/{id}/{page}": link("draft"),
  "GET /drafts/{id}/{page}/saved": link("draft"),
  "GET /sign-in": anyone,
  "POST /sign-in": anyone,
  "GET /sign-in/code": anyone,
  "POST /sign-in/code": anyone,
  "GET /sign-in/oidc": anyone,
  "GET /sign-in/oidc/back": anyone,
  "POST /sign-out": anyone,
  "GET /my": signedIn,
  "GET /t/{kind}/{id}/{key}/{secret}": link("task"),
  "POST /t/{kind}/{id}/{key}/{secret}": link("task"),
  "GET /t/{kind}/{id}/{key}/{secret}/not-me": link("task"),
  "POST /t/{kind}/{id}/{key}/{secret}/not-me": link("task"),
  "POST /t/{kind}/{id}/{key}/{secret}/code": link("task"),
  "GET /t/{kind}/{id}/{key}/{secret}/uploads/{upload}": link("task"),
  "GET /c/{id}/{secret}/uploads/{upload}": link("case"),
  "GET /console/cases/{id}/uploads/{upload}": ofCase(),
  "GET /t/{kind}/{id}/{key}/{secret}/upload/{field}": link("task"),
  "POST /t/{kind}/{id}/{key}/{secret}/upload/{field}": link("task"),
  "GET /drafts/{id}/upload/{field}": link("draft"),
  "POST /drafts/{id}/upload/{field}": link("draft"),
  "GET /t/{kind}/{id}/{key}/{secret}/documents/{name}": link("task"),
  "GET /c/{id}/{secret}": link("case"),
  "GET /c/{id}/{secret}/calendar.ics": link("case"),
  "GET /c/{id}/{secret}/say/{name}": link("case"),
  "POST /c/{id}/{secret}/say/{name}": link("case"),
  "GET /c/{id}/{secret}/link": link("case"),
  "POST /c/{id}/{secret}/link": link("case"),
  "GET /c/{id}/{secret}/diary": link("case"),
  "GET /c/{id}/{secret}/diary/{day}": link("case"),
  "POST /c/{id}/{secret}/diary/{day}": link("case"),
  "GET /c/{id}/{secret}/documents/{name}": link("case"),
  "GET /confirm/{id}/{secret}": link("mailbox"),
  "POST /confirm/{id}/{secret}": link("mailbox"),
  "GET /certificates": anyone,
  "GET /certificates/{number}": anyone,
  "GET /console": anyStaff,
  "GET /console/stuck": anyStaff,
  "POST /console/stuck/again": anyStaff,
  "POST /console/stuck/restart": anyStaff,
  "GET /console/enter/{id}/{until}/{secret}": link("pass"),
  "POST /console/enter/{id}/{until}/{secret}": link("pass"),
  "GET /console/bulk": anyStaff,
  "POST /console/bulk": anyStaff,
  "GET /console/tasks/{kind}/{id}/{key}/reassign": ofTask(),
  "POST /console/tasks/{kind}/{id}/{key}/reassign": ofTask(...deciding),
  "GET /console/absences": anyStaff,
  "POST /console/absences": staffOf("every")(...deciding),
  "POST /console/absences/{person}/{from}/end": staffOf("every")(...deciding),
  "GET /console/calls/new": someCoordinator,
  "POST /console/calls/new": someCoordinator,
  "GET /console/call-drafts/{id}": someCoordinator,
  "GET /console/call-drafts/{id}/check": someCoordinator,
  "POST /console/call-drafts/{id}/aside": someCoordinator,
  "POST /console/call-drafts/{id}/publish": someCoordinator,
  "GET /console/call-drafts/{id}/preview/{language}": someCoordinator,
  "GET /console/call-drafts/{id}/preview/{language}/application": someCoordinator,
  "GET /console/call-drafts/{id}/{page}": someCoordinator,
  "POST /console/call-drafts/{id}/{page}": someCoordinator,
  "GET /console/calls/{id}/change": ofCall(),
  "GET /console/calls/{id}/change/{page}": ofCall(),
  "POST /console/calls/{id}/change/{page}": ofCall("coordinator"),
  "GET /console/calls/{id}": ofCall(),
  "GET /console/calls/{id}/ranking.json": ofCall(),
  "GET /console/calls/{id}/proof": ofCall(),
  "GET /console/calls/{id}/proof/claim.csv": ofCall(),
  "GET /console/calls/{id}/proof/claim.xlsx": ofCall(),
  "GET /console/cases/{id}/evidence.zip": ofCase(),
  "GET /console/calls/{id}/audit": ofCall(),
  "GET /console/calls/{id}/numbers": ofCall(),
  "GET /console/calls/{id}/numbers.csv": ofCall(),
  "GET /console/calls/{id}/numbers.xlsx": ofCall(),
  "GET /console/calls/{id}/cases": ofCall(),
  "GET /console/calls/{id}/cases.csv": ofCall(),
  "GET /console/calls/{id}/cases.xlsx": ofCall(),
  // A file that is ordered changes nothing of the call: whoever reads the list may have it as a file.
  "POST /console/calls/{id}/findings": ofCall(),
  "POST /console/calls/{id}/files": ofCall(),
  "GET /console/calls/{id}/files/{file}": ofCall(),
  "GET /console/calls/{id}/files/{file}/content": ofCall(),
  "GET /console/calls/{id}/what-if": ofCall(),
  "POST /console/calls/{id}/what-if": ofCall("coordinator"),
  "GET /console/calls/{id}/reviewers": ofCall(),
  "GET /console/calls/{id}/payments": ofCall(),
  "POST /console/calls/{id}/payments": ofCall("coordinator"),
  "GET /console/calls/{id}/payments/held/{payment}": ofCall(),
  "POST /console/calls/{id}/payments/held/{payment}": ofCall("finance"),
  "POST /console/calls/{id}/payments/held/{payment}/confirm": ofCall("coordinator", "finance"),
  "GET /console/calls/{id}/payments/{run}": ofCall(),
  "GET /console/calls/{id}/payments/{run}/payments.xml": ofCall("finance"),
  "POST /console/calls/{id}/payments/{run}/approve": ofCall("finance"),
  "POST /console/calls/{id}/payments/{run}/send-back": ofCall("coordinator", "finance"),
  "POST /console/calls/{id}/payments/{run}/returned": ofCall("finance"),
  "POST /console/calls/{id}/payments/{run}/mark": ofCall("finance"),
  "GET /console/calls/{id}/groups": ofCall(),
  "GET /console/calls/{id}/groups/grants": ofCall(),
  "POST /console/calls/{id}/groups/grants": ofCall("coordinator"),
  "GET /console/calls/{id}/groups/new/{country}": ofCall(),
  "POST /console/calls/{id}/groups/new/{country}": ofCall("coordinator"),
  "GET /console/calls/{id}/groups/{group}": ofCall(),
  "POST /console/calls/{id}/groups/{group}/members": ofCall("coordinator"),
  "POST /console/calls/{id}/groups/{group}/members/{case}/remove": ofCall("coordinator"),
  "GET /console/calls/{id}/groups/{group}/lists/{file}": ofCall(),
  "GET /console/calls/{id}/groups/{group}/edit": ofCall(),
  "POST /console/calls/{id}/groups/{group}/edit": ofCall("coordinator"),
  "GET /console/calls/{id}/groups/{group}/rooms": ofCall(),
  "POST /console/calls/{id}/groups/{group}/rooms": ofCall("coordinator"),
  "GET /console/calls/{id}/groups/{group}/dissolve": ofCall(),
  "POST /console/calls/{id}/groups/{group}/dissolve": ofCall("coordinator"),
  "GET /console/calls/{id}/say/{name}": ofCall(),
  "POST /console/calls/{id}/say/{name}": ofCall(...deciding),
  "GET /console/cases/{id}/say/{name}": ofCase(),
  "POST /console/cases/{id}/say/{name}": ofCase(...deciding),
  "GET /console/cases/{id}/documents/{name}": ofCase(),
  "GET /console/calls/{id}/documents/{name}": ofCall(),
  "GET /console/calls/{id}/addresses/{address}": ofCall(),
  "POST /console/calls/{id}/addresses/{address}": ofCall("coordinator"),
  "GET /console/cases/{id}/addresses/{address}": ofCase(),
  "POST /console/cases/{id}/addresses/{address}": ofCase("coordinator"),
  "GET /console/cases/{id}/signatures/{key}": ofCase(),
  "POST /console/cases/{id}/signatures/{key}": ofCase("coordinator"),
  "GET /console/cases/{id}/signatures/{key}/upload/{field}": ofCase(),
  "POST /console/cases/{id}/signatures/{key}/upload/{field}": ofCase("coordinator"),
  "GET /console/cases/{id}/certificate": ofCase(),
  "POST /console/cases/{id}/certificate": ofCase("coordinator"),
  "GET /console/cases/{id}/calendar.ics": ofCase(),
  "GET /console/cases/{id}/ahead": ofCase(),
  "GET /console/cases/{id}/tasks/{key}/remind": ofCase(),
  "POST /console/cases/{id}/tasks/{key}/remind": ofCase("coordinator"),
  "GET /console/cases/{id}/tasks/{key}/extend": ofCase(),
  "POST /console/cases/{id}/tasks/{key}/extend": ofCase("coordinator"),
  "GET /console/cases/{id}/corrections": ofCase(),
  "GET /console/cases/{id}/corrections/{field}": ofCase(),
  "POST /console/cases/{id}/corrections/{field}": ofCase("coordinator"),
  "GET /console/cases/{id}/notes": ofCase(),
  "POST /console/cases/{id}/notes": ofCase(...deciding),
  "GET /console/cases/{id}": ofCase(),
  "GET /console/calls/{id}/clients": ofCall("coordinator"),
  "POST /console/calls/{id}/clients": ofCall("coordinator"),
  "POST /console/calls/{id}/clients/{client}/revoke": ofCall("coordinator"),
  "GET /api": anyone,
  "GET /api/calls/{id}/cases": program("cases:read"),
  "GET /api/cases/{id}": program("cases:read"),
  "GET /api/openapi.json": anyone,
  "GET /api/calls": anyone,
  "GET /api/calls/{id}": anyone,
  "GET /api/tasks/{kind}/{id}/{key}/{secret}": link("task"),
  "POST /api/tasks/{kind}/{id}/{key}/{secret}/code": link("task"),
  "POST /api/tasks/{kind}/{id}/{key}/{secret}/uploads/{field}": link("task"),
  "POST /api/tasks/{kind}/{id}/{key}/{secret}": link("task"),
  "POST /drafts/{id}/submit": link("draft"),
  "POST /api/calls/{id}/applications": anyone,
} as const satisfies Readonly<Record<string, Right>>;

export type Address = keyof typeof rights;
