import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import type { ClientItem } from "../store/client-item.ts";
import type { Answer } from "./answers.ts";
import type { HttpRequest } from "./request.ts";

/** One request at one address of the portal. */
export interface Visit {
  readonly house: House;
  readonly request: HttpRequest;
  /** A named part of the address; empty when the pattern has none of that name. */
  readonly at: (name: string) => string;
  /** Of the staff, who came in by the right of the address. */
  readonly member?: StaffMember;
  /** The program behind the key of the request. */
  readonly client?: ClientItem;
}

export type Work = (visit: Visit) => Promise<Answer>;
