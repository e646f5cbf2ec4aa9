/** The words of a standing call in English. ICU messages. */
export const en = {
  "state.open": "Applications are taken.",
  "state.underWay": "No more applications are taken. The call ends with its last case.",
  "stage.submitted": "Begun",
  "stage.open": "Open",
  "stage.underWay": "Under way",
  "status.closed": "The call is over",
  "status.closed.text": "All cases of this call are over.",
  "status.calledOff": "The call is called off",
  "status.calledOff.text": "The call is called off. All cases that still went on are ended.",
  "callingOff.title": "Call the call off",
  "callingOff.submit": "Call off",
  "callingOff.reason.label": "Why?",
  "callingOff.reason.hint": "Everybody whose case is broken off will read this.",
  "interruption.calledOff.text":
    "All cases that still go on will be broken off, and those who take part told. This cannot be undone.",
  "interruption.calledOff.said": "The call was called off.",
};
