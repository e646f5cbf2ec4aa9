import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { publishDemonstration } from "../infra/local/demonstration.ts";

const store = z.object({
  emails: z.array(
    z.object({
      subject: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      body: z.object({ text: z.string(), html: z.string() }),
    }),
  ),
});

export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The product as `npm start` runs it, on a folder of its own. */
export interface Product {
  readonly portal: string;
  readonly console: string;
  /** All mails, oldest first. */
  readonly mails: () => Promise<readonly ReadMail[]>;
  /** kill -9, then the same command again. */
  readonly killAndStart: () => Promise<void>;
  readonly close: () => void;
}

export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-journey-"));
  await publishDemonstration(folder);
  let running = await startIn(folder, { PORT: "0", INBOX_PORT: "0" });
  return {
    get portal() {
      return running.portal;
    },
    get console() {
      return running.console;
    },
    mails: async () => {
      const answer = await fetch(`${running.inbox}store`);
      return store.parse(await answer.json()).emails.map(({ subject, destination, body }) => ({
        to: destination.to[0] ?? "",
        subject,
        text: body.text,
        html: body.html,
      }));
    },
    killAndStart: async () => {
      running.process.kill("SIGKILL");
      await once(running.process, "close");
      const port = (address: string) => new URL(address).port;
      running = await startIn(folder, { PORT: port(running.portal), INBOX_PORT: port(running.inbox) });
    },
    close: () => {
      running.process.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly process: ChildProcess;
  readonly portal: string;
  readonly console: string;
  readonly inbox: string;
}

async function startIn(folder: string, ports: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(process.execPath, ["infra/launch/launch.js", "infra/local/start.ts"], {
    env: { ...process.env, ...ports, KELIAS_DATA: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes("Ctrl+C")) break;
  }
  const addressOf = (name: string): string => {
    const [, address] = new RegExp(`${name} +(http\\S+)`).exec(said) ?? [];
    if (!address) throw new Error(`no address of the ${name} in: ${said}`);
    return address;
  };
  return {
    process: child,
    portal: addressOf("portal"),
    console: addressOf("console"),
    inbox: addressOf("inbox"),
  };
}
