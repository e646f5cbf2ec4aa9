import { describe, expect, it } from "vitest";
import { functionCatalogue } from "../../../functions/catalogue.ts";
import { recordOf, resourcesOf, stacksOf, synthesize } from "./synthesized.ts";

const pacesOf = (context: Readonly<Record<string, string>>) =>
  resourcesOf(stacksOf(synthesize(context)), "AWS::Lambda::Function").flatMap(({ properties }) => {
    const { MAIL_PER_SECOND: pace } = recordOf(recordOf(properties.Environment).Variables);
    return pace === undefined ? [] : [pace];
  });

describe("the pace of mail", () => {
  it("is told to each function that sends mail, as the deployment says", () => {
    const senders = Object.values(functionCatalogue).filter(({ sendsMail }) => sendsMail);
    expect(pacesOf({})).toEqual(senders.map(() => "10"));
    expect(pacesOf({ mailPerSecond: "40" })).toEqual(senders.map(() => "40"));
  });

  it.each(["0", "-1", "many", ""])(
    "stops the deployment when it is “%s”: no mail would ever leave",
    (wrong) => {
      expect(() => synthesize({ mailPerSecond: wrong })).toThrow("mailPerSecond");
    },
  );
});

it("brings each mail that has gone, and each that came back, to the function that notes it", () => {
  const stacks = stacksOf(synthesize({}));
  const [destination] = resourcesOf(stacks, "AWS::SES::ConfigurationSetEventDestination");
  const published = recordOf(destination?.properties.EventDestination).MatchingEventTypes;
  expect(published).toEqual(["send", "bounce", "complaint", "reject"]);
  const heard = resourcesOf(stacks, "AWS::Events::Rule").flatMap(({ properties }) => {
    const { source, detail } = recordOf(properties.EventPattern);
    return String(source) === "aws.ses" ? [recordOf(detail).eventType] : [];
  });
  expect(heard).toEqual([["Send", "Bounce", "Complaint", "Reject"]]);
});
