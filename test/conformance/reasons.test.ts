import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import { days } from "../../workflows/kernel/duration.ts";
import type { Field } from "../../workflows/kernel/field.ts";
import { longText } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type Form } from "../../workflows/kernel/form.ts";
import type { Reading } from "../../workflows/kernel/need.ts";
import type { Definition, Process } from "../../workflows/kernel/process.ts";
import { end, type State, waysOf } from "../../workflows/kernel/states.ts";
import { why } from "../../workflows/kernel/why.ts";
import { needsOf } from "../../workflows/kernel/words.ts";

/** Texts that are said of a case: mails, what tasks ask, where a case stands, how it ended, and what broke in on it. */
const ofCase = /^(mail|task|state|status|interruption)\./;

type Roads = Pick<Definition, "states" | "interruptions"> & Pick<Process, "start">;

interface Way {
  readonly from: string;
  readonly to: string;
  /** Whoever goes it has said why. */
  readonly tellsWhy: boolean;
}

/**
 * „Priežastis: {reason}“ is a promise: somebody reads there what whoever decided has written. On whatever road a case comes to such a
 * text, somebody must have been asked why by a field that tells it (kernel/why), and could not leave it open.
 */

/** Must whoever answers a form so say why? */
const mustSayWhy = ({ fields }: Form, outcome: string | undefined): boolean =>
  Object.values(fields).some(
    ({ tellsWhy, optional, for: asked }) =>
      tellsWhy && !optional && (asked === undefined || (outcome !== undefined && asked.includes(outcome))),
  );

function waysIn({ states, interruptions }: Roads): readonly Way[] {
  const all = Object.entries<State<string>>(states);
  const gone = all.flatMap(([from, state]) =>
    Object.entries(waysOf(state)).map(([way, to]) => {
      const form = state.kind === "ask" ? state.form : undefined;
      return { from, to, tellsWhy: form !== undefined && way !== "expired" && mustSayWhy(form, way) };
    }),
  );
  const broken = Object.values(interruptions).flatMap(({ during, to, form }) =>
    during.map((from) => ({ from, to, tellsWhy: form.outcomes.every((one) => mustSayWhy(form, one)) })),
  );
  return [...gone, ...broken];
}

/** The states to which some road leads on which nobody had to say why. */
function comeToWithoutWhy(process: Roads): ReadonlySet<string> {
  const silent = waysIn(process).filter(({ tellsWhy }) => !tellsWhy);
  const found = new Set<string>([process.start]);
  for (const state of found) for (const { from, to } of silent) if (from === state) found.add(to);
  return found;
}

/** Where a text of a case is read: the states in which it is said, or the word from outside after which it is. */
function saidIn({ states }: Definition, { on, of }: Reading): readonly string[] {
  if (on !== "mail") return [of];
  const telling = Object.entries<State<string>>(states).filter(
    ([, state]) =>
      ("tell" in state && state.tell.some(({ template }) => template === of)) ||
      (state.kind === "step" && state.tells.includes(of)),
  );
  return telling.map(([name]) => name);
}

/**
 * Texts to which a road leads on which nobody said why, and which are not said there: what tells it is in the file of the case, which
 * no state knows.
 */
const heldByTheFile: Readonly<Record<string, string>> = {
  "school-initiative mail.dutySuspended.body":
    "only where the coordinator has said the word; else dutyMissed",
  "university-module task.risk.why":
    "only where somebody at risk was found, which either side says with a reason",
  "first-year status.failed.text": "only where the evaluation failed; the process says why",
  "first-year mail.failed.body": "only where the evaluation failed; the process says why",
  "first-year status.endedBySchool.text": "only where the school has said so; the process says why",
  "first-year mail.endedBySchool.body": "only where the school has said so; the process says why",
};

const processes = await everyProcess();

describe("a text that gives the reason", () => {
  it.each(processes)(
    "of $id is said only where somebody had to say why on every road there",
    async (process) => {
      const silent = comeToWithoutWhy(process);
      const texts = await Promise.all((["lt", "en"] as const).map((language) => process.words[language]()));
      const wrong = needsOf(process)
        .filter(({ key }) => ofCase.test(key) && texts.some((text) => /\{reason\b/.test(text[key] ?? "")))
        .flatMap(({ key, read }) =>
          read.flatMap((reading) => {
            const places = saidIn(process, reading);
            const isSilent = places.length === 0 || places.some((place) => silent.has(place));
            return isSilent ? [`${process.id} ${key}`] : [];
          }),
        );
      const known = Object.keys(heldByTheFile).filter((one) => one.startsWith(`${process.id} `));
      expect([...new Set(wrong)].toSorted()).toEqual(known.toSorted());
    },
  );

  it("is found where a form does not ask why, and where a road goes past the one that does", () => {
    const asks = (why: Field<unknown>) =>
      defineForm({ id: "asks", outcomes: ["no", "yes"], fields: { why } });
    const road = (form: Form, expired: string) =>
      comeToWithoutWhy({
        start: "asking",
        states: {
          asking: { ...asked, form, on: { no: "refused", yes: "accepted", expired } },
          refused: end("refused"),
          accepted: end("accepted"),
        },
        interruptions: {},
      });
    const asked = { kind: "ask", role: "coordinator", within: days(7), remind: [], tell: [] } as const;
    expect(road(asks(why({ max: 9, for: ["no"] })), "asking")).toEqual(new Set(["asking", "accepted"]));
    expect(road(asks(why({ max: 9, for: ["no"] })), "refused")).toContain("refused");
    expect(road(asks(why({ max: 9, for: ["no"], optional: true })), "asking")).toContain("refused");
    expect(road(asks(longText({ max: 9, for: ["no"] })), "asking")).toContain("refused");
  });
});
