import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { endOf } from "../../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld, type World } from "../../../infra/local/rehearse/world.ts";
import example from "../../../workflows/career-transition/example.json" with { type: "json" };
import { yesNo } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { ask, awaiting, type State, until } from "../../../workflows/kernel/states.ts";
import { readExample } from "../../examples.ts";
import { withStates } from "../../versions/changed.ts";
import { putBack, releaseOf } from "../../versions/release.ts";
import type { Made } from "./made.ts";
import { cameOf } from "./model.ts";
import { inOrder, rowsOf } from "./played.ts";

/** The example with renewals for five years, over two releases while people are accredited. */
const made: Made = {
  call: { ...example.call, at: ["2028-03-01", "2030-01-15", "2032-01-30", "2033-01-30"] },
  people: example.people.map((person) =>
    person.applicant === "Ona Onaitė"
      ? { ...person, renewals: "24:4.5:2;leave;19:4.8:3;30:4.8:3;21:4:4;stop" }
      : person,
  ),
};

interface Release {
  /** It comes on the first instant after this day on which anything happens. */
  readonly on: string;
  readonly change: (process: Process) => Process;
}

class Ended extends Error {}

/** One life of the product between each two releases, on the same folder. */
async function playedOver(releases: readonly Release[]) {
  const folder = mkdtempSync(join(tmpdir(), "kelias-releases-"));
  writeFileSync(join(folder, "secret"), "5".repeat(64));
  const { read, part } = await readExample(made);
  const opens = openingOf(read.call);
  let came = 0;
  try {
    for (const release of [...releases, undefined]) {
      const ledger = openLedger(join(folder, "applications.jsonl"));
      const world = await openWorld(folder, opens, ledger);
      const until: World = {
        ...world,
        advanceTo: async (instant) => {
          if (release && world.house.clock.now() >= release.on) throw new Ended();
          await world.advanceTo(instant);
        },
      };
      try {
        await publishCall(world.house, part.cast.given);
        await play(until, { parts: [part], ledger, onProgress: () => undefined });
        return { ended: await endOf(world, part, ledger, opens), releases: came };
      } catch (error) {
        if (!(error instanceof Ended) || !release) throw error;
        came += 1;
        await releaseOf("career-transition", release.change);
      } finally {
        await world.close();
      }
    }
    throw new Error("never over");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A pause comes in before the school is asked: nobody who is past it goes through it. */
const pauseBefore = (process: Process): Process =>
  withStates(process, (states) => ({
    ...states,
    awaitingSelection: awaiting({ offered: "breath", reserve: "notSelected", rejected: "rejected" }),
    breath: until((_, now) => new Date(Date.parse(now) + 86_400_000).toISOString(), "load"),
  }));

/** The conversation asks one thing more, and two of the questions that were answered are not asked any more. */
const formBehind = (process: Process): Process => {
  const was = process.states.conversation;
  if (was?.kind !== "ask") throw new Error("conversation asks nobody");
  const { role } = was.form.fields;
  if (!role) throw new Error("the conversation does not ask for a role");
  const asked = { "conversation.online.label": "Ar kalbėta nuotoliu?" };
  const conversation: State<string> = ask(
    "coordinator",
    defineForm({
      id: "conversation",
      outcomes: ["agreed", "noShow"],
      fields: { role, online: yesNo({ for: ["agreed"] }) },
      ...(was.form.given ? { given: was.form.given } : {}),
    }),
    { within: was.within, on: { agreed: "portfolio", noShow: "noShow", expired: "conversation" } },
  );
  return {
    ...withStates(process, (states) => ({ ...states, conversation })),
    words: {
      lt: async () => ({ ...(await process.words.lt()), ...asked }),
      en: async () => ({ ...(await process.words.en()), ...asked }),
    },
  };
};

afterEach(putBack);

describe("a road of five years over two releases", () => {
  it("ends for everybody as it would have, and so does the register", async () => {
    const came = cameOf(made.call, made.people);
    const { ended, releases } = await playedOver([
      { on: "2028-06-01", change: pauseBefore },
      { on: "2030-06-01", change: formBehind },
    ]);
    expect(releases).toBe(2);
    expect(came.cases.find(({ applicant }) => applicant === "Ona Onaitė")).toMatchObject({
      status: "stopped",
      until: "2034-01-30",
      renewals: "4",
    });
    expect(rowsOf(ended, "cases.csv", Object.keys(came.cases[0] ?? {}))).toEqual(inOrder(came.cases));
    const columns = ["at", "role", "name", "accredited", "state", "line"];
    expect(rowsOf(ended, "register.csv", columns)).toEqual(inOrder(came.register));
  });

  it("that come while some still wait for the selection ends so too", async () => {
    const came = cameOf(made.call, made.people);
    const { ended } = await playedOver([
      { on: "2027-03-02", change: pauseBefore },
      { on: "2027-03-05", change: formBehind },
    ]);
    expect(rowsOf(ended, "cases.csv", Object.keys(came.cases[0] ?? {}))).toEqual(inOrder(came.cases));
  });
});
