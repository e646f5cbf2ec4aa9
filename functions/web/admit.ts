import { paths } from "../addresses/paths.ts";
import type { Right, StaffRole } from "../addresses/rights.ts";
import { loadCall } from "../calls/calls.ts";
import { memberAt, rolesAnywhere, rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { signedIn, staffSignedIn } from "../sign-in/session.ts";
import type { ClientItem, ClientRight } from "../store/client-item.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey, refOfCase } from "../store/keys.ts";
import { type Answer, redirect } from "./answers.ts";
import { noRight, notFound, type Refusal } from "./refusal.ts";
import type { HttpRequest } from "./request.ts";

export type Admitted =
  | {
      readonly outcome: "admitted";
      readonly member?: StaffMember;
      readonly client?: ClientItem;
      /** The cookie with which the session goes on. */
      readonly renewed?: string;
    }
  /** One of the staff without a pass, or an applicant without a session. */
  | { readonly outcome: "stranger"; readonly answer: () => Promise<Answer> }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/** Lets a request to its address, or says why not; the only place where rights are looked up. `named`: the parts of the address. */
export async function admit(
  house: House,
  request: HttpRequest,
  right: Right,
  named: Readonly<Record<string, string>>,
): Promise<Admitted> {
  switch (right.who) {
    case "anyone":
    case "link":
      return { outcome: "admitted" };
    case "signedIn":
      return (await signedIn(house, request.cookies)) === undefined
        ? { outcome: "stranger", answer: async () => redirect(paths.signIn()) }
        : { outcome: "admitted" };
    case "client":
      return admitClient(house, request, right.right);
    case "staff":
      return admitStaff(house, request, right, named);
  }
}

async function admitClient(house: House, request: HttpRequest, right: ClientRight): Promise<Admitted> {
  const { clientBehind } = await import("../clients/clients.ts");
  const known = await clientBehind(house, request.headers.authorization);
  switch (known.outcome) {
    case "known":
      return known.client.rights.includes(right)
        ? { outcome: "admitted", client: known.client }
        : { outcome: "refused", refusal: noRight };
    case "unknown":
      return { outcome: "refused", refusal: { status: 401, why: "noKey" } };
    case "tooMany":
      return { outcome: "refused", refusal: { status: 429, why: "tooOften", seconds: known.seconds } };
  }
}

async function admitStaff(
  house: House,
  request: HttpRequest,
  { of, roles }: Extract<Right, { who: "staff" }>,
  named: Readonly<Record<string, string>>,
): Promise<Admitted> {
  const session = await staffSignedIn(house, request.cookies);
  const member = session && (await memberAt(house, session.email));
  if (!member) {
    const answer = async () => (await import("./no-pass.tsx")).noPass(request);
    return { outcome: "stranger", answer };
  }
  const admitted = {
    outcome: "admitted",
    member,
    ...(session.renewed === undefined ? {} : { renewed: session.renewed }),
  } as const;
  if (of === "every")
    return (await hasRoleAnywhere(house, member, roles))
      ? admitted
      : { outcome: "refused", refusal: noRight };
  const call = await callOf(
    house,
    of === "task" ? (named.kind === "call" ? "call" : "case") : of,
    named.id ?? "",
  );
  const own = call ? rolesIn(call, member) : new Set<string>();
  // Whoever has nothing to do with a call is not told that there is one.
  if (own.size === 0) return { outcome: "refused", refusal: notFound };
  return roles.some((role) => own.has(role)) ? admitted : { outcome: "refused", refusal: noRight };
}

/** An address of no call asks for a role in some call, or whatever calls there are. */
async function hasRoleAnywhere(
  house: House,
  member: StaffMember,
  roles: readonly StaffRole[],
): Promise<boolean> {
  const own = await rolesAnywhere(house, member);
  return roles.some((role) => own.has(role));
}

async function callOf(house: House, of: "call" | "case", id: string): Promise<Head | undefined> {
  if (of === "call") return loadCall(house, id);
  const item = await house.table.get(headKey(refOfCase(id)));
  return item && loadCall(house, headItem.parse(item).callId);
}
