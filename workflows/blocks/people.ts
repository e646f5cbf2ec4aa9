import * as z from "zod";
import type { CaseFile, Person } from "../kernel/case-file.ts";

const applicant = z.object({ fullName: z.string(), email: z.string() });
const principal = z.object({ principalName: z.string(), principalEmail: z.string() });
type Applied = Pick<CaseFile, "application" | "language">;

/** Whoever applied, as most applications say; nobody in an application that does not say, such as one of another process. */
export function applicantIn({ application, language }: Applied): Person | undefined {
  const said = applicant.safeParse(application).data;
  return said && { name: said.fullName, email: said.email, language };
}

/** Whoever leads the school, where the application says who does. */
export function principalIn({ application }: Pick<CaseFile, "application">): Person | undefined {
  const said = principal.safeParse(application).data;
  return said && { name: said.principalName, email: said.principalEmail, language: "lt" };
}
