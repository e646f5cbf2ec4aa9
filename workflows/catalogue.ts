import { foreignInternship } from "./foreign-internship/process.ts";
import type { Process } from "./kernel/process.ts";
import { miniTrainingGroup } from "./mini-training/group/process.ts";
import { miniTrainingParticipant } from "./mini-training/participant/process.ts";
import { miniTraining } from "./mini-training/process.ts";
import { nationalInternshipMatching } from "./national-internship/matching/process.ts";
import { nationalInternshipPlace } from "./national-internship/place/process.ts";
import { nationalInternship } from "./national-internship/process.ts";
import { nationalInternshipRegister } from "./national-internship/register/process.ts";
import { peerCoachingGroup } from "./peer-coaching/group/process.ts";
import { peerCoachingParticipant } from "./peer-coaching/participant/process.ts";
import { peerCoaching } from "./peer-coaching/process.ts";
import { selectionCall } from "./selection-call/process.ts";
import { standingCall } from "./standing-call/process.ts";
import { supervisionGroup } from "./supervision/group/process.ts";
import { supervisionParticipant } from "./supervision/participant/process.ts";
import { supervision } from "./supervision/process.ts";

/** Every process that there is; adding one is adding its folder and its line here. */
export const processes: readonly Process[] = [
  foreignInternship,
  selectionCall,
  standingCall,
  nationalInternship,
  nationalInternshipMatching,
  nationalInternshipPlace,
  nationalInternshipRegister,
  peerCoaching,
  peerCoachingGroup,
  peerCoachingParticipant,
  miniTraining,
  miniTrainingGroup,
  miniTrainingParticipant,
  supervision,
  supervisionGroup,
  supervisionParticipant,
];

/** The process by its id. Throws for an id that no deployed process has: such a case cannot have been stored. */
export function processOf(id: string): Process {
  const process = processes.find((candidate) => candidate.id === id);
  if (!process) throw new Error(`no process is called ${id}`);
  return process;
}
