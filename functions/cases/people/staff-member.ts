import type { StandIn } from "./standing-in.ts";

/** One of those who work for the programme: named in a call or in the register of staff. */
export interface StaffMember {
  readonly name: string;
  readonly email: string;
  readonly language: "lt" | "en";
  /** What somebody may do where no call is asked for, whatever calls there are (decision 49). */
  readonly roles?: readonly string[];
  /** For whom this one was named to stand in today; what it counts for, each call says. */
  readonly standIns?: readonly StandIn[];
}
