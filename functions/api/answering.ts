import type { Answering } from "../web/answering.ts";

/** What answers programs. Loaded when somebody first asks for it. */
export const apiAnswering = {
  api: { get: async () => (await import("./documentation.tsx")).showApi },
  openApi: { get: async () => (await import("./openapi.ts")).showOpenApi },
  apiCalls: { get: async () => (await import("./calls.ts")).listCallsForPrograms },
  apiCall: { get: async () => (await import("./calls.ts")).describeCall },
  apiLibrary: { get: async () => (await import("./open.ts")).listPublications },
  apiRegister: { get: async () => (await import("./open.ts")).listRegister },
  apiOpenData: { get: async () => (await import("./open-data.ts")).describeOpenData },
  apiFigures: { get: async () => (await import("./figures.ts")).describeFigures },
  apiRegistered: { get: async () => (await import("./open.ts")).describeEntry },
  apiCredentials: { post: async () => (await import("./credentials.ts")).checkForPrograms },
  apiSeats: {
    get: async () => (await import("./seats.ts")).describeSeats,
    post: async () => (await import("./seats.ts")).takeRegistration,
  },
  apiRegistration: {
    get: async () => (await import("./seats.ts")).describeRegistration,
    post: async () => (await import("./seats.ts")).takeSeatWord,
  },
  apiDesk: { post: async () => (await import("./seats.ts")).takeScans },
  apiCases: { get: async () => (await import("./cases.ts")).listCases },
  apiCase: { get: async () => (await import("./cases.ts")).describeCase },
  apiTask: {
    get: async () => (await import("./tasks.ts")).describeTask,
    post: async () => (await import("./tasks.ts")).answerTaskByProgram,
  },
  apiTaskCode: { post: async () => (await import("./tasks.ts")).sendCodeToProgram },
  apiTaskUpload: { post: async () => (await import("./tasks.ts")).uploadFormForProgram },
} as const satisfies Partial<Answering>;
