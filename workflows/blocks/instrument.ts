/** What a version of an instrument is called, by whoever tries it and by whoever approves it. */
export const instrumentNamed = (id: unknown, version: unknown): string =>
  `instrument ${String(id).trim().toLowerCase()} ${String(version).trim()}`;
