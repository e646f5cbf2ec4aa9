import { describe, expect, it } from "vitest";
import { listOf, type Resource, recordOf, resourcesOf, stacksOf, synthesize } from "./synthesized.ts";

const stacks = stacksOf(synthesize()).map((stack) => ({
  name: stack.stackName,
  resources: resourcesOf([stack]),
}));

/** What a property refers to in its own stack. */
function referred(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referred);
  return Object.entries(recordOf(value)).flatMap(([name, inner]) => {
    if (name === "Ref") return [String(inner)];
    if (name === "Fn::GetAtt") return [String(listOf(inner)[0])];
    return referred(inner);
  });
}

/** Everything that CloudFormation makes before a resource. */
function madeBefore(resource: Resource, all: readonly Resource[]): ReadonlySet<string> {
  const before = new Set<string>();
  const waiting = [resource];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const id of [...next.dependsOn, ...referred(next.properties)]) {
      const found = all.find((one) => one.id === id);
      if (!found || before.has(id)) continue;
      before.add(id);
      waiting.push(found);
    }
  }
  return before;
}

const isAbout = (kind: string) => (resource: Resource) => resource.type === `AWS::IAM::${kind}`;
/** The CDK goes on in a managed policy where one of its own would be larger than IAM takes. */
const isPolicy = (resource: Resource) => isAbout("Policy")(resource) || isAbout("ManagedPolicy")(resource);

describe.each(stacks)("$name, deployed for the first time", ({ resources }) => {
  const roles = resources.filter(isAbout("Role"));
  const policies = resources.filter(isPolicy);
  const rightsOf = (role: Resource) =>
    policies.filter(({ properties }) => referred(properties.Roles).includes(role.id)).map(({ id }) => id);

  it("gives a role its rights before anything works with it", () => {
    const early = resources
      .filter((resource) => !isPolicy(resource) && !isAbout("Role")(resource))
      .flatMap((resource) => {
        const used = roles.filter(({ id }) => referred(resource.properties).includes(id));
        const before = madeBefore(resource, resources);
        return used
          .flatMap(rightsOf)
          .filter((policy) => !before.has(policy))
          .map((policy) => `${resource.type} ${resource.id} before ${policy}`);
      });
    expect(early).toEqual([]);
  });

  it("leaves no name taken when it fails and is rolled back, so that the next try goes through", () => {
    const named = resources.filter(({ properties }) =>
      Object.keys(properties).some((key) => /Name$/.test(key)),
    );
    const left = named.filter(({ deletionPolicy }) => deletionPolicy === "Retain");
    expect(named.length).toBeGreaterThan(0);
    expect(left.map(({ id }) => id)).toEqual([]);
  });

  it("makes what is not gone at once when it is rolled back after everything else that could fail", () => {
    const lasting = resources.filter(
      ({ type, properties }) =>
        properties.DeletionProtectionEnabled === true ||
        (type === "AWS::SecretsManager::Secret" && properties.Name !== undefined),
    );
    const others = resources.filter((resource) => !lasting.includes(resource));
    for (const last of lasting) {
      const before = madeBefore(last, resources);
      expect(others.filter(({ id }) => !before.has(id)).map(({ id }) => id)).toEqual([]);
    }
  });
});
