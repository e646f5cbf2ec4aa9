import type { LoadedCase } from "../../cases/load.ts";
import { isAsked, remindNow } from "../../cases/tasks/remind.ts";
import { caseWords } from "../../reading/case-words.ts";
import type { Task } from "../../store/items.ts";
import { stepOf, whoOf } from "../parts/case-tasks.tsx";
import { drawDone, drawPreview, type Told } from "./frame.tsx";
import type { ActOnMany, Several } from "./several.ts";

/** Reminds everybody who is asked something in the cases: each task once a day, however often this is asked for. */
export const remindSeveral: ActOnMany = {
  show: async (several) => {
    const { ui } = several.visit.view;
    const asked = askedIn(several);
    return drawPreview(several, {
      act: "remind",
      told: await Promise.all(
        asked.map(async (one) => ({ loaded: one.loaded, told: await toldOf(several, one) })),
      ),
      count: asked.filter(({ task }) => task !== undefined).length,
      submit: ui.say("acts.remind.submit"),
    });
  },
  take: async (several, post) => {
    const { house, member, view } = several.visit;
    const told: Told[] = [];
    for (const { loaded, task } of askedIn(several)) {
      if (!task) continue;
      const { outcome } = await remindNow(house, loaded, task, { name: member.name, email: member.email });
      const isUndone = outcome !== "ordered";
      told.push({ loaded, told: view.ui.say(`acts.remind.${outcome}`), isUndone });
    }
    return drawDone(several, "remind", told, post);
  },
};

interface AskedIn {
  readonly loaded: LoadedCase;
  /** None where nobody is asked anything. */
  readonly task?: Task;
}

function askedIn({ cases, visit: { house } }: Several): readonly AskedIn[] {
  const now = house.clock.now();
  return cases.flatMap((loaded): readonly AskedIn[] => {
    const asked = loaded.tasks.filter((task) => isAsked(task, now) && task.assignee !== undefined);
    return asked.length === 0 ? [{ loaded }] : asked.map((task) => ({ loaded, task }));
  });
}

async function toldOf({ visit: { view } }: Several, { loaded, task }: AskedIn): Promise<string> {
  if (!task) return view.ui.say("acts.remind.nobody");
  const words = await caseWords(loaded, view.language);
  return `${whoOf(task, words, view.ui)} · ${stepOf(task, loaded, words)}`;
}
