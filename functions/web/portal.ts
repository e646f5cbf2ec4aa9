import type { House } from "../house.ts";
import type { Route } from "./router.ts";
import { get, post } from "./routes.ts";
import { serve } from "./serve.ts";
import type { Work } from "./visit.ts";

const task = "/t/{kind}/{id}/{key}/{secret}";
const mine = "/c/{id}/{secret}";
const sayingOfCall = "/console/calls/{id}/say/{name}";
const saying = "/console/cases/{id}/say/{name}";
const certificate = "/console/cases/{id}/certificate";
const signing = "/console/cases/{id}/signatures/{key}";
const taskOfCase = "/console/cases/{id}/tasks/{key}";
const corrections = "/console/cases/{id}/corrections";
const addressOfCase = "/console/cases/{id}/addresses/{address}";
const addressOfCall = "/console/calls/{id}/addresses/{address}";
const draft = "/console/call-drafts/{id}";
const preview = `${draft}/preview/{language}`;
const runs = "/console/calls/{id}/payments";
const reassigning = "/console/tasks/{kind}/{id}/{key}/reassign";
const entering = "/console/enter/{id}/{until}/{secret}";
const whatIf = "/console/calls/{id}/what-if";
const run = `${runs}/{run}`;
const held = `${runs}/held/{payment}`;
const groups = "/console/calls/{id}/groups";
const group = `${groups}/{group}`;
const apiTask = "/api/tasks/{kind}/{id}/{key}/{secret}";

