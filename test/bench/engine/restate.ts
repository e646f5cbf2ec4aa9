import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../peers/free-port.ts";
import { peerCommand, peerPackage } from "../peers/packages.ts";
import { type PeerEngine, rateOf, twelve } from "./peer.ts";

type Counted = Parameters<typeof twelve>[1];
interface Context {
  run(name: string, step: () => Promise<Counted>): Promise<Counted>;
}

/** What is used of `@restatedev/restate-sdk`. */
interface Sdk {
  service(definition: {
    readonly name: string;
    readonly handlers: { readonly run: (context: Context, input: Counted) => Promise<Counted> };
  }): unknown;
  createEndpointHandler(options: {
    readonly services: readonly unknown[];
    readonly logger: () => void;
  }): Parameters<typeof createServer>[1];
}

/** What is used of `@restatedev/restate-sdk-clients`. */
interface Clients {
  connect(options: { readonly url: string }): {
    serviceClient(definition: { readonly name: string }): { run(input: Counted): Promise<Counted> };
  };
}

/** Restate's server as a process of its own, with its service in this one. */
export async function openRestate(survives: "powerCut" | "process"): Promise<PeerEngine> {
  const sdk = await peerPackage<Sdk>("@restatedev/restate-sdk");
  const run = (context: Context, input: Counted): Promise<Counted> =>
    twelve((name, call) => context.run(name, call), input);
  const services = [sdk.service({ name: "Twelve", handlers: { run } })];
  const endpoint = createServer(sdk.createEndpointHandler({ services, logger: () => undefined }));
  const [own, node, admin, ingress] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  endpoint.listen(own, "127.0.0.1");
  await once(endpoint, "listening");

  const folder = mkdtempSync(join(tmpdir(), "kelias-restate-"));
  const server = spawn(peerCommand("restate-server"), ["--base-dir", folder, "--node-name", "bench"], {
    stdio: "ignore",
    env: {
      ...process.env,
      RESTATE_LISTEN_MODE: "tcp",
      RESTATE_BIND_IP: "127.0.0.1",
      RESTATE_BIND_PORT: String(node),
      RESTATE_ADMIN__BIND_PORT: String(admin),
      RESTATE_INGRESS__BIND_PORT: String(ingress),
      RESTATE_DISABLE_TELEMETRY: "true",
      RESTATE_LOG_SERVER__ROCKSDB_DISABLE_WAL_FSYNC: String(survives === "process"),
    },
  });
  const kill = (): void => void server.kill("SIGTERM");
  process.once("exit", kill);
  await register(`http://127.0.0.1:${admin}/deployments`, `http://127.0.0.1:${own}`);

  const { connect } = await peerPackage<Clients>("@restatedev/restate-sdk-clients");
  const client = connect({ url: `http://127.0.0.1:${ingress}` }).serviceClient({ name: "Twelve" });
  return {
    measure: (executions, clients) => rateOf((input) => client.run(input), executions, clients),
    stop: async () => {
      const ended = once(server, "exit");
      kill();
      await ended;
      process.off("exit", kill);
      endpoint.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The server takes some seconds until it can be told where its service is. */
async function register(admin: string, uri: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(admin, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ uri }),
      });
      if (answer.ok) return;
      throw new Error(`Restate answered ${answer.status}: ${await answer.text()}`);
    } catch (error) {
      if (tries === 150) throw error;
      await sleep(200);
    }
  }
}
