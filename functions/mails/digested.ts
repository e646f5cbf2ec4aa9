/** Staff read one digest a morning instead of a mail for each task. */
export const digested: ReadonlySet<string> = new Set(["coordinator", "finance", "agency"]);
