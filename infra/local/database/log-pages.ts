import { closeSync, openSync, readSync } from "node:fs";

const headerBytes = 32;
const frameBytes = 24;

/**
 * The numbers of the pages that SQLite's log holds [SQLite, "Write-Ahead Log file format", 4.1 and 4.2]: its frames, as far as they bear
 * the salt of its header. None where there is no log.
 */
export function pagesInLog(log: string): ReadonlySet<number> {
  const pages = new Set<number>();
  let file: number;
  try {
    file = openSync(log, "r");
  } catch {
    return pages;
  }
  try {
    const header = Buffer.alloc(headerBytes);
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return pages;
    const size = header.readUInt32BE(8);
    const salt = header.subarray(16, 24);
    const frame = Buffer.alloc(frameBytes);
    for (let at = headerBytes; ; at += frameBytes + size) {
      if (readSync(file, frame, 0, frameBytes, at) < frameBytes) return pages;
      if (!frame.subarray(8, 16).equals(salt)) return pages;
      pages.add(frame.readUInt32BE(0));
    }
  } finally {
    closeSync(file);
  }
}
