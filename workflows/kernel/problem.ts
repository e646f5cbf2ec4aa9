/** A code of a process's own; its sentence stands among the process's words under `problem.` and the name after the dot. */
export type OwnProblem = `own.${string}`;

/** A code that the interface turns into a sentence, with what the sentence needs. */
export type FieldProblem =
  | "missing"
  | "tooLong"
  | "tooShort"
  | "tooMany"
  | "tooSmall"
  | "tooLarge"
  | "wrongType"
  | "notEmail"
  | "notIban"
  /** Of an account: it is where no euro transfer goes. */
  | "notSepa"
  | "notDate"
  | "notWhole"
  | "unknownOption"
  | "repeated"
  | "outOfOrder"
  | "notRising"
  | "sameAsOwn"
  | "sameAddress"
  /** Of somebody else's address: it is that of one of the staff. */
  | "ofStaff"
  /** Of whoever approves in a call: that person prepares. */
  | "preparesToo"
  | "unknownTown"
  | "unknownMunicipality"
  | "unknownSchool"
  /** Beyond what the call allows: a day, how many were picked, how it is written. */
  | "tooEarly"
  | "tooLate"
  | "tooFew"
  | "unlikeExample"
  /** Of rows: they come to more than they may, or one group of them has too large a share of that. */
  | "sumTooLarge"
  | "shareTooLarge"
  /** Of the number of a certificate: none has it, it was taken back, or it is somebody else's. */
  | "unknownCertificate"
  | "revokedCertificate"
  | "othersCertificate"
  /** Of the number of an entry of a public register: this person has none under it that is valid today. */
  | "notInRegister"
  | "unknownField"
  /** Of a slot: somebody else was quicker, or it begins too soon. */
  | "slotTaken"
  | "slotTooSoon"
  | "mustAgree"
  /** Of a text: it has line ends, controls or broken characters where one line of letters belongs; of a name: a web address, or no letters. */
  | "notPrintable"
  | "webAddress"
  /** Of the address of a page: a browser cannot open it. */
  | "notWebAddress"
  | "noLetters"
  /** Of whoever approves: that person has ranked. */
  | "hasRanked"
  /** Of whoever leads: that person is no member. */
  | "notMember"
  /** Of a room: more people sleep in it than it has beds. */
  | "tooFewBeds"
  /** Of something that is signed: there is a newer version. */
  | "outdated"
  /** Of the day on which something was signed. */
  | "notYet"
  /** Of an absence: it is over already, there is another on some of the days, or who stands in is away too. */
  | "past"
  | "overlaps"
  | "isAway"
  /** Of the last day of a key: more than a year from now. */
  | "longerThanYear"
  /** Of who stands in: they work for none of the same calls, or would approve what they prepare. */
  | "cannotStandIn"
  /** Of a new deadline: it is not after the old one, or too long after the first. */
  | "notLater"
  | "beforeVersion"
  /** Of the code to sign with: another one was sent, it is too old, or it was tried wrongly too often. */
  | "wrongCode"
  | "codeOver"
  | "codeSpent"
  /** Of rows that are lines of a text: a line has more parts than there are questions. */
  | "tooManyParts"
  /** Of the same: they have commas where semicolons or tabs are read. */
  | "wrongSeparator"
  /** Of the same: besides those that are told one by one. */
  | "moreFaults"
  | "tooFewRows"
  | "tooManyRows"
  /** Of the commission of a call: that person coordinates or reviews. */
  | "ranksToo"
  /** Of a rubric: weights that do not make up 100; so many scores that the best does not divide 100; not the same in both languages. */
  | "notHundred"
  | "anchorCount"
  | "anchorsDiffer"
  /** Of a relation: nobody of that address reviews. */
  | "noReviewer"
  /** Of a call: its process does not take it, though its form does. */
  | "notTaken"
  /** Of the address of a call: another call has it. */
  | "addressTaken"
  | "notAddress"
  /** Of a day that should still come. */
  | "inPast"
  | "beforeClosing"
  /** Of a call that was published: it may change in one direction only, or no more. */
  | "onlyLater"
  | "onlyMore"
  | "onlyAdded"
  | "isOver"
  | "hasOpened"
  | "hasApplications";
