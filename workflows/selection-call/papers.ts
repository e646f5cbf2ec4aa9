import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { facts, type PaperFile, paper, tableWith, text } from "../kernel/paper.ts";
import { columnsOf, type Standing, standingIn, toldAward, toldKey } from "../kernel/selection/standing.ts";
import { approverOf, membersOf } from "./commission.ts";
import { directorsOrder, rankingApproval } from "./forms.ts";
import { standingsIn } from "./ranking-document.ts";
import { selectionOf } from "./selection.ts";

const to = ["coordinator", "commission", "member", "agency"] as const;
/** Later promotions and appeals change what stands in the cases, but not what the ranking was when it was published. */
const sees = { cases: true, document: "ranking-1" } as const;

const approvedAt = ({ answers }: CaseFile): string | undefined =>
  answers.findLast(({ form, outcome }) => form === rankingApproval.id && outcome === "approved")?.at;
const signedOrder = ({ answers }: CaseFile) =>
  answers.findLast(({ form, outcome }) => form === directorsOrder.id && outcome === "signed");
const numbered = z.object({ number: z.string() });

/** A case with its place in the order, as the commission decided on it. */
interface Ranked extends Standing {
  readonly ref: string;
  readonly applicantName: string;
  readonly position: number;
}

/** Those who have a place in the order, as the commission saw it. */
function rankedIn(file: PaperFile): readonly Ranked[] {
  const { cases = [], document } = file;
  const selection = selectionOf(file);
  const kept = document === undefined ? undefined : standingsIn(document, selection);
  return cases
    .flatMap((one): Ranked[] => {
      const { ref, applicantName } = one;
      const standing = kept ? kept.get(ref) : standingIn(one, selection);
      return standing?.position === undefined
        ? []
        : [{ ...standing, ref, applicantName, position: standing.position }];
    })
    .toSorted((a, b) => a.position - b.position);
}

const who = { position: { share: 10 }, code: { share: 16 }, applicant: { share: 34 } } as const;
const whoOf = ({ position, ref, applicantName }: Ranked) => ({
  position,
  code: { ref },
  applicant: applicantName,
});

/** Where nothing is handed on there is no reserve list. */
const handsOnIn = ({ selects }: PaperFile) => selects?.handsOn ?? "–";

/** Those who were offered something, or the others. */
const among = (file: PaperFile, wasOffered: boolean) =>
  rankedIn(file).filter(({ kind }) => (kind === "offered") === wasOffered);

/** The rows of the ranking with what decided it. */
const scored = (wasOffered: boolean) =>
  tableWith(
    { ...who, decidedBy: { share: 26 } },
    (file) => {
      const keys = columnsOf(selectionOf(file));
      return Object.fromEntries(
        keys.map(({ name, kind }) => [
          `key.${name}`,
          { label: { word: `key.${name}.column` }, share: kind === "cents" ? 22 : 14, isNumeric: true },
        ]),
      );
    },
    (file) =>
      among(file, wasOffered).map((one) => ({
        ...whoOf(one),
        decidedBy: one.decidedBy === undefined ? undefined : { word: `key.${one.decidedBy}` },
        ...Object.fromEntries(
          columnsOf(selectionOf(file)).map((key) => {
            const value = one.keys[key.name];
            return [`key.${key.name}`, value === undefined ? undefined : toldKey(key, value)];
          }),
        ),
      })),
  );

/** The rows of the ranking with what was granted. */
const granted = (wasOffered: boolean) =>
  tableWith(
    who,
    (file) => ({
      award: { label: { word: `${selectionOf(file).award.kind}.column` }, share: 40 },
    }),
    (file) =>
      among(file, wasOffered).map((one) => ({
        ...whoOf(one),
        award: wasOffered ? toldAward(one, selectionOf(file)) : undefined,
      })),
  );

/** There is a draft of the order, and minutes, once the commission has approved. */
export const papers = {
  /** Who sat, what each declared, who had a conflict and so did not decide, the ranking, and who approved it when. */
  minutes: paper({
    isIssued: true,
    to,
    sees,
    asOf: approvedAt,
    says: (file) => ({ count: rankedIn(file).length, handsOn: handsOnIn(file) }),
    sentences: ["chair", "impartial", "conflict", "silent"],
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
  /** By which minutes, who is granted what, and who waits on the reserve list. */
  order: paper({
    isIssued: true,
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
    says: (file) => ({
      day: { day: dayAt(approvedAt(file) ?? file.submittedAt) },
      handsOn: handsOnIn(file),
    }),
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
