import type { StateMachineDefinition } from "aws-local-stepfunctions";

/** What the machines of the bench are given, and give back with a higher count. */
interface Counted {
  readonly ref: string;
  readonly count: number;
}

type PeerState = StateMachineDefinition["States"][string];

/** Four rounds of three states: note something, look at it, call a function. */
export const rounds = [1, 2, 3, 4] as const;

export const inputOf = (index: number): Counted => ({ ref: `case-${index}`, count: 1 });

export const outputOf = (index: number): Counted => ({ ref: `case-${index}`, count: 1 + rounds.length });

/** Twelve steps in JSONata, with variables, as our compiler writes them. */
export const ours = oursWith("$states.input.count + 1");

/** The same with a sum in each round that only the jsonata package can work out. */
export const oursByPackage = oursWith("$sum($map([$states.input.count, 1], function($one) { $one }))");

function oursWith(next: string) {
  const refused = { Type: "Fail", Error: "Refused" };
  const States = { ...Object.fromEntries(rounds.flatMap((round) => ourRound(round, next))), refused };
  return { QueryLanguage: "JSONata", StartAt: "note 1", States };
}

function ourRound(round: number, nextCount: string): [string, unknown][] {
  const note = {
    Type: "Pass",
    Assign: { [`seen${round}`]: "{% $states.input.count %}", label: `round ${round}` },
    Output: { ref: "{% $states.input.ref %}", count: `{% ${nextCount} %}` },
    Next: `look ${round}`,
  };
  const look = {
    Type: "Choice",
    Choices: [
      { Condition: "{% $states.input.count > 100 %}", Next: "refused" },
      { Condition: `{% $seen${round} = $states.input.count - 1 %}`, Next: `call ${round}` },
    ],
    Default: "refused",
  };
  const call = {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: {
      FunctionName: "Count",
      Payload: { ref: "{% $states.input.ref %}", count: "{% $states.input.count %}" },
    },
    Output: "{% $states.result.Payload %}",
    Retry: [{ ErrorEquals: ["States.ALL"] }],
    ...(round === rounds.length ? { End: true } : { Next: `note ${round + 1}` }),
  };
  return [
    [`note ${round}`, note],
    [`look ${round}`, look],
    [`call ${round}`, call],
  ];
}

/** One question that nobody has answered yet. */
export const waitingForAnswer = {
  QueryLanguage: "JSONata",
  StartAt: "asked",
  States: {
    asked: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Arguments: {
        FunctionName: "Desk",
        Payload: { token: "{% $states.context.Task.Token %}", ref: "{% $states.input.ref %}" },
      },
      TimeoutSeconds: 604_800,
      End: true,
    },
  },
};

/** The same road in JSONPath, the only language of the other engine. It has no variables, so it keeps a label. */
export const theirs: StateMachineDefinition = {
  StartAt: "note 1",
  States: {
    ...Object.fromEntries(rounds.flatMap(theirRound)),
    refused: { Type: "Fail", Error: "Refused", Cause: "no" },
  },
};

function theirRound(round: number): [string, PeerState][] {
  const note: PeerState = {
    Type: "Pass",
    Parameters: { "ref.$": "$.ref", "count.$": "States.MathAdd($.count, 1)", label: `round ${round}` },
    Next: `look ${round}`,
  };
  const look: PeerState = {
    Type: "Choice",
    Choices: [
      { Variable: "$.count", NumericGreaterThan: 100, Next: "refused" },
      { Variable: "$.label", StringEquals: `round ${round}`, Next: `call ${round}` },
    ],
    Default: "refused",
  };
  const call = {
    Type: "Task" as const,
    Resource: "arn:aws:lambda:eu-north-1:000000000000:function:Count",
    Parameters: { "ref.$": "$.ref", "count.$": "$.count" },
    Retry: [{ ErrorEquals: ["States.ALL"] }],
  };
  return [
    [`note ${round}`, note],
    [`look ${round}`, look],
    [
      `call ${round}`,
      round === rounds.length ? { ...call, End: true } : { ...call, Next: `note ${round + 1}` },
    ],
  ];
}
