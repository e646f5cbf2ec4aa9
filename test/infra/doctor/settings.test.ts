import { expect, it } from "vitest";
import { readDoctorSettings } from "../../../infra/doctor/settings.ts";

it("an environment and a region are enough; the region may be the shell's", () => {
  const wanted = { env: "prod", region: "eu-north-1", mailDomain: "kelias.example" };
  expect(readDoctorSettings(["--env", "prod", "--region", "eu-north-1"], {})).toEqual(wanted);
  expect(readDoctorSettings(["--env", "prod"], { AWS_REGION: "eu-north-1" })).toEqual(wanted);
});

it.each([
  [[], /use --region/],
  [["--region", "Stockholm"], /written like eu-north-1/],
  [["--region", "eu-north-1", "--env", "test"], /--env dev or --env prod/],
  [["--regoin", "eu-north-1"], /--regoin/],
])("%j is refused with what is expected", (given, message) => {
  expect(readDoctorSettings(given, {})).toEqual({ fault: expect.stringMatching(message) });
});
