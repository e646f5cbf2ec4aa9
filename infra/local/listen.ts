import type { Server } from "node:http";
import { StartFault } from "./start-fault.ts";

/** Listens on this machine alone; port 0 is any that is free. Throws a `StartFault` when the port is taken. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
      reject(taken ? new StartFault("portTaken", { detail: String(port), cause: error }) : error);
    });
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen");
  return address.port;
}
