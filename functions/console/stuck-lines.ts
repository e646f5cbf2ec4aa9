import { mainRoad } from "../../workflows/kernel/main-road.ts";
import { addressPath, placeOf } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { inVain } from "../cases/road/in-vain.ts";
import type { Delivery } from "../cases/road/overdue.ts";
import { stateNow } from "../cases/road/show-state.ts";
import type { Stuck } from "../cases/road/stuck.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { stageIn } from "../reading/stages.ts";
import type { Ui, UiKey } from "../reading/ui.ts";
import { idOf, isCall } from "../store/keys.ts";
import type { StaffVisit } from "./guard.ts";
import type { StuckLine } from "./parts/stuck.tsx";
import { wordsOfStaff } from "./say.tsx";

/** What stands still, as a page tells it. */
export const linesOf = (visit: StaffVisit, found: readonly Stuck[]): Promise<readonly StuckLine[]> =>
  Promise.all(found.map((stuck) => lineOf(visit, stuck)));

async function lineOf(visit: StaffVisit, stuck: Stuck): Promise<StuckLine> {
  const { ui } = visit.view;
  const { since } = stuck;
  if (stuck.kind === "mail") {
    const { ref, name, pk } = stuck.line;
    const link = { href: addressPath(ref, idOf(pk)), label: ui.say("stuck.mail.act") };
    const loaded = await loadCase(visit.house, ref);
    const about = whose(ref, loaded ? nameOf(visit, loaded) : codeOf(ref));
    return { since, ...about, says: ui.say("stuck.mail", { name }), link };
  }
  const { loaded } = stuck;
  const ref = loaded.head.pk;
  const about = { since, ...whose(ref, nameOf(visit, loaded)) };
  switch (stuck.kind) {
    case "machine": {
      const stage = await stageOf(visit, loaded);
      const act = { action: paths.restart(), fields: { ref }, label: ui.say("stuck.machine.act") };
      return { ...about, says: ui.say("stuck.machine", { stage }), act };
    }
    case "signal": {
      const word = endingWord(visit, loaded);
      const link =
        word === undefined
          ? {}
          : { link: { href: paths.say(idOf(ref), word), label: ui.say("stuck.signal.act") } };
      return { ...about, says: ui.say("stuck.signal", { stage: await stageOf(visit, loaded) }), ...link };
    }
    case "unanswered": {
      const { task } = stuck;
      const word = endingWord(visit, loaded);
      const times = inVain(loaded.tasks, task).length;
      const name = task.assignee?.name ?? "–";
      return {
        ...about,
        says: ui.say("stuck.unanswered", { name, times, stage: await stageOf(visit, loaded) }),
        link: { href: paths.reassign(...placeOf(task)), label: ui.say("stuck.unanswered.act") },
        ...(word === undefined
          ? {}
          : { other: { href: paths.say(idOf(ref), word), label: ui.say("stuck.signal.act") } }),
      };
    }
    case "delivery": {
      const { pk, sk, unwritten } = stuck;
      const act = { action: paths.tryAgain(), fields: { ref, pk, sk }, label: ui.say("stuck.delivery.act") };
      return { ...about, says: unwritten ? unwrittenIn(ui, unwritten) : ui.say(sentences[stuck.what]), act };
    }
  }
}

/** The text and what it names in vain, for whoever mends it. */
const unwrittenIn = (ui: Ui, { text, parameters }: NonNullable<Delivery["unwritten"]>): string =>
  text === undefined
    ? ui.say("stuck.unwritten")
    : ui.say("stuck.unwritten.text", {
        text,
        count: parameters.length,
        parameters: parameters.map((name) => `{${name}}`).join(", "),
      });

/** Of the words that may be said the one that leads to an end by the shortest road. */
function endingWord(visit: StaffVisit, loaded: LoadedCase): string | undefined {
  const { process } = loaded;
  const stopsAfter = (word: string) => mainRoad(process, process.interruptions[word]?.to).length;
  return wordsOfStaff(visit, loaded).toSorted((a, b) => stopsAfter(a) - stopsAfter(b))[0];
}

const sentences: Readonly<Record<Extract<Stuck, { kind: "delivery" }>["what"], UiKey>> = {
  start: "stuck.start",
  interruption: "stuck.interruption",
  answer: "stuck.answer",
  signal: "stuck.answer",
  nudge: "stuck.nudge",
  run: "stuck.run",
  group: "stuck.group",
  contest: "stuck.contest",
  mail: "stuck.letter",
};

const whose = (ref: string, name: string) => ({
  name,
  href: isCall(ref) ? paths.consoleCall(idOf(ref)) : paths.consoleCase(idOf(ref)),
});

const nameOf = ({ view }: StaffVisit, loaded: LoadedCase): string =>
  isCall(loaded.head.pk)
    ? callTitle(loaded, view.language)
    : (loaded.process.people("applicant", loaded.file)?.name ?? codeOf(loaded.head.pk));

/** Where it stood when it broke down; a call's road is told by the name of its question alone. */
async function stageOf({ view, house }: StaffVisit, loaded: LoadedCase): Promise<string> {
  const words = await caseWords(loaded, view.language);
  return stageIn(loaded.process, words, stateNow(loaded, house.clock.now()), false);
}