/** Every address of the portal but those of the submit function. */
export const routes: readonly Route<Work>[] = [
  get("/", async () => (await import("../portal/calls.tsx")).showHome),
  get("/assets/{name}", async () => (await import("./asset.ts")).showAsset),
  get("/calls/{id}", async () => (await import("../portal/calls.tsx")).showCall),
  post("/calls/{id}/drafts", async () => (await import("../portal/drafts.tsx")).beginDraft),
  get("/drafts/{id}/check", async () => (await import("../portal/check.tsx")).showCheck),
  get("/drafts/{id}/{page}", async () => (await import("../portal/drafts.tsx")).showDraftPage),
  post("/drafts/{id}/{page}", async () => (await import("../portal/drafts.tsx")).takeDraftPage),
  get("/drafts/{id}/{page}/saved", async () => (await import("../portal/drafts.tsx")).showSaved),

  get("/sign-in", async () => (await import("../portal/sign-in.tsx")).showSignIn),
  post("/sign-in", async () => (await import("../portal/sign-in.tsx")).takeSignIn),
  get("/sign-in/code", async () => (await import("../portal/sign-in.tsx")).showCode),
  post("/sign-in/code", async () => (await import("../portal/sign-in.tsx")).takeCode),
  get("/sign-in/oidc", async () => (await import("../portal/provider.tsx")).goToProvider),
  get("/sign-in/oidc/back", async () => (await import("../portal/provider.tsx")).comeFromProvider),
  post("/sign-out", async () => (await import("../portal/sign-in.tsx")).signOut),
  get("/my", async () => (await import("../portal/my.tsx")).showMine),

  get(task, async () => (await import("../portal/tasks.tsx")).showTask),
  post(task, async () => (await import("../portal/tasks.tsx")).takeAnswer),
  get(`${task}/not-me`, async () => (await import("../portal/not-me.tsx")).showNotMe),
  post(`${task}/not-me`, async () => (await import("../portal/not-me.tsx")).takeNotMe),
  post(`${task}/code`, async () => (await import("../portal/tasks.tsx")).sendCode),
  get(`${task}/uploads/{upload}`, async () => (await import("../portal/documents.ts")).showTaskUpload),
  get(`${mine}/uploads/{upload}`, async () => (await import("../portal/documents.ts")).showOwnUpload),
  get(
    "/console/cases/{id}/uploads/{upload}",
    async () => (await import("../portal/documents.ts")).showConsoleUpload,
  ),
  get(`${task}/upload/{field}`, async () => (await import("../portal/upload.tsx")).showTaskUpload),
  post(`${task}/upload/{field}`, async () => (await import("../portal/upload.tsx")).removeTaskUpload),
  get("/drafts/{id}/upload/{field}", async () => (await import("../portal/upload.tsx")).showDraftUpload),
  post("/drafts/{id}/upload/{field}", async () => (await import("../portal/upload.tsx")).removeDraftUpload),
  get(`${task}/documents/{name}`, async () => (await import("../portal/documents.ts")).showTaskDocument),
  get(mine, async () => (await import("../portal/my-case.tsx")).showMyCase),
  get(`${mine}/calendar.ics`, async () => (await import("../portal/calendar.ts")).showOwnCalendar),
  get(`${mine}/say/{name}`, async () => (await import("../portal/say.tsx")).showSaying),
  post(`${mine}/say/{name}`, async () => (await import("../portal/say.tsx")).takeSaying),
  get(`${mine}/link`, async () => (await import("../portal/new-link.tsx")).askForNewLink),
  post(`${mine}/link`, async () => (await import("../portal/new-link.tsx")).takeNewLink),
  get(`${mine}/diary`, async () => (await import("../portal/diary.tsx")).showDiary),
  get(`${mine}/diary/{day}`, async () => (await import("../portal/diary.tsx")).showDiaryPage),
  post(`${mine}/diary/{day}`, async () => (await import("../portal/diary.tsx")).takeDiaryPage),
  get(`${mine}/documents/{name}`, async () => (await import("../portal/documents.ts")).showOwnDocument),

  get("/confirm/{id}/{secret}", async () => (await import("../portal/confirm.tsx")).askWhichCounts),
  post("/confirm/{id}/{secret}", async () => (await import("../portal/confirm.tsx")).takeWhichCounts),

  get("/certificates", async () => (await import("../portal/certificates.tsx")).askForCertificate),
  get("/certificates/{number}", async () => (await import("../portal/certificates.tsx")).showCertificate),

  get("/console", async () => (await import("../console/inbox.tsx")).showInbox),
  get("/console/stuck", async () => (await import("../console/stuck.tsx")).showStuck),
  post("/console/stuck/again", async () => (await import("../console/stuck.tsx")).takeAgain),
  post("/console/stuck/restart", async () => (await import("../console/stuck.tsx")).takeRestart),
  get(entering, async () => (await import("../console/enter.tsx")).askToEnter),
  post(entering, async () => (await import("../console/enter.tsx")).enterConsole),
  get("/console/bulk", async () => (await import("../console/bulk.tsx")).previewBulk),
  post("/console/bulk", async () => (await import("../console/bulk.tsx")).takeBulk),
  get(reassigning, async () => (await import("../console/reassign.tsx")).showReassignment),
  post(reassigning, async () => (await import("../console/reassign.tsx")).takeReassignment),
  get("/console/absences", async () => (await import("../console/absence.tsx")).showAbsences),
  post("/console/absences", async () => (await import("../console/absence.tsx")).takeAbsence),
  post(
    "/console/absences/{person}/{from}/end",
    async () => (await import("../console/absence.tsx")).takeReturn,
  ),
  get("/console/calls/new", async () => (await import("../console/making/new-call.tsx")).showNewCall),
  post("/console/calls/new", async () => (await import("../console/making/new-call.tsx")).beginCall),
  get(draft, async () => (await import("../console/making/overview.tsx")).showCallDraft),
  get(`${draft}/check`, async () => (await import("../console/making/check.tsx")).showCallCheck),
  post(`${draft}/aside`, async () => (await import("../console/making/overview.tsx")).takeAside),
  post(`${draft}/publish`, async () => (await import("../console/making/check.tsx")).publishCallDraft),
  get(preview, async () => (await import("../console/making/preview.tsx")).previewCall),
  get(
    `${preview}/application`,
    async () => (await import("../console/making/preview.tsx")).previewApplication,
  ),
  get(`${draft}/{page}`, async () => (await import("../console/making/draft-page.tsx")).showCallDraftPage),
  post(`${draft}/{page}`, async () => (await import("../console/making/draft-page.tsx")).takeCallDraftPage),
  get("/console/calls/{id}/change", async () => (await import("../console/making/change.tsx")).listCallParts),
  get(
    "/console/calls/{id}/change/{page}",
    async () => (await import("../console/making/change.tsx")).showCallChange,
  ),
  post(
    "/console/calls/{id}/change/{page}",
    async () => (await import("../console/making/change.tsx")).takeCallChange,
  ),
  get("/console/calls/{id}", async () => (await import("../console/call.tsx")).showConsoleCall),
  get(
    "/console/calls/{id}/ranking.json",
    async () => (await import("../console/ranking.ts")).downloadRanking,
  ),
  get("/console/calls/{id}/proof", async () => (await import("../console/proof.tsx")).showProof),
  get("/console/calls/{id}/proof/claim.csv", async () =>
    (await import("../console/proof.tsx")).downloadClaim("csv"),
  ),
  get("/console/calls/{id}/proof/claim.xlsx", async () =>
    (await import("../console/proof.tsx")).downloadClaim("xlsx"),
  ),
  get("/console/cases/{id}/evidence.zip", async () => (await import("../console/proof.tsx")).downloadPack),
  get("/console/calls/{id}/audit", async () => (await import("../console/audit.tsx")).showAudit),
  get("/console/calls/{id}/numbers", async () => (await import("../console/numbers.tsx")).showNumbers),
  get("/console/calls/{id}/numbers.csv", async () =>
    (await import("../console/numbers.tsx")).downloadNumbers("csv"),
  ),
  get("/console/calls/{id}/numbers.xlsx", async () =>
    (await import("../console/numbers.tsx")).downloadNumbers("xlsx"),
  ),
  post("/console/calls/{id}/findings", async () => (await import("../console/findings.ts")).takeQuestion),
  post("/console/calls/{id}/files", async () => (await import("../console/files.tsx")).takeOrder),
  get("/console/calls/{id}/files/{file}", async () => (await import("../console/files.tsx")).showFile),
  get(
    "/console/calls/{id}/files/{file}/content",
    async () => (await import("../console/files.tsx")).fetchFile,
  ),
  get("/console/calls/{id}/cases", async () => (await import("../console/cases.tsx")).showCases),
  get("/console/calls/{id}/cases.csv", async () =>
    (await import("../console/cases.tsx")).downloadCases("csv"),
  ),
  get("/console/calls/{id}/cases.xlsx", async () =>
    (await import("../console/cases.tsx")).downloadCases("xlsx"),
  ),
  get(whatIf, async () => (await import("../console/what-if.tsx")).showWhatIf),
  post(whatIf, async () => (await import("../console/what-if.tsx")).takeAdoption),
  get("/console/calls/{id}/reviewers", async () => (await import("../console/reviewers.tsx")).showReviewers),
  get(runs, async () => (await import("../console/runs.tsx")).showRuns),
  post(runs, async () => (await import("../console/runs.tsx")).takeRun),
  get(held, async () => (await import("../console/held-payment.tsx")).showHeld),
  post(held, async () => (await import("../console/held-payment.tsx")).takeHeld),
  post(`${held}/confirm`, async () => (await import("../console/held-payment.tsx")).takeHeldConfirmation),
  get(run, async () => (await import("../console/run.tsx")).showRun),
  get(`${run}/payments.xml`, async () => (await import("../console/run.tsx")).downloadRun),
  post(`${run}/approve`, async () => (await import("../console/run.tsx")).takeApproval),
  post(`${run}/send-back`, async () => (await import("../console/run.tsx")).takeReturn),
  post(`${run}/returned`, async () => (await import("../console/run.tsx")).takeReturned),
  post(`${run}/mark`, async () => (await import("../console/run.tsx")).takeMark),
  get(groups, async () => (await import("../console/groups.tsx")).showGroups),
  get(`${groups}/grants`, async () => (await import("../console/group-grants.tsx")).showOutdated),
  post(`${groups}/grants`, async () => (await import("../console/group-grants.tsx")).takeAmendment),
  get(`${groups}/new/{country}`, async () => (await import("../console/groups.tsx")).showNewGroup),
  post(`${groups}/new/{country}`, async () => (await import("../console/groups.tsx")).takeNewGroup),
  get(group, async () => (await import("../console/group.tsx")).showGroup),
  post(`${group}/members`, async () => (await import("../console/group.tsx")).takeMembers),
  post(`${group}/members/{case}/remove`, async () => (await import("../console/group.tsx")).takeRemoval),
  get(`${group}/lists/{file}`, async () => (await import("../console/group-lists.ts")).downloadList),
  get(`${group}/edit`, async () => (await import("../console/group-plans.tsx")).showGroupForm),
  post(`${group}/edit`, async () => (await import("../console/group-plans.tsx")).takeGroupForm),
  get(`${group}/rooms`, async () => (await import("../console/rooms.tsx")).showRooms),
  post(`${group}/rooms`, async () => (await import("../console/rooms.tsx")).takeRooms),
  get(`${group}/dissolve`, async () => (await import("../console/group-plans.tsx")).askToDissolve),
  post(`${group}/dissolve`, async () => (await import("../console/group-plans.tsx")).takeDissolution),
  get(sayingOfCall, async () => (await import("../console/say.tsx")).showStaffSaying),
  post(sayingOfCall, async () => (await import("../console/say.tsx")).takeStaffSaying),
  get(saying, async () => (await import("../console/say.tsx")).showStaffSaying),
  post(saying, async () => (await import("../console/say.tsx")).takeStaffSaying),
  get(
    "/console/cases/{id}/documents/{name}",
    async () => (await import("../portal/documents.ts")).showConsoleDocument,
  ),
  get(
    "/console/calls/{id}/documents/{name}",
    async () => (await import("../portal/documents.ts")).showCallDocument,
  ),
  get(addressOfCall, async () => (await import("../console/address.tsx")).showAddress),
  post(addressOfCall, async () => (await import("../console/address.tsx")).mendAddress),
  get(addressOfCase, async () => (await import("../console/address.tsx")).showAddress),
  post(addressOfCase, async () => (await import("../console/address.tsx")).mendAddress),
  get(signing, async () => (await import("../console/sign.tsx")).showSigning),
  post(signing, async () => (await import("../console/sign.tsx")).takeSigning),
  get(`${signing}/upload/{field}`, async () => (await import("../console/sign.tsx")).showSigningUpload),
  post(`${signing}/upload/{field}`, async () => (await import("../console/sign.tsx")).removeSigningUpload),
  get(certificate, async () => (await import("../console/certificate.tsx")).showCaseCertificate),
  post(certificate, async () => (await import("../console/certificate.tsx")).revokeCertificate),
  get(
    "/console/cases/{id}/calendar.ics",
    async () => (await import("../portal/calendar.ts")).showConsoleCalendar,
  ),
  get("/console/cases/{id}/ahead", async () => (await import("../console/ahead.tsx")).showAhead),
  get(`${taskOfCase}/remind`, async () => (await import("../console/remind.tsx")).askToRemind),
  post(`${taskOfCase}/remind`, async () => (await import("../console/remind.tsx")).takeReminder),
  get(`${taskOfCase}/extend`, async () => (await import("../console/extend.tsx")).askToExtend),
  post(`${taskOfCase}/extend`, async () => (await import("../console/extend.tsx")).takeExtension),
  get(corrections, async () => (await import("../console/corrections.tsx")).showCorrectable),
  get(`${corrections}/{field}`, async () => (await import("../console/corrections.tsx")).askToCorrect),
  post(`${corrections}/{field}`, async () => (await import("../console/corrections.tsx")).takeCorrection),
  get("/console/cases/{id}/notes", async () => (await import("../console/notes.tsx")).showNotes),
  post("/console/cases/{id}/notes", async () => (await import("../console/notes.tsx")).takeNote),
  get("/console/cases/{id}", async () => (await import("../console/case.tsx")).showConsoleCase),

  get("/console/calls/{id}/clients", async () => (await import("../console/clients.tsx")).showClients),
  post("/console/calls/{id}/clients", async () => (await import("../console/clients.tsx")).takeClient),
  post(
    "/console/calls/{id}/clients/{client}/revoke",
    async () => (await import("../console/clients.tsx")).takeRevocation,
  ),

  get("/api", async () => (await import("../api/documentation.tsx")).showApi),
  get("/api/calls/{id}/cases", async () => (await import("../api/cases.ts")).listCases),
  get("/api/cases/{id}", async () => (await import("../api/cases.ts")).describeCase),
  get("/api/openapi.json", async () => (await import("../api/openapi.ts")).showOpenApi),
  get("/api/calls", async () => (await import("../api/calls.ts")).listCallsForPrograms),
  get("/api/calls/{id}", async () => (await import("../api/calls.ts")).describeCall),
  get(apiTask, async () => (await import("../api/tasks.ts")).describeTask),
  post(`${apiTask}/code`, async () => (await import("../api/tasks.ts")).sendCodeToProgram),
  post(`${apiTask}/uploads/{field}`, async () => (await import("../api/tasks.ts")).uploadFormForProgram),
  post(apiTask, async () => (await import("../api/tasks.ts")).answerTaskByProgram),
];

/** Pages and the JSON API. */
export const portal = (house: House) => serve(house, routes);
