import type { files as lt } from "./files.lt.ts";

/** The words about files that are made on order, in English. */
export const files: Readonly<Record<keyof typeof lt, string>> = {
  "files.of.cases": "List of cases",
  "files.of.claim": "Payment claim",
  "files.of.payments": "File of payments for the bank",
  "files.order.text":
    "The call has many cases, so the file is made separately, in a few moments or minutes. When it is ready you download it from the same page.",
  "files.order": "Make the file ({format})",
  "files.tooLong": "An XLSX table holds up to {count, number} cases. A longer list can be had as CSV only.",
  "files.paperTooLong":
    "A document holds up to {count, number} cases, and this call has more. The list of cases can be had as CSV.",
  "files.waiting": "The file is about to be made.",
  "files.making": "The file is being made.",
  "files.progress": "Cases gone through: {done} of {total}.",
  "files.refresh": "See whether it is ready",
  "files.ready": "The file was made on {at}. It holds what the cases said then.",
  "files.until": "It can be downloaded until {until}. Later it has to be made anew.",
  "files.download": "Download the file ({format})",
  "files.failed": "The file could not be made. Nothing changed in the cases; the file can be made again.",
  "files.again": "Make it anew",
};
