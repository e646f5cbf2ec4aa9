import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { FunctionName } from "../../functions/catalogue.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { MachineFunction } from "../../workflows/kernel/compile.ts";
import { BreakDowns } from "./break-downs.ts";
import type { CodeOf } from "./bundle.ts";
import { functionsCalledBy } from "./called-by.ts";
import { Feedback } from "./feedback.ts";
import type { Ground } from "./grants.ts";
import { KeliasFunction } from "./kelias-function.ts";
import { KeliasMachine } from "./kelias-machine.ts";
import { LineStream } from "./line-stream.ts";
import { Scan } from "./scan.ts";
import { Timetable } from "./timetable.ts";

const processes = await everyProcess();

interface Props extends StackProps, Ground {
  readonly codeOf: CodeOf;
  readonly portalUrl: string;
}

/** What moves by itself: the machines, the functions that they call, what runs by the clock, and what changes, files and returned mail wake. */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const make = (name: FunctionName) => new KeliasFunction(this, { ...props, name });
    const called: Readonly<Record<MachineFunction, KeliasFunction>> = {
      OpenTask: make("OpenTask"),
      ExpireTask: make("ExpireTask"),
      RunStep: make("RunStep"),
      EndCase: make("EndCase"),
    };
    for (const process of processes) new KeliasMachine(this, { ...props, process, functions: called });
    const functions = new Map(functionsCalledBy("schedule").map((name) => [name, make(name)]));
    new Timetable(this, "Timetable", { ...props, functions });
    new Feedback(this, "Feedback", { ...props, woken: make("MailFeedback") });
    new BreakDowns(this, "BreakDowns", { ...props, woken: make("BrokenDown") });
    new LineStream(this, "Lines", { ...props, lines: make("KeepLines") });
    new Scan(this, "Scan", { ...props, woken: make("CheckUpload") });
  }
}
