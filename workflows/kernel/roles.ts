import type { Spoken } from "./book.ts";

/** A role of a case: one that the house knows, or one that its process says (`Definition.roles`). */
export type Role = string;

/** What a role may see of a case: no more than it needs for its own part of the road. */
export interface Sight {
  /** Who applied; a role that does not see it is told a code instead. */
  readonly person: boolean;
  /**
   * Of the application: all of it, all but the account, all but what tells who it is, what is marked as `shownTo` this role, the
   * account alone, or nothing.
   */
  readonly application: "whole" | "butAccount" | "nameless" | "shown" | "account" | "nothing";
  /** The roles whose answers it reads, besides those that let it (`readBy`). */
  readonly answersOf: readonly Role[] | "everyone";
  /** Whether it reads what is marked as `confidential` in them. */
  readonly confidences?: true;
  /** Of a call: who applied, by name and without scores, in place of the ranking. It is enough to know whether one can judge without bias. */
  readonly namesAlone?: true;
  /** Only answers given since this role was first asked; what came before was between others. */
  readonly sinceAsked?: true;
  readonly score: boolean;
}

/** What is said of a role; its name stands among the words, `role.<role>`. */
export interface RoleSaid extends Spoken {
  /**
   * How whoever has it comes to what is asked: by the link in a mail, by signing in with a code to a page that lists it, or both.
   * The staff of the house sign in to the console.
   */
  readonly comes: "link" | "signsIn" | "both";
  readonly sees: Sight;
  /** Roles that read its answers, besides those that read everything and those that say so in their `sees`. */
  readonly readBy?: readonly Role[];
  /** They are asked because somebody wrote down their address, and may say that they are not meant. */
  readonly isWrittenDown?: true;
  /** Who has it is told nobody outside, and what they answered is not either. */
  readonly isSecret?: true;
}

const everything: Sight = {
  person: true,
  application: "whole",
  answersOf: "everyone",
  score: true,
};
/** Where somebody is paid concerns whoever pays, promises or looks after it, and nobody who judges. */
const judging: Sight = { ...everything, application: "butAccount" };

/** What every process has: whoever applies, and the staff of the house. An auditor is asked nothing, and says what a process lets it say. */
const ofTheHouse = {
  applicant: {
    comes: "both",
    sees: {
      person: false,
      application: "nothing",
      answersOf: ["applicant", "coordinator"],
      confidences: true,
      score: false,
    },
  },
  coordinator: { comes: "signsIn", sees: everything },
  agency: { comes: "signsIn", sees: everything },
  commission: { comes: "both", sees: judging },
  appeals: { comes: "link", sees: judging },
  finance: {
    comes: "signsIn",
    sees: {
      person: true,
      application: "account",
      answersOf: ["finance"],
      score: false,
    },
  },
  auditor: { comes: "signsIn", sees: everything },
} as const satisfies Readonly<Record<string, RoleSaid>>;

/** A role that every process has, and whom it may ask. */
export type HouseRole = Exclude<keyof typeof ofTheHouse, "auditor">;

const known: Readonly<Record<string, RoleSaid>> = ofTheHouse;

export const houseRoles: readonly Role[] = Object.keys(known);

/** Who may say of themselves which roles their cases have. */
interface Saying {
  readonly roles?: Readonly<Record<string, RoleSaid>>;
}

/** What is said of a role, by the house or else by the process; `undefined` for what is no role of it. */
export function roleIn({ roles = {} }: Saying, name: Role | undefined): RoleSaid | undefined {
  if (name === undefined) return undefined;
  if (Object.hasOwn(known, name)) return known[name];
  return Object.hasOwn(roles, name) ? roles[name] : undefined;
}

/** Every role of a process, the house's first. */
export const rolesOf = ({ roles = {} }: Saying): readonly Role[] => [...houseRoles, ...Object.keys(roles)];

/** May a role read what another one answered? */
export const reads = (process: Saying, reader: Role, writer: Role): boolean => {
  const answersOf = roleIn(process, reader)?.sees.answersOf ?? [];
  return (
    answersOf === "everyone" ||
    answersOf.includes(writer) ||
    (roleIn(process, writer)?.readBy?.includes(reader) ?? false)
  );
};

/** Do they come by a page that lists what is asked of them, beside the links of their mails or in place of them? */
export const signsIn = (process: Saying, name: Role | undefined): boolean => {
  const said = roleIn(process, name);
  return said !== undefined && said.comes !== "link";
};

/** Do they learn a code in place of who applied? Whoever applies knows. */
export const isBlind = (process: Saying, name: Role | undefined): boolean =>
  name !== "applicant" && roleIn(process, name)?.sees.person === false;
