import { type LoadedCase, loadCase } from "../cases/load.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { refOfCase } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { type Post, readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** A visit to a case by somebody who works for its call. */
export interface CaseVisit extends StaffVisit {
  readonly loaded: LoadedCase;
  /** The coordinator of the call acts; the others read. */
  readonly mayAct: boolean;
}

/** The roles that whoever visits has in the call of a case. */
export const rolesHere = (
  { member }: Pick<StaffVisit, "member">,
  { file }: LoadedCase,
): ReadonlySet<string> => rolesIn({ data: file.call }, member);

/** A page about a case for the staff of its call; to others it is not there. */
export const ofCase = (work: (visit: CaseVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const loaded = await loadCase(visit.house, refOfCase(visit.at("id")));
    const roles = loaded && rolesHere(visit, loaded);
    if (!loaded || !roles || roles.size === 0) return refusalPage(visit.request, notFound);
    return work({ ...visit, loaded, mayAct: roles.has("coordinator") });
  });

/** A page on which the coordinator of the call acts; to all others it is not there. */
export const ofCoordinator = (work: (visit: CaseVisit) => Promise<Answer>): Work =>
  ofCase(async (visit) => (visit.mayAct ? work(visit) : refusalPage(visit.request, notFound)));

/** Reads the post of a visit, or answers that it cannot be read. */
export async function withPost(
  { request }: Pick<CaseVisit, "request">,
  work: (post: Post) => Promise<Answer>,
): Promise<Answer> {
  const post = readPost(request);
  return post.outcome === "refused" ? refusalPage(request, post.refusal) : work(post.value);
}
