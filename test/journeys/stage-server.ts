import { openGateway } from "../../infra/local/gateway.ts";
import type { OpenedWorld } from "../../infra/local/rehearse/world.ts";

/** A world in virtual time whose pages a real browser can open, on this machine alone. */
export async function servePages(
  world: OpenedWorld,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const millis = () => Date.parse(world.house.clock.now());
  const gateway = await openGateway({
    port: 0,
    clock: { millis },
    answer: (asked) => world.asked(asked),
  });
  return { address: `http://127.0.0.1:${gateway.port}`, close: gateway.close };
}
