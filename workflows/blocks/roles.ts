import type { RoleSaid, Sight } from "../kernel/roles.ts";
import { blockWords } from "./words.ts";

const asked: Sight = {
  person: true,
  application: "butAccount",
  answersOf: [],
  score: false,
};

/** The head of the applicant's school: endorses, and signs where the school is a party. */
export const principal: RoleSaid = {
  words: blockWords,
  comes: "link",
  sees: { ...asked, answersOf: ["applicant", "principal"] },
  readBy: ["applicant"],
  isWrittenDown: true,
};

/** Whoever founded the school that applies: endorses. */
export const founder: RoleSaid = {
  words: blockWords,
  comes: "link",
  sees: { ...asked, answersOf: ["applicant", "founder"] },
  readBy: ["applicant"],
  isWrittenDown: true,
};

/** Whoever takes somebody in for some days. What they say of it is what finance pays by. */
export const host: RoleSaid = {
  words: blockWords,
  comes: "link",
  sees: {
    ...asked,
    application: "shown",
    answersOf: ["applicant", "host"],
    sinceAsked: true,
  },
  readBy: ["applicant", "finance"],
  isWrittenDown: true,
};

/** Reads an application without knowing whose it is. */
export const reviewer: RoleSaid = {
  words: blockWords,
  comes: "link",
  sees: { ...asked, person: false, application: "nameless" },
  isSecret: true,
};

/** One of a commission, who declares to be impartial: what others declared is not theirs to know before. */
export const member: RoleSaid = {
  words: blockWords,
  comes: "link",
  sees: { ...asked, score: true, namesAlone: true },
};

/** Whoever leads a group, by the name that the process has for them; some are told in confidence what they are told. */
export const leading = (name: string, more: Pick<Sight, "confidences"> = {}): RoleSaid => ({
  words: blockWords,
  comes: "both",
  sees: { ...asked, answersOf: ["applicant", name], ...more },
  isWrittenDown: true,
});
