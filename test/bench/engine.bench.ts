import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StateMachine } from "aws-local-stepfunctions";
import { openEngine } from "../../infra/local/engine/engine.ts";

/**
 * Executions a second of a machine with twelve steps (four each of Task, Choice and Pass): our engine with its
 * journal in a file and in memory, beside aws-local-stepfunctions, which keeps nothing. Run:
 * `node --import tsx test/bench/engine.bench.ts [executions] [runs]`
 */
const executions = Number(process.argv[2] ?? 2000);
const runs = Number(process.argv[3] ?? 5);

const rounds = [1, 2, 3, 4];

/** Four times: note something, look at it, call a function. */
const ours = {
  QueryLanguage: "JSONata",
  StartAt: "note 1",
  States: Object.fromEntries(
    rounds.flatMap((round) => [
      [
        `note ${round}`,
        {
          Type: "Pass",
          Assign: { [`seen${round}`]: "{% $states.input.count %}", label: `round ${round}` },
          Output: { ref: "{% $states.input.ref %}", count: "{% $states.input.count + 1 %}" },
          Next: `look ${round}`,
        },
      ],
      [
        `look ${round}`,
        {
          Type: "Choice",
          Choices: [
            { Condition: "{% $states.input.count > 100 %}", Next: "refused" },
            { Condition: `{% $seen${round} = $states.input.count - 1 %}`, Next: `call ${round}` },
          ],
          Default: "refused",
        },
      ],
      [
        `call ${round}`,
        {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Arguments: {
            FunctionName: "Count",
            Payload: { ref: "{% $states.input.ref %}", count: "{% $states.input.count %}" },
          },
          Output: "{% $states.result.Payload %}",
          Retry: [{ ErrorEquals: ["States.ALL"] }],
          ...(round === 4 ? { End: true } : { Next: `note ${round + 1}` }),
        },
      ],
    ]).concat([["refused", { Type: "Fail", Error: "Refused" }]]),
  ),
};

/** The same road in JSONPath, the only language of the other engine. */
const theirs = {
  StartAt: "note 1",
  States: Object.fromEntries(
    rounds.flatMap((round): [string, unknown][] => [
      [
        `note ${round}`,
        {
          Type: "Pass",
          Parameters: {
            "ref.$": "$.ref",
            "count.$": "States.MathAdd($.count, 1)",
            label: `round ${round}`,
          },
          Next: `look ${round}`,
        },
      ],
      [
        `look ${round}`,
        {
          Type: "Choice",
          Choices: [
            { Variable: "$.count", NumericGreaterThan: 100, Next: "refused" },
            { Variable: "$.label", StringEquals: `round ${round}`, Next: `call ${round}` },
          ],
          Default: "refused",
        },
      ],
      [
        `call ${round}`,
        {
          Type: "Task",
          Resource: "arn:aws:lambda:eu-north-1:000000000000:function:Count",
          Parameters: { "ref.$": "$.ref", "count.$": "$.count" },
          Retry: [{ ErrorEquals: ["States.ALL"] }],
          ...(round === 4 ? { End: true } : { Next: `note ${round + 1}` }),
        },
      ],
    ]).concat([["refused", { Type: "Fail", Error: "Refused", Cause: "no" }]]),
  ),
};

const inputOf = (index: number) => ({ ref: `case-${index}`, count: 1 });

async function measureOurs(journal: string): Promise<number> {
  const engine = openEngine({ journal, clock: { now: () => Date.now() }, invoke: async (_, payload) => payload });
  engine.createStateMachine("twelve", ours);
  const begun = performance.now();
  for (let index = 0; index < executions; index += 1) {
    engine.startExecution("twelve", `run-${index}`, inputOf(index));
  }
  await engine.settled();
  const seconds = (performance.now() - begun) / 1000;
  const last = engine.describeExecution(
    `arn:aws:states:local:000000000000:execution:twelve:run-${executions - 1}`,
  );
  const transitions = engine.transitions(last.executionArn);
  if (last.status !== "SUCCEEDED" || transitions !== 12) throw new Error(`${last.status} ${transitions}`);
  await engine.close();
  return executions / seconds;
}

async function measureTheirs(): Promise<number> {
  const machine = new StateMachine(JSON.parse(JSON.stringify(theirs)), { checkPaths: false });
  const options = {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        rounds.map((round) => [`call ${round}`, async (payload: unknown) => payload]),
      ),
    },
  };
  const begun = performance.now();
  const results = await Promise.all(
    Array.from({ length: executions }, (_, index) => machine.run(inputOf(index), options).result),
  );
  const seconds = (performance.now() - begun) / 1000;
  if (JSON.stringify(results.at(-1)) !== JSON.stringify({ ref: `case-${executions - 1}`, count: 5 })) {
    throw new Error(`their last result is ${JSON.stringify(results.at(-1))}`);
  }
  return executions / seconds;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), "engine-bench-"));
const figures: Record<string, number[]> = { "journal in a file": [], "journal in memory": [], other: [] };
let bytes = 0;
for (let run = 0; run < runs; run += 1) {
  const file = join(folder, `${run}.journal`);
  figures["journal in a file"]?.push(await measureOurs(file));
  bytes = statSync(file).size;
  figures["journal in memory"]?.push(await measureOurs(":memory:"));
  figures.other?.push(await measureTheirs());
}
rmSync(folder, { recursive: true });

const other = median(figures.other ?? []);
console.table(
  Object.entries(figures).map(([name, values]) => ({
    engine: name === "other" ? "aws-local-stepfunctions 3.0.0 (keeps nothing)" : `ours, ${name}`,
    "executions/s (median)": Math.round(median(values)),
    "least": Math.round(Math.min(...values)),
    "most": Math.round(Math.max(...values)),
    "ratio to the other": Number((median(values) / other).toFixed(2)),
  })),
);
console.log(`${executions} executions a run, ${runs} runs; ${Math.round(bytes / executions)} bytes of journal each`);
