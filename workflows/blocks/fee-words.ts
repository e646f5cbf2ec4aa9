/** What is said of paying whoever delivered, in the states of a process that are called as here. ICU messages. */
export const feeWords = {
  lt: {
    "feeClaim.title": "Honoraras",
    "feeClaim.submit": "Patvirtinti",
    "feeClaim.iban.label": "Banko sąskaitos numeris (IBAN)",
    "feeClaim.hoursRight.label": "Valandos suskaičiuotos teisingai",
    "claim.deliverer": "Kas vedė",
    "claim.hours": "Akademinės valandos",
    "state.feeClaim": "Grupė baigė darbą. Tvarkomas honoraras.",
    "task.feeClaim.title": "Patvirtinkite valandas ir sąskaitą",
    "task.feeClaim.why":
      "Grupė baigė darbą, ačiū. Patikrinkite, ar teisingai suskaičiavome akademines valandas, ir nurodykite sąskaitą, į kurią pervesti honorarą.",
    "state.fee": "Grupė baigė darbą. Tvarkomas honoraras.",
    "task.fee.title": "Apmokėkite honorarą",
    "task.fee.why": "Grupė baigė darbą, valandos patvirtintos. Suma suskaičiuota pagal kvietimo įkainį.",
    "state.feeAccount": "Grupė baigė darbą. Tvarkomas honoraras.",
    "task.feeAccount.title": "Nurodykite kitą sąskaitą",
    "task.feeAccount.why": "Bankas honorarą grąžino: į nurodytą sąskaitą jo pervesti nepavyko.",
  },
  en: {
    "feeClaim.title": "Fee",
    "feeClaim.submit": "Confirm",
    "feeClaim.iban.label": "Account number (IBAN)",
    "feeClaim.hoursRight.label": "The hours are counted rightly",
    "claim.deliverer": "Led by",
    "claim.hours": "Academic hours",
    "state.feeClaim": "The group has done its work. The fee is being settled.",
    "task.feeClaim.title": "Confirm the hours and your account",
    "task.feeClaim.why":
      "The group has done its work, thank you. Check that we counted the academic hours rightly, and give the account to which the fee is to go.",
    "state.fee": "The group has done its work. The fee is being settled.",
    "task.fee.title": "Pay the fee",
    "task.fee.why":
      "The group has done its work, and the hours are confirmed. The sum follows the call’s rate.",
    "state.feeAccount": "The group has done its work. The fee is being settled.",
    "task.feeAccount.title": "Give another account",
    "task.feeAccount.why": "The bank returned the fee: it could not be paid to the account that you gave.",
  },
} as const;
