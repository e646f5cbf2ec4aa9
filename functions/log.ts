/** Every log line is registered here with a code and a meaning, so that alarms and the runbook can name it. */
export const messages = {
  K001: "a request was answered",
  K002: "a request failed by a defect",
  K003: "a request failed because a service did not do its part",
  K101: "an application was stored",
  K102: "an answer was stored",
  K103: "an answer waits for its machine to be armed again",
  K104: "a deadline was moved",
  K105: "a typing error was put right",
  K106: "the owner of an address said which application counts",
  K201: "a task was opened",
  K202: "a step was done",
  K203: "a case ended",
  K204: "a task expired",
  K205: "an execution was handed over to the next",
  K206: "a task goes on, because its deadline was moved",
  K207: "a road was taken up again after its execution had broken down",
  K208: "an execution has failed; what passes is taken up again by itself",
  K209: "a road goes on by the definition of today, in the next execution",
  K210: "an execution ended whose road goes on in the next one",
  K301: "a mail was sent",
  K302: "a mail waits for the provider's pace",
  K303: "a delivery failed and will be tried again",
  K304: "a mail is held, because its address takes none",
  K305: "the provider reported on a mail",
  K306: "a mail may have gone: the answer of its provider was lost",
  K307: "a mail waits for the next morning, because strangers caused too many to its address",
  K308: "a mail cannot be written, because its text names what is not given",
  K401: "the sweeper finished its round",
  K402: "something has waited for an hour to be delivered",
  K501: "an uploaded file was looked at",
  K601: "lines of cases were kept",
  K602: "the line of a case could not be kept",
  K603: "what takes long was done",
  K604: "a job failed and will be tried again",
  K605: "a file that was ordered was given up on",
  K701: "somebody signed in",
  K702: "a sign-in was refused",
  K703: "a session was ended by its owner",
  K704: "a request was refused, because whoever asked may not do this",
} as const;

export type MessageCode = keyof typeof messages;

/** Identifiers and figures only: personal data never enters a log. */
export type Log = (code: MessageCode, facts?: Readonly<Record<string, string | number | boolean>>) => void;

/** One JSON line for each message, as CloudWatch Logs reads it. */
export const consoleLog: Log = (code, facts = {}) => {
  process.stdout.write(`${JSON.stringify({ code, message: messages[code], ...facts })}\n`);
};

export const silentLog: Log = () => {};
