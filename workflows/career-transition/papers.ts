import { signatureUnder } from "../blocks/agreement.ts";
import { certification as plain } from "../blocks/certificate.ts";
import { scored } from "../blocks/review/panel.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { type Certification, type Certified, certificate } from "../kernel/certificate.ts";
import type { Linking } from "../kernel/link.ts";
import { facts, paper, sheetOf, signatures, texts, versionsBy } from "../kernel/paper.ts";
import { printScore, storedScore } from "../kernel/score.ts";
import { slotTold } from "../kernel/slots.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Shows, Told } from "../kernel/told.ts";
import { booking, callIn, partsOf } from "./call.ts";
import { accreditation, load, trainingReview } from "./forms.ts";
import { applied, roleOf } from "./rules.ts";
import { accreditedOn, accreditedUntil, holderOf, marksOf, registeredAs } from "./standing.ts";
import { support } from "./support.ts";

/** Each time that the support is worked out, the agreement has another version. */
const agreementVersions = versionsBy(support);
export const signature = signatureUnder(agreementVersions);

/** Is the latest version signed by all three? */
export function countSignatures(file: CaseFile): StepResult<"signed" | "missing"> {
  const version = agreementVersions(file).at(-1) ?? -1;
  const signed = file.answers.filter(({ form, visit }) => form === signature.id && visit > version);
  return { outcome: new Set(signed.map(({ part }) => part)).size < 3 ? "missing" : "signed" };
}

const roleTold = (file: CaseFile): Told | undefined => {
  const role = roleOf(file);
  return role === undefined ? undefined : { option: role, of: "roles" };
};
const dayTold = (day: string | undefined): Told | undefined => (day === undefined ? undefined : { day });

/** Who signs or pays reads what is signed and paid. */
const to = ["applicant", "principal", "coordinator", "agency", "finance"] as const;

export const papers = {
  agreement: paper({
    to,
    versions: agreementVersions,
    sentences: ["represented"],
    says: (file) => {
      const { loadPercent = 0, monthCents = 0, starts = "", lines = [] } = latestRecord(file, support) ?? {};
      return {
        load: loadPercent,
        month: { cents: monthCents },
        starts: { day: starts },
        months: lines[0]?.count ?? 0,
        agreedMonths: latestAnswer(file, load)?.values.months ?? 0,
      };
    },
    parts: {
      parties: facts({
        applicant: () => ({ person: "applicant" }),
        school: ({ application }) => ({
          word: "agreement.represented",
          with: { institution: applied.parse(application).school, person: { person: "principal" } },
        }),
        agency: (file) => callIn(file).payer?.name ?? { person: "agency" },
      }),
      ...texts("subject", "load", "support", "applicant", "breaking", "versions", "data"),
      calculation: sheetOf("support"),
      signatures: signatures(signature),
    },
  }),
  accreditation: paper({
    to: ["applicant", "coordinator", "agency"],
    asOf: (file) => {
      const said = latestAnswer(file, accreditation);
      return said?.outcome === "accredited" ? said.at : undefined;
    },
    parts: {
      decision: facts(
        {
          holder: (file) => holderOf(file).fullName,
          role: roleTold,
          number: (file) => latestAnswer(file, accreditation)?.values.number,
          from: (file) => dayTold(accreditedOn(file)),
          score: (file) => {
            const found = latestRecord(file, scored)?.score;
            if (found === undefined) return undefined;
            const score = storedScore(found);
            return { lt: printScore(score, "lt"), en: printScore(score, "en") };
          },
          hours: (file) => latestAnswer(file, trainingReview)?.values.hours,
        },
        { isUntitled: true },
      ),
      ...texts("text"),
    },
  }),
};

/** Certifies who was accredited, in which role and from when on; for how long, the register says. */
export function certify(file: CaseFile): StepResult<"issued"> {
  const starts = accreditedOn(file) ?? "";
  const says: Certified = {
    holder: holderOf(file).fullName,
    as: roleOf(file) ?? "",
    starts,
    ends: starts,
    hours: Math.floor(latestAnswer(file, trainingReview)?.values.hours ?? 0),
  };
  return {
    outcome: "issued",
    record: { id: certificate.id, data: says },
    certificate: says,
    links: linksOf(file, starts),
  };
}

/** A consultant may lead groups and consultations; mentors name their number in the register, and others lead nobody. */
const linksOf = (file: CaseFile, on: string): readonly Linking[] =>
  roleOf(file) === "consultant"
    ? [
        {
          kind: "delivering",
          to: { email: applied.parse(file.application).email },
          on,
          what: latestAnswer(file, accreditation)?.values.number ?? "consultant",
        },
      ]
    : [];

export const certification: Certification = {
  ...plain,
  rows: {
    role: ({ as }) => (as === undefined ? undefined : { option: as, of: "roles" }),
    since: ({ starts }) => ({ day: starts }),
  },
};

export const shows: Readonly<Record<string, Shows>> = {
  conversation: {
    to: ["applicant", "coordinator"],
    rows: {
      time: (file) => {
        const slot = booking.slotOf(file);
        return slot && slotTold(slot);
      },
    },
  },
  role: {
    to: [
      "applicant",
      "principal",
      "coordinator",
      "agency",
      "commission",
      "appeals",
      "reviewer",
      "client",
      "finance",
    ],
    rows: { agreed: roleTold },
  },
  standing: {
    to: ["applicant", "coordinator", "agency", "appeals"],
    rows: {
      accredited: (file) => dayTold(accreditedOn(file)),
      until: (file) => dayTold(accreditedUntil(file)),
      state: (file) =>
        registeredAs(file).map(({ state }) => ({ word: `registers.transition.state.${state}` }))[0],
      marks: (file) => {
        const marks = marksOf(file);
        if (marks.length === 0) return undefined;
        const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
        const inHundredths = Math.round(mean * 100) / 100;
        return { word: "shows.standing.mean", with: { mean: inHundredths, schools: marks.length } };
      },
    },
    sentences: ["mean"],
  },
};

const dash = "–";

/** What the words may name. */
export function says(file: CaseFile) {
  const { loadPercent } = latestRecord(file, support) ?? {};
  const { roles, renewal } = partsOf(file);
  return {
    role: roleTold(file) ?? dash,
    trainingHours: roles?.[roleOf(file) ?? ""]?.trainingHours ?? dash,
    load: loadPercent ?? dash,
    until: dayTold(accreditedUntil(file)) ?? dash,
    renewalHours: renewal?.hours ?? 0,
    renewalFeedback: renewal?.feedback ?? 0,
    renewalRaters: renewal?.raters ?? 0,
  };
}
