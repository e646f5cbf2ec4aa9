import type { CaseFile } from "./case-file.ts";

/** General competences of teachers, by which hours of a record add up, and by which people look for something in the library. */
export const competences = [
  "subjectTeaching",
  "knowingPupils",
  "inclusion",
  "assessment",
  "technology",
  "leadership",
  "cooperation",
] as const;
export type Competence = (typeof competences)[number];

/** What taking part in a case develops: general competences, and subjects as people call them. */
export interface Developed {
  readonly competences?: readonly Competence[];
  readonly subjects?: readonly string[];
}

/** Says it of a case in whatever state it stands. */
export type Develops = (file: CaseFile) => Developed;

interface Tagged {
  readonly competences: Competence[];
  readonly subjects: string[];
}

/** The tags of a case, each once; none where its process says none. */
export function developedIn({ develops }: { readonly develops?: Develops }, file: CaseFile): Tagged {
  const said = develops?.(file) ?? {};
  const subjects = (said.subjects ?? []).map((subject) => subject.trim()).filter((subject) => subject !== "");
  return {
    competences: competences.filter((one) => said.competences?.includes(one)),
    subjects: [...new Set(subjects)],
  };
}
