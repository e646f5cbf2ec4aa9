import type { Process } from "./kernel/process.ts";

/**
 * Every process that there is, by its id; adding one is adding its folder and its line here. Each is loaded when it is
 * first asked for, so that who has to do with one case does not load all of them.
 */
const folders: Readonly<Record<string, () => Promise<Process>>> = {
  "foreign-internship": async () => (await import("./foreign-internship/process.ts")).foreignInternship,
  "selection-call": async () => (await import("./selection-call/process.ts")).selectionCall,
  "daily-call": async () => (await import("./daily-call/process.ts")).dailyCall,
  "standing-call": async () => (await import("./standing-call/process.ts")).standingCall,
  "school-initiative": async () => (await import("./school-initiative/process.ts")).schoolInitiative,
  "national-internship": async () => (await import("./national-internship/process.ts")).nationalInternship,
  "national-internship-matching": async () =>
    (await import("./national-internship/matching/process.ts")).nationalInternshipMatching,
  "national-internship-place": async () =>
    (await import("./national-internship/place/process.ts")).nationalInternshipPlace,
  "national-internship-register": async () =>
    (await import("./national-internship/register/process.ts")).nationalInternshipRegister,
  "peer-coaching": async () => (await import("./peer-coaching/process.ts")).peerCoaching,
  "peer-coaching-group": async () => (await import("./peer-coaching/group/process.ts")).peerCoachingGroup,
  "peer-coaching-participant": async () =>
    (await import("./peer-coaching/participant/process.ts")).peerCoachingParticipant,
  "mini-training": async () => (await import("./mini-training/process.ts")).miniTraining,
  "mini-training-group": async () => (await import("./mini-training/group/process.ts")).miniTrainingGroup,
  "mini-training-participant": async () =>
    (await import("./mini-training/participant/process.ts")).miniTrainingParticipant,
  supervision: async () => (await import("./supervision/process.ts")).supervision,
  "supervision-group": async () => (await import("./supervision/group/process.ts")).supervisionGroup,
  "supervision-participant": async () =>
    (await import("./supervision/participant/process.ts")).supervisionParticipant,
  "career-transition": async () => (await import("./career-transition/process.ts")).careerTransition,
  "community-event": async () => (await import("./community-event/process.ts")).communityEvent,
  "assessment-campaign": async () => (await import("./assessment-campaign/process.ts")).assessmentCampaign,
  "assessment-campaign-call": async () =>
    (await import("./assessment-campaign/call/process.ts")).assessmentCampaignCall,
  "way-into-teaching": async () => (await import("./way-into-teaching/process.ts")).wayIntoTeaching,
  "university-module": async () => (await import("./university-module/process.ts")).universityModule,
  "first-year": async () => (await import("./first-year/process.ts")).firstYear,
  "creative-partnership": async () => (await import("./creative-partnership/process.ts")).creativePartnership,
  "creative-partnership-call": async () =>
    (await import("./creative-partnership/call/process.ts")).creativePartnershipCall,
  "assessment-instrument": async () =>
    (await import("./assessment-instrument/process.ts")).assessmentInstrument,
};

/** The ids of all processes. */
export const processIds: readonly string[] = Object.keys(folders);

/** Is this the id of a process? */
export const isProcess = (id: unknown): id is string => typeof id === "string" && Object.hasOwn(folders, id);

const loaded = new Map<string, Promise<Process>>();

/** The process by its id. Rejects for an id that no deployed process has: such a case cannot have been stored. */
export async function processOf(id: string): Promise<Process> {
  const known = loaded.get(id) ?? (isProcess(id) ? folders[id]?.() : undefined);
  if (!known) throw new Error(`no process is called ${id}`);
  loaded.set(id, known);
  return known;
}

/** All of them, in the order of their ids above. */
export const everyProcess = (): Promise<readonly Process[]> => Promise.all(processIds.map(processOf));
