import * as z from "zod";
import { paths } from "../addresses/paths.ts";
import { loadCall } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { askFor, type Question } from "../findings/ask.ts";
import { addressIdOf } from "../links.ts";
import { type FindingKind, findingKinds } from "../store/finding-item.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { readPost } from "../web/posts.ts";
import { noRight, notFound } from "../web/refusal.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** A trial holds no more text than that. */
const longestSaid = 8_000;

const asked = z.object({ kind: z.enum(findingKinds), said: z.string().max(longestSaid) });

/** Each tries changes of their own; everything else is found out for all who look at a call. */
export const questionOf = (
  { house, member }: Pick<StaffVisit, "house" | "member">,
  callId: string,
  kind: FindingKind,
  said = "",
): Question => ({
  callId,
  kind,
  ...(kind === "trial" ? { said, by: addressIdOf(house.config.linkSecret, member.email) } : {}),
});

/** Has a large call looked through in the background, and leads back to the page that shows what is found. */
export const takeQuestion = forStaff(async (visit) => {
  const { house, request, member, at } = visit;
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const read = asked.safeParse({
    kind: post.value.get("kind")?.[0],
    said: post.value.get("said")?.[0] ?? "",
  });
  if (!read.success) return refusalPage(request, { status: 400, why: "malformed" });
  const { kind, said } = read.data;
  // What stands still is mended by the coordinator alone, who alone sees it.
  if (kind === "silent" && !rolesIn(call, member).has("coordinator")) return refusalPage(request, noRight);
  await askFor(house, questionOf(visit, call.callId, kind, said));
  return redirect(pageOf(call.callId, kind, said));
});

function pageOf(callId: string, kind: FindingKind, said: string): string {
  switch (kind) {
    case "audit":
      return paths.audit(callId);
    case "reviewers":
      return paths.reviewers(callId);
    case "silent":
      return paths.stuck();
    case "trial":
      return said === "" ? paths.whatIf(callId) : `${paths.whatIf(callId)}?${new URLSearchParams(said)}`;
  }
}
