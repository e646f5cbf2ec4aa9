import { expect, it } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";

const { say } = messagesOf(
  {
    stay: "Stažuotė nuo {from} iki {to}. Iki pasimatymo.",
    counted: "Suskaičiuota {at}.",
    reason: "Priežastis: {reason}.",
  },
  "lt",
);

it("a date or a time that ends with an abbreviation ends its sentence, too", () => {
  expect(say("stay", { from: "gegužės 3 d.", to: "gegužės 7 d." })).toBe(
    "Stažuotė nuo gegužės 3 d. iki gegužės 7 d. Iki pasimatymo.",
  );
  expect(say("counted", { at: "9 val." })).toBe("Suskaičiuota 9 val.");
});

it("what somebody wrote stays as it is", () => {
  expect(say("reason", { reason: "nespėjau" })).toBe("Priežastis: nespėjau.");
  expect(say("reason", { reason: "nežinau..." })).toBe("Priežastis: nežinau...");
});
