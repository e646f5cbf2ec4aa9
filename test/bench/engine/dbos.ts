import { peerPackage } from "../peers/packages.ts";
import { type PeerEngine, rateOf, twelve } from "./peer.ts";

type Counted = Parameters<typeof twelve>[1];
type Workflow = (input: Counted) => Promise<Counted>;

/** What is used of `@dbos-inc/dbos-sdk`. */
interface Dbos {
  readonly DBOS: {
    setConfig(config: Readonly<Record<string, unknown>>): void;
    registerWorkflow(workflow: Workflow, options: { readonly name: string }): Workflow;
    launch(): Promise<void>;
    shutdown(options: { readonly deregister: boolean }): Promise<void>;
    runStep<T>(step: () => Promise<T>, options: { readonly name: string }): Promise<T>;
    startWorkflow(workflow: Workflow): (input: Counted) => Promise<{ getResult(): Promise<Counted> }>;
  };
}

/** DBOS in this process, keeping its executions in a PostgreSQL database, whose `url` it is given. */
export async function openDbos(url: string): Promise<PeerEngine> {
  const { DBOS } = await peerPackage<Dbos>("@dbos-inc/dbos-sdk");
  DBOS.setConfig({ name: "twelve", systemDatabaseUrl: url, runAdminServer: false, logLevel: "error" });
  const call = (name: string, step: () => Promise<Counted>): Promise<Counted> => DBOS.runStep(step, { name });
  const workflow = DBOS.registerWorkflow((input) => twelve(call, input), { name: "twelve" });
  await DBOS.launch();
  const execute = async (input: Counted): Promise<unknown> =>
    (await DBOS.startWorkflow(workflow)(input)).getResult();
  return {
    measure: (executions, clients) => rateOf(execute, executions, clients),
    stop: () => DBOS.shutdown({ deregister: true }),
  };
}
