import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { application } from "../../../workflows/foreign-internship/forms.ts";
import { startPostgres } from "../peers/postgres.ts";
import { cpuMillisOf } from "../process-cpu.ts";
import type { Product } from "../product.ts";
import { applicationOf, callId, writeDraft } from "./applicant.ts";
import type { Browser } from "./browser.ts";
import { type Load, load, type Site } from "./load.ts";

/** Who takes applications. */
export interface Contestant extends Site {
  readonly name: string;
  /** Has so many clients send so many applications, none of which was sent before. */
  readonly take: (clients: number, count: number) => Promise<Load>;
}

let sent = 0;
const names = (count: number): readonly string[] => Array.from({ length: count }, () => `mokytoja-${sent++}`);

/**
 * The product, as applicants' browsers meet it: the draft was written page by page, and what is measured is the button that
 * sends it; and as a program meets it, which sends the whole form at once.
 */
export function ours({ url, pid }: Product): readonly Contestant[] {
  const site: Site = { url, cpuMillis: () => (pid === undefined ? undefined : cpuMillisOf(pid)) };
  return [
    {
      ...site,
      name: "ours",
      take: async (clients, count) => {
        const drafts: string[] = [];
        const write = async (browser: Browser, name: string) => {
          const { draft, last } = await writeDraft(browser, application.pages, name);
          drafts.push(draft);
          return last;
        };
        await load(site, writers, names(count), write, 303);
        await rest(site);
        return load(site, clients, drafts, (browser, draft) => browser.post(`/drafts/${draft}/submit`), 303);
      },
    },
    {
      ...site,
      name: "ours, sent by programs",
      take: (clients, count) => {
        const apply = (browser: Browser, name: string) =>
          browser.postJson(
            `/api/calls/${callId}/applications`,
            applicationOf(name),
            `application-of-${name}`,
          );
        return load(site, clients, names(count), apply, 201);
      },
    },
  ];
}

const writers = 8;
const restMillis = 500;

/** Waits until what follows from earlier applications is done, so that it takes no CPU from whoever comes next. */
export async function rest({ cpuMillis }: Site): Promise<void> {
  for (let before = cpuMillis(); before !== undefined; ) {
    await sleep(restMillis);
    const now = cpuMillis();
    if (now === undefined || now - before < restMillis / 20) return;
    before = now;
  }
}

export interface Peer extends Contestant {
  readonly stop: () => Promise<void>;
}

export const peerName = "express + PostgreSQL";

const told = z.object({ port: z.number() });

/** express on PostgreSQL, with commits that survive a power cut; `undefined` where PostgreSQL is not installed. */
export async function openPeer(): Promise<Peer | undefined> {
  const postgres = await startPostgres("powerCut");
  if (!postgres) return undefined;
  const child = fork(fileURLToPath(new URL("peer-server.ts", import.meta.url)), [postgres.url], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [message] = await Promise.race([once(child, "message"), once(child, "exit")]);
  const { port } = told.parse(message);
  const { pid = 0 } = child;
  const site: Site = {
    url: `http://127.0.0.1:${port}`,
    cpuMillis: () => {
      const [own, database] = [cpuMillisOf(pid), cpuMillisOf(postgres.pid)];
      return own === undefined || database === undefined ? undefined : own + database;
    },
  };
  const apply = (browser: Browser, name: string) => browser.post("/applications", applicationOf(name));
  return {
    ...site,
    name: peerName,
    take: (clients, count) => load(site, clients, names(count), apply, 303),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      postgres.stop();
    },
  };
}
