import type { Answering } from "../web/answering.ts";

/** Which page answers applicants, guests with a link and everybody. Loaded when somebody first asks for it. */
export const portalAnswering = {
  home: { get: async () => (await import("./calls.tsx")).showHome },
  asset: { get: async () => (await import("../web/asset.ts")).showAsset },
  call: { get: async () => (await import("./calls.tsx")).showCall },
  startDraft: { post: async () => (await import("./drafts.tsx")).beginDraft },
  check: { get: async () => (await import("./check.tsx")).showCheck },
  draft: {
    get: async () => (await import("./drafts.tsx")).showDraftPage,
    post: async () => (await import("./drafts.tsx")).takeDraftPage,
  },
  draftSaved: { get: async () => (await import("./drafts.tsx")).showSaved },
  draftUpload: {
    get: async () => (await import("./upload.ts")).showDraftUpload,
    post: async () => (await import("./upload.ts")).removeDraftUpload,
  },
  signIn: {
    get: async () => (await import("./sign-in.tsx")).showSignIn,
    post: async () => (await import("./sign-in.tsx")).takeSignIn,
  },
  signInCode: {
    get: async () => (await import("./sign-in.tsx")).showCode,
    post: async () => (await import("./sign-in.tsx")).takeCode,
  },
  provider: { get: async () => (await import("./provider.tsx")).goToProvider },
  backFromProvider: { get: async () => (await import("./provider.tsx")).comeFromProvider },
  signOut: { post: async () => (await import("./sign-in.tsx")).signOut },
  my: { get: async () => (await import("./my.tsx")).showMine },
  record: { get: async () => (await import("./record.tsx")).showRecord },
  recordPaper: { get: async () => (await import("./record.tsx")).showRecordPaper },
  recordFile: { get: async () => (await import("./record.tsx")).showRecordFile },
  schools: { get: async () => (await import("./school-record.tsx")).showSchools },
  schoolRecord: { get: async () => (await import("./school-record.tsx")).showSchoolRecord },
  ownData: { get: async () => (await import("./own-data.tsx")).showOwnData },
  ownDataFile: { get: async () => (await import("./own-data.tsx")).showOwnDataFile },
  credentials: {
    get: async () => (await import("./credentials.tsx")).askForCredential,
    post: async () => (await import("./credentials.tsx")).checkCredential,
  },
  issuerKeys: { get: async () => (await import("./credentials.tsx")).showKeys },
  issuer: { get: async () => (await import("./credentials.tsx")).showIssuer },
  task: {
    get: async () => (await import("./tasks.tsx")).showTask,
    post: async () => (await import("./tasks.tsx")).takeAnswer,
  },
  notMe: {
    get: async () => (await import("./not-me.tsx")).showNotMe,
    post: async () => (await import("./not-me.tsx")).takeNotMe,
  },
  taskCode: { post: async () => (await import("./tasks.tsx")).sendCode },
  taskUpload: {
    get: async () => (await import("./upload.ts")).showTaskUpload,
    post: async () => (await import("./upload.ts")).removeTaskUpload,
  },
  taskUploaded: { get: async () => (await import("./documents.ts")).showTaskUpload },
  taskDocument: { get: async () => (await import("./documents.ts")).showTaskDocument },
  ownCase: { get: async () => (await import("./my-case.tsx")).showMyCase },
  ownCalendar: { get: async () => (await import("./calendar.ts")).showOwnCalendar },
  ownSaying: {
    get: async () => (await import("./say.tsx")).showSaying,
    post: async () => (await import("./say.tsx")).takeSaying,
  },
  newLink: {
    get: async () => (await import("./new-link.tsx")).askForNewLink,
    post: async () => (await import("./new-link.tsx")).takeNewLink,
  },
  handOver: {
    get: async () => (await import("./hand-over.tsx")).showHandOver,
    post: async () => (await import("./hand-over.tsx")).takeHandOver,
  },
  slips: {
    get: async () => (await import("./slips.tsx")).showSlips,
    post: async () => (await import("./slips.tsx")).takeSlips,
  },
  answer: {
    get: async () => (await import("./answer.tsx")).showQuestions,
    post: async () => (await import("./answer.tsx")).takeAnswers,
  },
  diary: { get: async () => (await import("./diary.tsx")).showDiary },
  diaryDay: {
    get: async () => (await import("./diary.tsx")).showDiaryPage,
    post: async () => (await import("./diary.tsx")).takeDiaryPage,
  },
  ownUploaded: { get: async () => (await import("./documents.ts")).showOwnUpload },
  ownDocument: { get: async () => (await import("./documents.ts")).showOwnDocument },
  confirm: {
    get: async () => (await import("./confirm.tsx")).askWhichCounts,
    post: async () => (await import("./confirm.tsx")).takeWhichCounts,
  },
  publicOfMine: {
    get: async () => (await import("./public-of-mine.tsx")).showPublicOfMine,
    post: async () => (await import("./public-of-mine.tsx")).takeConsent,
  },
  publicLibrary: { get: async () => (await import("./library.tsx")).showLibrary },
  publicLibraryFile: { get: async () => (await import("./library.tsx")).giveLibrary },
  publication: { get: async () => (await import("./library.tsx")).showPublication },
  publishedFile: { get: async () => (await import("./library.tsx")).givePublishedFile },
  registers: { get: async () => (await import("./registers.tsx")).showRegisters },
  register: { get: async () => (await import("./registers.tsx")).showRegister },
  registerFile: { get: async () => (await import("./registers.tsx")).giveRegister },
  openData: { get: async () => (await import("./open-data.tsx")).showOpenData },
  openDataFile: { get: async () => (await import("./open-data.tsx")).giveOpenData },
  openDataDictionary: { get: async () => (await import("./open-data.tsx")).giveDictionary },
  askForEntry: { get: async () => (await import("./registers.tsx")).askForEntry },
  registered: { get: async () => (await import("./registers.tsx")).showEntry },
  seats: {
    get: async () => (await import("./seats.tsx")).showSeats,
    post: async () => (await import("./seats.tsx")).takeSeat,
  },
  registration: {
    get: async () => (await import("./registration.tsx")).showRegistration,
    post: async () => (await import("./registration.tsx")).takeSeatWord,
  },
  leaving: {
    get: async () => (await import("./leaving.tsx")).showLeaving,
    post: async () => (await import("./leaving.tsx")).takeLeaving,
  },
  desk: {
    get: async () => (await import("./desk.tsx")).showDesk,
    post: async () => (await import("./desk.tsx")).takeAtDesk,
  },
  certificates: { get: async () => (await import("./certificates.tsx")).askForCertificate },
  certificate: { get: async () => (await import("./certificates.tsx")).showCertificate },
} as const satisfies Partial<Answering>;
