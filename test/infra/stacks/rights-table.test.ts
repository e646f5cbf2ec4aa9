import { expect, it } from "vitest";
import { type Right, resourcesOf, rightsOf, stacksOf, synthesize, textOf } from "./synthesized.ts";

const made = synthesize();

/** What a template calls a thing, and what a reader does. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^<Table\w*Arn\w*>\/index\/(\w+)$/, "table, index `$1`"],
  [/^<Table\w*StreamArn\w*>$/, "stream of the table"],
  [/^<Table\w*Arn\w*>$/, "table"],
  [/^<Answers\w*Arn\w*>$/, "table of answers that nobody can tie to a person"],
  [/^<\w*WaitingQueue[\w.]*>$/, "queue of what it failed on"],
  [/^<Key\w*>$/, "key"],
  [/^<LinkSecret\w*>$/, "secret of the links"],
  [/^<\w*Logs[\w.]*>$/, "its own log"],
  [/^arn:<AWS::Partition>:states:.*:stateMachine:kelias-dev-.*$/, "machine of each process"],
  [/^arn:<AWS::Partition>:states:.*:execution:kelias-dev-.*:\*$/, "executions of each process"],
  [/^arn:<AWS::Partition>:s3:::kelias-dev-documents-<AWS::AccountId>\/(.*)$/, "documents `$1`"],
  [/^arn:<AWS::Partition>:ses:.*:(identity|configuration-set)\/.*$/, "mail, $1"],
  [/^\*$/, "traces, for which IAM knows no resource"],
];

function nameOf(resource: string): string {
  const known = names.find(([pattern]) => pattern.test(resource));
  if (!known) throw new Error(`give ${resource} a name that a reader understands`);
  return resource.replace(...known);
}

/** What may be done under one condition to one thing, and then to the things for which that is the same. */
function grouped(rights: readonly Right[]): readonly string[] {
  const actions = new Map<string, Set<string>>();
  for (const { action, resource, condition } of rights) {
    const on = `${nameOf(resource)} | ${condition.replace("<AWS::Region>", "REGION")}`;
    actions.set(on, (actions.get(on) ?? new Set()).add(`\`${action}\``));
  }
  return [...actions].map(([on, may]) => `${[...may].join(", ")} | ${on}`);
}

it("docs/rights.md says what each function may do, as the templates give it (vitest -u writes it anew)", async () => {
  const functions = stacksOf(made).flatMap((stack) =>
    resourcesOf([stack], "AWS::Lambda::Function").map(({ properties }) => {
      const role = textOf(properties.Role).replace(/^<|\..*$/g, "");
      return {
        name: textOf(properties.FunctionName).replace("kelias-dev-", ""),
        rights: rightsOf(stack, role),
      };
    }),
  );
  const rows = functions.flatMap(({ name, rights }) =>
    grouped(rights).map((right, place) => `| ${place === 0 ? `**${name}**` : ""} | ${right} |`),
  );
  expect(functions.every(({ rights }) => rights.length > 0)).toBe(true);
  await expect(
    [
      "# Rights of the functions",
      "",
      "Made from the templates that are deployed; a test keeps it current. Functions, tables, machines and documents are those",
      "of one environment. Every action has its name, every resource its ARN; what the catalogue (`functions/catalogue.ts`) does",
      "not give to a function is not here.",
      "",
      "| function | may | on | only if |",
      "| --- | --- | --- | --- |",
      ...rows,
      "",
    ].join("\n"),
  ).toMatchFileSnapshot("../../../docs/rights.md");
});
