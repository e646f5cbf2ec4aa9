import type { GroupRow } from "./rows-file.ts";

const words = "Repetuota pagal failą.";

/**
 * What somebody of the file applies with, by the process; a school asks for groups as large as the call has them. Throws for a
 * process that the rehearsal does not know.
 */
export function applicationFor(
  process: string,
  row: GroupRow,
  capacity: number,
): Readonly<Record<string, unknown>> {
  const { name: fullName, email, school, municipality, town } = row;
  const asking = { fullName, email, school, municipality, town };
  const joining = { fullName, email, school };
  switch (process) {
    case "supervision":
      return { ...asking, themes: ["cooperation"], size: Math.min(12, capacity), open: false };
    case "mini-training":
      return { ...asking, need: words, size: Math.min(20, capacity) };
    case "peer-coaching":
      return {
        ...asking,
        principalName: "Mokyklos vadovas",
        principalEmail: "vadovas@mokykla.example",
        experienceYears: 12,
        motivation: words,
        subject: row.group,
        instrument: "rubric",
      };
    case "supervision-participant":
      return { ...joining, allMeetings: true };
    case "mini-training-participant":
      return { ...joining, tasks: true };
    case "peer-coaching-participant":
      return { ...joining, openLessons: true };
    default:
      throw new Error(`the rehearsal does not know how to apply with ${process}`);
  }
}
