import * as z from "zod";
import { signatureUnder } from "../blocks/agreement.ts";
import { certification as plain } from "../blocks/certificate.ts";
import { funded } from "../blocks/double-funding.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, callOf, latestRecord } from "../kernel/case-file.ts";
import type { Certification } from "../kernel/certificate.ts";
import { answerTo, facts, paper, sheetOf, signatures, texts, versionsBy } from "../kernel/paper.ts";
import type { Role } from "../kernel/roles.ts";
import { calculationsOf } from "../kernel/sheet.ts";
import type { Shows, Told } from "../kernel/told.ts";
import { whyCalledOff } from "./called-off.ts";
import { hostConfirmation, plan } from "./forms.ts";
import { hostIn } from "./journey.ts";
import { grant, sheets } from "./ledger.ts";

/** Each time that the grant is worked out, the agreement has another version. */
export const agreementVersions = versionsBy(grant);
export const signature = signatureUnder(agreementVersions);

/** Who signs or pays reads what is signed and paid; a host and a reviewer see no money. */
const to = ["applicant", "principal", "coordinator", "agency", "finance"] as const;

const applied = z.object({ school: z.string() });
const called = z.object({ reportDays: z.number(), payer: z.object({ name: z.string() }).optional() });

const represented = (institution: string, person: Role): Told => ({
  word: "agreement.represented",
  with: { institution, person: { person } },
});

const place = {
  institution: (file: CaseFile) => hostIn(file)?.institution,
  town: (file: CaseFile): Told | undefined => {
    const host = hostIn(file);
    return host && [host.town, { option: host.country, of: "countries" }];
  },
  days: (file: CaseFile): Told | undefined => {
    const host = hostIn(file);
    return host && { from: host.starts, to: host.ends };
  },
};

export const papers = {
  agreement: paper({
    to,
    versions: agreementVersions,
    sentences: ["represented"],
    says: (file) => {
      const { grantCents = 0, advanceCents = 0 } = latestRecord(file, grant) ?? {};
      const { reportDays } = callOf(file, called);
      return { reportDays, grant: { cents: grantCents }, advance: { cents: advanceCents } };
    },
    parts: {
      parties: facts({
        applicant: () => ({ person: "applicant" }),
        school: ({ application }) => represented(applied.parse(application).school, "principal"),
        agency: (file) => {
          const { payer } = callOf(file, called);
          return payer ? represented(payer.name, "agency") : { person: "agency" };
        },
      }),
      place: facts(place),
      plan: answerTo(plan),
      ...texts("subject", "participant", "school", "agency", "settlement", "breaking", "versions", "data"),
      grant: sheetOf("grant"),
      signatures: signatures(signature),
    },
  }),
  calculation: paper({
    to,
    asOf: (file) =>
      calculationsOf({ sheets }, file)
        .map(({ at }) => at)
        .toSorted()
        .at(-1),
    parts: {
      case: facts(
        { applicant: () => ({ person: "applicant" }), code: ({ ref }) => ({ ref }) },
        { isUntitled: true },
      ),
      grant: sheetOf("grant"),
      settlement: sheetOf("settlement"),
    },
  }),
};

export const certification: Certification = {
  ...plain,
  rows: {
    institution: plain.rows.institution,
    place: ({ town, country }) =>
      town === undefined || country === undefined ? undefined : [town, { option: country, of: "countries" }],
    time: plain.rows.time,
  },
};

export const shows: Readonly<Record<string, Shows>> = {
  place: {
    to: ["applicant", "principal", "coordinator", "commission", "appeals", "host", "agency", "finance"],
    rows: {
      country: (file) => {
        const host = hostIn(file);
        return host && { option: host.country, of: "countries" };
      },
      institution: place.institution,
      town: (file) => hostIn(file)?.town,
      days: place.days,
    },
  },
  funded,
};

/** What the words of an internship may name. */
export function says(file: CaseFile) {
  const host = hostIn(file);
  const reason = whyCalledOff(file);
  return {
    ...(reason === undefined ? {} : { reason }),
    country: host ? { option: host.country, of: "countries" } : "–",
    institution: host?.institution ?? "–",
    from: host ? { day: host.starts } : "–",
    to: host ? { day: host.ends } : "–",
    // Why the coordinator has to talk to the host.
    hostSaid:
      file.records.at(-1)?.outcome === "unaffordable"
        ? "unaffordable"
        : (latestAnswer(file, hostConfirmation)?.outcome ?? "silent"),
  } as const;
}
