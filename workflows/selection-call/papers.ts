import * as z from "zod";
import { bid, decision } from "../blocks/selection.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { facts, type NamedEntry, type PaperFile, paper, table, text } from "../kernel/paper.ts";
import { printScore, storedScore } from "../kernel/score.ts";
import type { Told } from "../kernel/told.ts";
import { approverOf, membersOf } from "./commission.ts";
import { directorsOrder, rankingApproval } from "./forms.ts";
import { rankingDocument } from "./ranking-document.ts";

const to = ["coordinator", "commission", "member", "agency"] as const;
/** Later promotions and appeals change what stands in the cases, but not what the ranking was when it was published. */
const sees = { cases: true, document: "ranking-1" } as const;

const approvedAt = ({ answers }: CaseFile): string | undefined =>
  answers.findLast(({ form, outcome }) => form === rankingApproval.id && outcome === "approved")?.at;
const signedOrder = ({ answers }: CaseFile) =>
  answers.findLast(({ form, outcome }) => form === directorsOrder.id && outcome === "signed");
const numbered = z.object({ number: z.string() });

/** A case with its place in the order, as the commission decided on it. */
interface Ranked {
  readonly ref: string;
  readonly applicantName: string;
  readonly position: number;
  readonly wasOffered: boolean;
  readonly country?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly score?: number | undefined;
}

/** Those who have a place in the order, as the commission saw it. */
const rankedIn = ({ cases = [], document }: PaperFile): readonly Ranked[] => {
  const kept = document === undefined ? undefined : rankingDocument.parse(document);
  const places = new Map(kept?.entries.map((entry) => [entry.ref, entry]));
  return cases
    .flatMap((one) =>
      rankedAs(one, kept ? places.get(one.ref) : one.decision, places.get(one.ref) ?? one.bid),
    )
    .toSorted((a, b) => a.position - b.position);
};

function rankedAs({ ref, applicantName }: NamedEntry, decided: unknown, brought: unknown): Ranked[] {
  const made = decision.safeParse(decided).data;
  if (made?.position === undefined) return [];
  const { position, kind, country, decidedBy, promotedFrom } = made;
  const score = bid.pick({ score: true }).safeParse(brought).data?.score;
  // Promoted later means on the reserve list then.
  const wasOffered = kind === "offered" && promotedFrom === undefined;
  return [{ ref, applicantName, position, wasOffered, country, decidedBy, score }];
}

const ties = ["score", "notTravelledBefore", "rural", "submittedAt", "applicant", "id"] as const;

const who = { position: { share: 10 }, code: { share: 16 }, applicant: { share: 34 } } as const;
const whoOf = ({ position, ref, applicantName }: Ranked) => ({
  position,
  code: { ref },
  applicant: applicantName,
});

/** The rows of the ranking with what decided it. */
const scored = (wasOffered: boolean) =>
  table({ ...who, decidedBy: { share: 26 }, score: { share: 14, isNumeric: true } }, (file) =>
    rankedIn(file)
      .filter((one) => one.wasOffered === wasOffered)
      .map((one) => {
        const tie = ties.find((name) => name === one.decidedBy);
        return {
          ...whoOf(one),
          decidedBy: tie && { word: `minutes.tie.${tie}` },
          score: one.score === undefined ? undefined : printed(one.score),
        };
      }),
  );

const printed = (stored: number): Told => {
  const score = storedScore(stored);
  return { lt: printScore(score, "lt"), en: printScore(score, "en") };
};

/** The rows of the ranking with what was granted. */
const granted = (wasOffered: boolean) =>
  table({ ...who, country: { share: 40 } }, (file) =>
    rankedIn(file)
      .filter((one) => one.wasOffered === wasOffered)
      .map((one) => ({
        ...whoOf(one),
        country:
          wasOffered && one.country !== undefined ? { option: one.country, of: "countries" } : undefined,
      })),
  );

/** There is a draft of the order, and minutes, once the commission has approved. */
export const papers = {
  /** Who sat, what each declared, who had a conflict and so did not decide, the ranking, and who approved it when. */
  minutes: paper({
    to,
    sees,
    asOf: approvedAt,
    says: (file) => ({ count: rankedIn(file).length }),
    sentences: ["chair", "impartial", "conflict", "silent", ...ties.map((name) => `tie.${name}`)],
    parts: {
      approval: facts(
        {
          at: (file) => ({ at: approvedAt(file) ?? "" }),
          by: (file) => approverOf(file)?.name ?? "–",
          applications: ({ cases = [] }) => cases.length,
          ranked: (file) => rankedIn(file).length,
        },
        { isUntitled: true },
      ),
      members: facts((file) =>
        membersOf(file).map(({ name, declared = "silent", at, conflict = "" }, index) => ({
          label: index === 0 ? { word: "minutes.chair", with: { name } } : name,
          value: {
            word: `minutes.${declared}`,
            with: { time: at === undefined ? "" : { at }, conflict },
          },
        })),
      ),
      decided: text(),
      places: scored(true),
      reserve: scored(false),
    },
  }),
  /** By which minutes, who is granted a place in which country, and who waits on the reserve list. */
  order: paper({
    to,
    sees,
    asOf: (file) => {
      const approved = approvedAt(file);
      return approved && (signedOrder(file)?.at ?? approved);
    },
    caption: (file) => {
      const order = signedOrder(file);
      const { number } = numbered.safeParse(order?.values).data ?? {};
      return order && number
        ? { word: "order.caption", with: { number, day: { day: dayAt(order.at) } } }
        : { word: "order.draft" };
    },
    says: (file) => ({ day: { day: dayAt(approvedAt(file) ?? file.submittedAt) } }),
    sentences: ["caption", "draft", "signed"],
    parts: {
      grants: text({ isUntitled: true }),
      places: granted(true),
      reserve: granted(false),
      signature: facts({
        director: (file) => {
          const order = signedOrder(file);
          const director = { person: "agency" } as const;
          return order ? { word: "order.signed", with: { director, time: { at: order.at } } } : director;
        },
      }),
    },
  }),
};
