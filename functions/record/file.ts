import { certificatePath, printNumber } from "../certificates/number.ts";
import type { House } from "../house.ts";
import { callTitle } from "../reading/case-words.ts";
import type { Ui } from "../reading/ui.ts";
import { signedRecord } from "./credentials.ts";
import type { Part } from "./parts.ts";
import { sumsOf } from "./sums.ts";
import { toldPart } from "./told.ts";

/** A record for programs, with each certificate signed, and all of them together. */
export async function recordFile(
  house: Pick<House, "config">,
  holder: { readonly name: string; readonly email: string },
  parts: readonly Part[],
  ui: Ui,
  now: string,
) {
  const { portalUrl } = house.config;
  const certificates = parts.flatMap(({ certificate }) => certificate ?? []);
  const { badges, record } = await signedRecord(house, holder, certificates, ui, now);
  const { hours, byYear, byCompetence, bySubject, untagged } = sumsOf(parts);
  return {
    holder: holder.name,
    asOf: now,
    language: ui.language,
    hours: {
      total: hours,
      byYear: Object.fromEntries(byYear),
      byCompetence: Object.fromEntries(byCompetence),
      bySubject: Object.fromEntries(bySubject),
      untagged,
    },
    parts: await Promise.all(
      parts.map(async (part) => {
        const { what, as } = await toldPart(part, ui, now);
        const { loaded, from, until, certificate, open } = part;
        const badge = certificate && badges.get(certificate.number);
        return {
          process: loaded.process.id,
          what,
          call: callTitle(loaded, ui.language),
          ...(as === undefined ? {} : { as }),
          from,
          ...(until === undefined ? {} : { until }),
          ...(part.hours === undefined ? {} : { hours: part.hours }),
          ...(part.days === undefined ? {} : { days: part.days }),
          competences: part.competences,
          subjects: part.subjects,
          ...(certificate
            ? {
                certificate: {
                  number: printNumber(certificate.number),
                  address: `${portalUrl}${certificatePath(certificate.number)}`,
                  issuedAt: certificate.issuedAt,
                  ...(certificate.revoked ? { revokedAt: certificate.revoked.at } : {}),
                  ...(badge === undefined ? {} : { credential: badge }),
                },
              }
            : {}),
          open: open.map(({ number, kind, from: since, until: to, state, says }) => ({
            number: printNumber(number),
            kind,
            from: since,
            ...(to === undefined ? {} : { until: to }),
            ...(state === undefined ? {} : { state }),
            ...(says?.as === "publication" ? { title: says.title } : {}),
          })),
        };
      }),
    ),
    ...(record === undefined ? {} : { credential: record }),
  };
}
