import type { Answering } from "../web/answering.ts";

/** Which page answers staff. Loaded when somebody first asks for it. */
export const consoleAnswering = {
  console: { get: async () => (await import("./inbox.tsx")).showInbox },
  enter: {
    get: async () => (await import("./enter.tsx")).askToEnter,
    post: async () => (await import("./enter.tsx")).enterConsole,
  },
  stuck: { get: async () => (await import("./stuck.tsx")).showStuck },
  tryAgain: { post: async () => (await import("./stuck.tsx")).takeAgain },
  restart: { post: async () => (await import("./stuck.tsx")).takeRestart },
  bulk: {
    get: async () => (await import("./bulk.tsx")).previewBulk,
    post: async () => (await import("./bulk.tsx")).takeBulk,
  },
  reassign: {
    get: async () => (await import("./reassign.tsx")).showReassignment,
    post: async () => (await import("./reassign.tsx")).takeReassignment,
  },
  absences: {
    get: async () => (await import("./absence.tsx")).showAbsences,
    post: async () => (await import("./absence.tsx")).takeAbsence,
  },
  endAbsence: { post: async () => (await import("./absence.tsx")).takeReturn },
  newCall: {
    get: async () => (await import("./making/new-call.tsx")).showNewCall,
    post: async () => (await import("./making/new-call.tsx")).beginCall,
  },
  callDraft: { get: async () => (await import("./making/overview.tsx")).showCallDraft },
  callDraftCheck: { get: async () => (await import("./making/check.tsx")).showCallCheck },
  callDraftAside: { post: async () => (await import("./making/overview.tsx")).takeAside },
  publishCallDraft: { post: async () => (await import("./making/check.tsx")).publishCallDraft },
  callPreview: { get: async () => (await import("./making/preview.tsx")).previewCall },
  applicationPreview: { get: async () => (await import("./making/preview.tsx")).previewApplication },
  callDraftPage: {
    get: async () => (await import("./making/draft-page.tsx")).showCallDraftPage,
    post: async () => (await import("./making/draft-page.tsx")).takeCallDraftPage,
  },
  consoleCall: { get: async () => (await import("./call.tsx")).showConsoleCall },
  changeCall: { get: async () => (await import("./making/change.tsx")).listCallParts },
  changeCallPage: {
    get: async () => (await import("./making/change.tsx")).showCallChange,
    post: async () => (await import("./making/change.tsx")).takeCallChange,
  },
  sayOfCall: {
    get: async () => (await import("./say.tsx")).showStaffSaying("call"),
    post: async () => (await import("./say.tsx")).takeStaffSaying("call"),
  },
  documentOfCall: { get: async () => (await import("./documents.ts")).showCallDocument },
  addressOfCall: {
    get: async () => (await import("./address.tsx")).showAddress("call"),
    post: async () => (await import("./address.tsx")).mendAddress("call"),
  },
  audit: { get: async () => (await import("./audit.tsx")).showAudit },
  rankingFile: { get: async () => (await import("./ranking.ts")).downloadRanking },
  whatIf: {
    get: async () => (await import("./what-if.tsx")).showWhatIf,
    post: async () => (await import("./what-if.tsx")).takeAdoption,
  },
  reviewers: { get: async () => (await import("./reviewers.tsx")).showReviewers },
  casesOfCall: { get: async () => (await import("./cases.tsx")).showCases },
  casesCsv: { get: async () => (await import("./cases.tsx")).downloadCases("csv") },
  casesXlsx: { get: async () => (await import("./cases.tsx")).downloadCases("xlsx") },
  numbers: { get: async () => (await import("./numbers.tsx")).showNumbers },
  numbersCsv: { get: async () => (await import("./numbers.tsx")).downloadNumbers("csv") },
  numbersXlsx: { get: async () => (await import("./numbers.tsx")).downloadNumbers("xlsx") },
  proof: { get: async () => (await import("./proof.tsx")).showProof },
  claimCsv: { get: async () => (await import("./proof.tsx")).downloadClaim("csv") },
  claimXlsx: { get: async () => (await import("./proof.tsx")).downloadClaim("xlsx") },
  findings: { post: async () => (await import("./findings.ts")).takeQuestion },
  files: { post: async () => (await import("./files.tsx")).takeOrder },
  file: { get: async () => (await import("./files.tsx")).showFile },
  fileContent: { get: async () => (await import("./files.tsx")).fetchFile },
  clients: {
    get: async () => (await import("./clients.tsx")).showClients,
    post: async () => (await import("./clients.tsx")).takeClient,
  },
  revokeClient: { post: async () => (await import("./clients.tsx")).takeRevocation },
  paymentRuns: {
    get: async () => (await import("./runs.tsx")).showRuns,
    post: async () => (await import("./runs.tsx")).takeRun,
  },
  heldPayment: {
    get: async () => (await import("./held-payment.tsx")).showHeld,
    post: async () => (await import("./held-payment.tsx")).takeHeld,
  },
  confirmHeldPayment: { post: async () => (await import("./held-payment.tsx")).takeHeldConfirmation },
  paymentRun: { get: async () => (await import("./run.tsx")).showRun },
  paymentRunFile: { get: async () => (await import("./run.tsx")).downloadRun },
  approveRun: { post: async () => (await import("./run.tsx")).takeApproval },
  sendRunBack: { post: async () => (await import("./run.tsx")).takeReturn },
  returnedInRun: { post: async () => (await import("./run.tsx")).takeReturned },
  markRun: { post: async () => (await import("./run.tsx")).takeMark },
  groups: { get: async () => (await import("./groups.tsx")).showGroups },
  groupGrants: {
    get: async () => (await import("./group-grants.tsx")).showOutdated,
    post: async () => (await import("./group-grants.tsx")).takeAmendment,
  },
  newGroup: {
    get: async () => (await import("./groups.tsx")).showNewGroup,
    post: async () => (await import("./groups.tsx")).takeNewGroup,
  },
  group: { get: async () => (await import("./group.tsx")).showGroup },
  groupMembers: { post: async () => (await import("./group.tsx")).takeMembers },
  removeMember: { post: async () => (await import("./group.tsx")).takeRemoval },
  groupList: { get: async () => (await import("./group-lists.ts")).downloadList },
  editGroup: {
    get: async () => (await import("./group-plans.tsx")).showGroupForm,
    post: async () => (await import("./group-plans.tsx")).takeGroupForm,
  },
  groupRooms: {
    get: async () => (await import("./rooms.tsx")).showRooms,
    post: async () => (await import("./rooms.tsx")).takeRooms,
  },
  dissolveGroup: {
    get: async () => (await import("./group-plans.tsx")).askToDissolve,
    post: async () => (await import("./group-plans.tsx")).takeDissolution,
  },
  consoleCase: { get: async () => (await import("./case.tsx")).showConsoleCase },
  say: {
    get: async () => (await import("./say.tsx")).showStaffSaying("case"),
    post: async () => (await import("./say.tsx")).takeStaffSaying("case"),
  },
  documentOfCase: { get: async () => (await import("./documents.ts")).showConsoleDocument },
  uploadedOfCase: { get: async () => (await import("./documents.ts")).showConsoleUpload },
  evidence: { get: async () => (await import("./proof.tsx")).downloadPack },
  addressOfCase: {
    get: async () => (await import("./address.tsx")).showAddress("case"),
    post: async () => (await import("./address.tsx")).mendAddress("case"),
  },
  signing: {
    get: async () => (await import("./sign.tsx")).showSigning,
    post: async () => (await import("./sign.tsx")).takeSigning,
  },
  signingUpload: {
    get: async () => (await import("./sign.tsx")).showSigningUpload,
    post: async () => (await import("./sign.tsx")).removeSigningUpload,
  },
  consoleCertificate: {
    get: async () => (await import("./certificate.tsx")).showCaseCertificate,
    post: async () => (await import("./certificate.tsx")).revokeCertificate,
  },
  publicOfCase: { get: async () => (await import("./public-of-case.tsx")).showPublicOfCase },
  hidePublic: {
    get: async () => (await import("./public-of-case.tsx")).askToHide,
    post: async () => (await import("./public-of-case.tsx")).takeHiding,
  },
  calendarOfCase: { get: async () => (await import("./calendar.ts")).showConsoleCalendar },
  ahead: { get: async () => (await import("./ahead.tsx")).showAhead },
  remind: {
    get: async () => (await import("./remind.tsx")).askToRemind,
    post: async () => (await import("./remind.tsx")).takeReminder,
  },
  extend: {
    get: async () => (await import("./extend.tsx")).askToExtend,
    post: async () => (await import("./extend.tsx")).takeExtension,
  },
  corrections: { get: async () => (await import("./corrections.tsx")).showCorrectable },
  correction: {
    get: async () => (await import("./corrections.tsx")).askToCorrect,
    post: async () => (await import("./corrections.tsx")).takeCorrection,
  },
  notes: {
    get: async () => (await import("./notes.tsx")).showNotes,
    post: async () => (await import("./notes.tsx")).takeNote,
  },
} as const satisfies Partial<Answering>;
