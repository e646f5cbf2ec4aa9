import { type Answering, type Asked, onDay } from "../../kernel/rehearsal.ts";

/** The members declare the same day, the commission approves the next, and the director signs at once. */
export function decidesOnRanking(asked: Asked): Answering {
  switch (asked.state) {
    case "impartiality":
      return { says: { outcome: "impartial" }, at: onDay(asked, 0, "15:00") };
    case "order":
      return { says: { outcome: "signed", number: "V-1" }, at: onDay(asked, 0, "11:00") };
    default:
      return { says: { outcome: "approved", impartial: "yes" }, at: onDay(asked, 1, "11:00") };
  }
}
