import { describe, expect, it } from "vitest";
import {
  faultsOfApplicant,
  organisation,
  person,
  saidOfApplicant,
} from "../../../workflows/kernel/applicant.ts";

describe("who applies", () => {
  it("is read from the fields of the usual names where a process says nothing", () => {
    const said = { school: "Molėtų gimnazija", municipality: "Molėtų r." };
    const values = { fullName: " Ona Onaitė ", position: "head", ...said };
    expect(saidOfApplicant({}, values)).toEqual({ name: "Ona Onaitė", post: "head", ...said });
  });

  it("is read from those that a process names; what is not asked is empty", () => {
    const applicant = person({ fields: { name: "mentorName" } });
    expect(saidOfApplicant({ applicant }, { mentorName: "Rasa", fullName: "Ona" })).toEqual({
      ...{ name: "Rasa", school: "", municipality: "", post: "" },
    });
  });

  it("has an address in every application, and every field that the process names", () => {
    const applicant = organisation({ code: "schoolCode" }, { fields: { name: "headName" } });
    expect(faultsOfApplicant({ applicant, application: { fields: { email: 1, headName: 1 } } })).toEqual([]);
    expect(faultsOfApplicant({ applicant, application: { fields: { fullName: 1 } } })).toEqual([
      "applicant: the application does not ask for email",
      "applicant: the application does not ask for headName",
    ]);
    expect(faultsOfApplicant({})).toEqual([]);
  });
});
