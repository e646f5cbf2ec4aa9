import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { keyInPath } from "../links.ts";
import type { ClientItem } from "../store/client-item.ts";
import type { Task } from "../store/items.ts";
import { idOf, isCall } from "../store/keys.ts";
import type { Answer } from "./answers.ts";
import type { HttpRequest } from "./request.ts";

/** One request at one address of the portal. */
export interface Visit {
  readonly house: House;
  readonly request: HttpRequest;
  /** A named part of the address; empty when the pattern has none of that name. */
  readonly at: (name: string) => string;
  /** Of the staff, who came in by the right of the address. */
  readonly member?: StaffMember;
  /** The program behind the key of the request. */
  readonly client?: ClientItem;
}

export type Work = (visit: Visit) => Promise<Answer>;

/** Addresses of the portal, so that no page joins them by hand. */
export const paths = {
  call: (id: string) => `/calls/${encodeURIComponent(id)}`,
  startDraft: (id: string) => `/calls/${encodeURIComponent(id)}/drafts`,
  draft: (id: string, page: string) => `/drafts/${encodeURIComponent(id)}/${encodeURIComponent(page)}`,
  check: (id: string) => `/drafts/${encodeURIComponent(id)}/check`,
  submitDraft: (id: string) => `/drafts/${encodeURIComponent(id)}/submit`,
  proof: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/proof`,
  paymentRuns: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/payments`,
  paymentRun: (callId: string, run: number) => `/console/calls/${encodeURIComponent(callId)}/payments/${run}`,
  heldPayment: (callId: string, id: string) =>
    `/console/calls/${encodeURIComponent(callId)}/payments/held/${encodeURIComponent(id)}`,
  absences: "/console/absences",
  bulk: "/console/bulk",
  reassign: ({ pk, sk }: Pick<Task, "pk" | "sk">) =>
    `/console/tasks/${isCall(pk) ? "call" : "case"}/${encodeURIComponent(idOf(pk))}/${keyInPath(sk)}/reassign`,
  audit: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/audit`,
  numbers: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/numbers`,
  casesOfCall: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/cases`,
  findings: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/findings`,
  files: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/files`,
  file: (callId: string, id: string) => `/console/calls/${encodeURIComponent(callId)}/files/${id}`,
  clients: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/clients`,
  whatIf: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/what-if`,
  reviewers: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/reviewers`,
  groups: (callId: string) => `/console/calls/${encodeURIComponent(callId)}/groups`,
  newGroup: (callId: string, country: string) =>
    `/console/calls/${encodeURIComponent(callId)}/groups/new/${encodeURIComponent(country)}`,
  group: (callId: string, number: number) => `/console/calls/${encodeURIComponent(callId)}/groups/${number}`,
  newCall: () => "/console/calls/new",
  changeCall: (id: string, page?: string) =>
    `/console/calls/${encodeURIComponent(id)}/change${page === undefined ? "" : `/${encodeURIComponent(page)}`}`,
  callDraft: (id: string, page?: string) =>
    `/console/call-drafts/${encodeURIComponent(id)}${page === undefined ? "" : `/${encodeURIComponent(page)}`}`,
  callPreview: (id: string, language: "lt" | "en") =>
    `/console/call-drafts/${encodeURIComponent(id)}/preview/${language}`,
  consoleCall: (id: string) => `/console/calls/${encodeURIComponent(id)}`,
  say: (id: string, name: string) =>
    `/console/cases/${encodeURIComponent(id)}/say/${encodeURIComponent(name)}`,
  sayOfCall: (id: string, name: string) =>
    `/console/calls/${encodeURIComponent(id)}/say/${encodeURIComponent(name)}`,
  /** Where an address that takes no mail is mended, for one case or call. */
  address: (ref: string, address: string) =>
    `/console/${isCall(ref) ? "calls" : "cases"}/${encodeURIComponent(idOf(ref))}/addresses/${address}`,
  signing: (id: string, task: Pick<Task, "sk">) =>
    `/console/cases/${encodeURIComponent(id)}/signatures/${keyInPath(task.sk)}`,
  consoleCertificate: (id: string) => `/console/cases/${encodeURIComponent(id)}/certificate`,
  ahead: (id: string) => `/console/cases/${encodeURIComponent(id)}/ahead`,
  remind: (id: string, task: Pick<Task, "sk">) =>
    `/console/cases/${encodeURIComponent(id)}/tasks/${keyInPath(task.sk)}/remind`,
  extend: (id: string, task: Pick<Task, "sk">) =>
    `/console/cases/${encodeURIComponent(id)}/tasks/${keyInPath(task.sk)}/extend`,
  stuck: "/console/stuck",
  tryAgain: "/console/stuck/again",
  restart: "/console/stuck/restart",
  corrections: (id: string) => `/console/cases/${encodeURIComponent(id)}/corrections`,
  correction: (id: string, field: string) =>
    `/console/cases/${encodeURIComponent(id)}/corrections/${encodeURIComponent(field)}`,
  notes: (id: string) => `/console/cases/${encodeURIComponent(id)}/notes`,
  consoleCase: (id: string) => `/console/cases/${encodeURIComponent(id)}`,
} as const;
