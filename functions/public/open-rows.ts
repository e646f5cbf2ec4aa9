import { createHash } from "node:crypto";
import type { Publication, Registration } from "../../workflows/kernel/open.ts";
import type { LoadedCase } from "../cases/load.ts";
import { numberFrom } from "../certificates/number.ts";
import type { OpenRow } from "../store/open-item.ts";

type Seen = Pick<LoadedCase, "process" | "file" | "consents">;

/**
 * What everybody may see of a case, by what its process says of its file and by the latest word of the holder. What nobody
 * agreed to has its number, its state and its days, and nothing that names anybody.
 */
export function openRowsOf({ process, file, consents = [] }: Seen): OpenRow[] {
  const agrees = (kind: string, { name, consent }: Publication | Registration): boolean =>
    consents.find((said) => said.kind === kind && said.name === name)?.agrees ?? consent;
  const numbered = (kind: string, { name, from, until }: Publication | Registration) => ({
    number: openNumberOf(file.ref, kind, name),
    kind,
    name,
    from,
    ...(until === undefined ? {} : { until }),
  });
  const published = Object.entries(process.publishes ?? {}).flatMap(([kind, { rows }]) =>
    rows(file).map((row): OpenRow => {
      const { title, summary, authors, tags, licence, what, on } = row;
      return {
        ...numbered(kind, row),
        ...(agrees(kind, row)
          ? {
              says: {
                as: "publication",
                title,
                ...(summary === undefined ? {} : { summary }),
                authors: [...authors],
                tags: [...tags],
                licence,
                what,
                on,
              },
            }
          : {}),
      };
    }),
  );
  const registered = Object.entries(process.registers ?? {}).flatMap(([kind, { rows }]) =>
    rows(file).map((row): OpenRow => {
      const facts = Object.fromEntries(
        Object.entries(row.facts).flatMap(([fact, said]) => (said === undefined ? [] : [[fact, said]])),
      );
      return {
        ...numbered(kind, row),
        state: row.state,
        ...(agrees(kind, row) ? { says: { as: "registration", holder: row.holder, facts } } : {}),
      };
    }),
  );
  return [...published, ...registered];
}

/** A case's identifier is derived under the installation's secret, so nobody comes upon a number by trying. */
const openNumberOf = (ref: string, kind: string, name: string): string =>
  numberFrom(
    BigInt(
      `0x${createHash("sha256")
        .update(JSON.stringify([ref, kind, name]))
        .digest("hex")}`,
    ),
  );
