import { type Log, type MessageCode, messages } from "../../functions/log.ts";

/** Which messages a person at the terminal wants to see. */
const troubles: ReadonlySet<MessageCode> = new Set(["K002", "K003", "K302", "K303", "K308"]);

/** What goes wrong, on a line of its own; what goes well is seen on the pages. */
export const troubleLog: Log = (code, facts = {}) => {
  if (troubles.has(code)) console.error(`${code} ${messages[code]} ${JSON.stringify(facts)}`);
};
