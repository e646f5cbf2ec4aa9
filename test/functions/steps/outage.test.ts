import { InternalServerError, ProvisionedThroughputExceededException } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { step } from "../../../functions/middleware/step.ts";
import { DatabaseError } from "../../../infra/local/database/errors.ts";
import { RetryLater } from "../../../workflows/kernel/retry.ts";
import { lambdaContext } from "../lambda-context.ts";

const failing = (error: unknown) =>
  step({ log: () => {} }, z.object({ ref: z.string() }), () => Promise.reject(error))(
    { ref: "case#1" },
    lambdaContext,
  );

const $metadata = { httpStatusCode: 500 };

describe("a function that a machine calls", () => {
  it.each([
    ["the table's service fails", new InternalServerError({ message: "", $metadata })],
    [
      "the table throttles",
      new ProvisionedThroughputExceededException({ message: "", $metadata: { httpStatusCode: 400 } }),
    ],
    ["the disk of the one machine is full", new DatabaseError("full", "kelias.sqlite")],
    ["the line breaks", Object.assign(new Error("socket hang up"), { name: "TimeoutError" })],
  ])("asks to be tried again later when %s", async (_title, error) => {
    await expect(failing(error)).rejects.toMatchObject({ name: "RetryLater", cause: error });
  });

  it("fails at once by a defect, so that an alarm finds it", async () => {
    const defect = new TypeError("x is not a function");
    await expect(failing(defect)).rejects.toBe(defect);
  });

  it("logs apart what comes again by itself and what nobody expects: only the second is an error to be told of", async () => {
    const logged: string[] = [];
    const said = async (error: unknown) => {
      const takes = step({ log: (code) => logged.push(code) }, z.unknown(), () => Promise.reject(error));
      await takes({}, lambdaContext).catch(() => {});
    };
    await said(new InternalServerError({ message: "", $metadata }));
    await said(new RetryLater("somebody is writing"));
    await said(new TypeError("x is not a function"));
    expect(logged).toEqual(["K003", "K003", "K002"]);
  });

  it("fails at once by a payload that it does not know", async () => {
    const takes = step({ log: () => {} }, z.object({ ref: z.string() }), async () => ({}));
    await expect(takes({ ref: 1 }, lambdaContext)).rejects.toMatchObject({ name: "ZodError" });
  });
});
