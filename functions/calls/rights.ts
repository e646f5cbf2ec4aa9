import { rolesAnywhere, rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";

/** Only its own coordinator changes a call. */
export const coordinates = (call: Pick<Head, "data">, member: StaffMember): boolean =>
  rolesIn(call, member).has("coordinator");

/** Whoever coordinates some call, or is a coordinator whatever calls there are, may make another one. */
export async function coordinatesSome(house: Pick<House, "table">, member: StaffMember): Promise<boolean> {
  return (await rolesAnywhere(house, member)).has("coordinator");
}
