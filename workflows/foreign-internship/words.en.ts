import { en as blocks } from "../blocks/words.en.ts";
import { countryWords } from "../facts/countries.ts";
import type { ForeignInternshipWord } from "./words.lt.ts";

/** The words of the internship abroad in English; hosts abroad read these. ICU messages. */
export const en: Readonly<Record<ForeignInternshipWord, string>> & Readonly<Record<string, string>> = {
  "step.supplements": "It was checked whether the application may be completed once more",
  "step.panel": "Reviewers were chosen",
  "step.weighing": "The reviewers’ scores were put together",
  "step.grant": "The grant was worked out",
  "step.signatures": "The signatures on the agreement were checked",
  "step.settlement": "The final settlement was worked out",
  "step.certificate": "The certificate was made out",
  "step.withdrawal": "The withdrawal was taken in",
  "step.withdrawalSettlement": "What is owed or to be returned after the withdrawal was worked out",
  "step.cancellation": "The cancellation was taken in",
  "step.cancellationSettlement": "What is owed or to be returned after the cancellation was worked out",
  "step.lapse": "What is to be returned after silence was worked out",
  "step.recovery": "What is to be returned was worked out",
  "step.amendment": "The changed plans were worked out",
  "step.replacement": "The place was handed to another participant",
  "step.resumption": "The case goes on by the changed plans",
  "step.cutShort": "The internship was cut short",
  "step.appeal": "The appeal was taken in",
  "step.appealUpheld": "The appeal was upheld",
  "step.appealDismissed": "The appeal was dismissed",
  ...blocks,
  ...countryWords("en"),
  "application.title": "Application for an internship abroad",
  "application.submit": "Send the application",
  "application.page.person": "About you",
  "application.page.school": "Your school",
  "application.page.principal": "Your head of school",
  "application.page.motivation": "Why you want an internship",
  "application.page.language": "Language",
  "application.page.countries": "Countries and time",
  "application.page.account": "Account for the grant",
  "application.page.declaration": "Declaration",
  "application.fullName.label": "Full name",
  "application.email.label": "E-mail",
  "application.email.hint": "We send everything that matters about the application to this address.",
  "application.phone.label": "Telephone",
  "application.school.label": "School",
  "application.municipality.label": "Municipality",
  "application.municipality.hint": "For example, Molėtų rajono savivaldybė.",
  "application.town.label": "Town or village",
  "application.town.hint": "The distance of the journey is counted from here.",
  "application.rural.label": "Is your school in a rural area?",
  "application.rural.hint": "Where scores are equal, teachers of rural schools go first.",
  "application.experienceYears.label": "How many years have you worked as a teacher?",
  "application.principalName.label": "Name of the head of school",
  "application.principalEmail.label": "E-mail of the head of school",
  "application.principalEmail.hint":
    "We will ask them to endorse your taking part. If you are the head yourself, name a person of the founder.",
  "application.motivation.label": "Why do you want an internship, and what do you hope to learn?",
  "application.motivation.hint":
    "Do not give your name or school: reviewers do not know whose application they read.",
  "application.sharingPlan.label": "How will you share what you learn with colleagues?",
  "application.languageLevel.label": "How well do you know the language of the internship?",
  "application.languageLevel.A1": "A1 – beginner",
  "application.languageLevel.A2": "A2 – basics",
  "application.languageLevel.B1": "B1 – I manage in everyday situations",
  "application.languageLevel.B2": "B2 – I speak and write independently",
  "application.languageLevel.C1": "C1 – I speak fluently",
  "application.languageLevel.C2": "C2 – like a native speaker",
  "application.languageProof.label": "What shows it?",
  "application.languageProof.hint": "For example, an exam, a course, or work in that language.",
  "application.countries.label": "Where would you like to go?",
  "application.countries.hint": "You can choose one or two countries. Put first the one you want most.",
  "application.availableFrom.label": "From when could you travel?",
  "application.availableTo.label": "Until when could you travel?",
  "application.travelledBefore.label": "Have you been on an internship of this programme before?",
  "application.travelledBefore.hint": "Where scores are equal, those who have not go first.",
  "application.iban.label": "Bank account number (IBAN)",
  "application.iban.hint":
    "If you get a place, the grant is paid here. For example, LT12 1000 0111 0100 1000.",
  "application.truthful.label":
    "All that I have written is true, and I agree that the programme processes my data to consider the application",

  "withdrawal.title": "Withdrawal of the application",
  "withdrawal.submit": "Withdraw the application",
  "withdrawal.reason.label": "Why do you withdraw it?",
  "cancellation.title": "Cancellation of the internship",
  "cancellation.submit": "Cancel the internship",
  "cancellation.reason.label": "Why is the internship cancelled?",
  "cancellation.reason.hint": "The participant will read this.",
  "cancellation.costs.label": "What did the participant spend that cannot be got back (in euros)?",
  "cancellation.costs.hint":
    "Tickets, for example. The grant bears it, if it has been worked out. Leave it empty if you do not know yet: you will be asked.",
  "offer.title": "Offer of a place",
  "offer.submit": "Send the answer",
  "offer.outcome.label": "Do you accept the place?",
  "offer.outcome.accepted": "Yes, I accept it",
  "offer.outcome.declined": "No, I decline it",
  "offer.reason.label": "Why do you decline it?",
  "hostConfirmation.title": "Confirmation by the host institution",
  "hostConfirmation.submit": "Confirm",
  "hostConfirmation.contactPerson.label": "Who will meet the intern?",
  "hostConfirmation.remarks.label": "Remarks",
  "hostFollowUp.title": "Talk with the host institution",
  "hostFollowUp.submit": "Store",
  "hostFollowUp.outcome.label": "What did the host institution say?",
  "hostFollowUp.outcome.confirmed": "It will take the intern",
  "hostFollowUp.outcome.askAgain": "It will answer itself, send the task again",
  "hostFollowUp.note.label": "With whom did you agree, and what?",
  "plan.title": "Internship plan",
  "plan.submit": "Send the plan",
  "plan.goals.label": "What are the goals of your internship?",
  "plan.activities.label": "What will you do each day?",
  "plan.green.label": "Will you travel green?",
  "plan.green.hint": "Green travel is by train, bus or shared car. The travel grant for it is higher.",
  "planAgreement.title": "Agreement on the plan",
  "planAgreement.submit": "Send the answer",
  "planAgreement.outcome.label": "Is the plan fine?",
  "planAgreement.outcome.agreed": "It is fine",
  "planAgreement.outcome.changes": "It must be changed",
  "planAgreement.changes.label": "What must be changed?",
  "claim.participant": "Participant",
  "claim.country": "Country",
  "claim.institution": "Host",
  "claim.from": "From",
  "claim.to": "To",
  "claim.days": "Days",
  "claim.km": "Kilometres",
  "claim.travel": "Travel, EUR",
  "claim.daily": "Daily allowance, EUR",
  "claim.publication": "Publication",
  "departure.title": "Ready to travel",
  "departure.submit": "I am ready to travel",
  "departure.insurance.label": "I have travel insurance",
  "departure.healthCard.label": "I have a European Health Insurance Card",
  "departure.entryMethods.label": "Modern teaching methods (now)",
  "departure.entryMethods.hint": "From 1 (not at all) to 5 (could teach others).",
  "departure.entryLanguage.label": "A foreign language at work (now)",
  "departure.entryLanguage.hint": "From 1 (not at all) to 5 (could teach others).",
  "departure.entryCooperation.label": "Working with colleagues in other countries (now)",
  "departure.entryCooperation.hint": "From 1 (not at all) to 5 (could teach others).",
  "departure.entryConfidence.label": "Confidence to share own experience (now)",
  "departure.entryConfidence.hint": "From 1 (not at all) to 5 (could teach others).",
  "departure.tickets.label": "I have tickets both ways",
  "attendance.title": "Attendance",
  "attendance.submit": "Confirm the attendance",
  "attendance.outcome.label": "Did the intern attend?",
  "attendance.outcome.full": "On all days",
  "attendance.outcome.partial": "Not on all days",
  "attendance.outcome.absent": "Did not come",
  "attendance.daysMissed.label": "How many days were missed?",
  "attendance.remarks.label": "Remarks",
  "dissemination.title": "Dissemination",
  "dissemination.submit": "Send",
  "dissemination.publication.label": "Where is your article published?",
  "dissemination.publication.hint":
    "An article of one and a half to two pages on what you learned. Give its address or the journal.",
  "dissemination.sessionOn.label": "When did you share with your colleagues?",
  "dissemination.colleagues.label": "How many colleagues came?",

  "agreement.title": "Agreement on an internship abroad",
  "agreement.subject.title": "Subject",
  "agreement.subject.text":
    "From {from} to {to} {applicant} is an intern at the host institution named here, by the agreed plan.",
  "agreement.participant.title": "Duties of the intern",
  "agreement.participant.text":
    "The intern attends on all days and keeps to the plan. The report is due within {reportDays, plural, one {# day} other {# days}} of the internship. Within a month of the return the intern publishes an article and holds a session for colleagues.",
  "agreement.school.title": "Duties of the school",
  "agreement.school.text":
    "The school releases the intern from lessons on the days of internship and travel, sees to a substitute, and gives the intern the occasion to share what was learned.",
  "agreement.agency.title": "Duties of the agency",
  "agreement.agency.text":
    "The agency gives a grant of {grant} for travel and living costs. It pays an advance of {advance} once all parties have agreed, and the rest once it has accepted the report.",
  "agreement.settlement.title": "Settlement",
  "agreement.settlement.text":
    "Living costs are paid for the days that the host institution confirms; the sum for travel does not change. If the advance is more than what is due, the difference is paid back. If the intern does not come or hands in no report, the whole advance is paid back.",
  "agreement.breaking.title": "If the internship does not take place",
  "agreement.breaking.text":
    "Until the journey the intern may withdraw; an advance that was paid is then paid back. If the internship is cancelled and not by the intern, costs that the intern cannot get back are borne, up to the grant.",
  "agreement.versions.title": "Changes",
  "agreement.versions.text":
    "When days, place or amounts change, a new version of this agreement is made. It is in force once all three parties have agreed to it.",
  "agreement.data.title": "Personal data",
  "agreement.data.text":
    "The parties process personal data only as far as the internship, its settlement and the audit of the settlement need it.",

  "state.submitted": "We have the application. Next we ask your head of school to endorse your taking part.",
  "state.endorsement":
    "We wait for the endorsement by your head of school. Then the coordinator checks whether the application meets the rules of the call.",
  "state.endorsementInPlace":
    "Your head of school did not answer in time, so the programme’s coordinator decides.",
  "state.screening":
    "The coordinator checks whether the application meets the rules of the call. Then experts review it.",
  "state.supplement":
    "We wait for your addition. When we have it, the coordinator looks at the application again.",
  "state.lastScreening":
    "The coordinator checks for the last time whether the application meets the rules of the call.",
  "state.appointment": "A reviewer is being found for the application.",
  "state.review": "Experts are reviewing the application. When all have been reviewed, the ranking is made.",
  "state.awaitingRanking":
    "The application has been reviewed. We wait until all are, and until the ranking is approved.",
  "state.onReserveList":
    "You are on the reserve list. If a place in a country that you named falls free and it is your turn, we offer it to you by e-mail at once.",
  "state.offer": "You are offered a place: {country}. We wait for your answer until {due}.",
  "state.hostConfirmation":
    "You have accepted the place. We wait for the host institution to confirm; then we ask you for a plan.",
  "state.hostFollowUp": "The coordinator is in touch with the host institution.",
  "state.plan": "We wait for your internship plan. The host institution then agrees to it.",
  "state.planAgreement": "The host institution is looking at your plan. Then comes the agreement.",
  "state.agreement":
    "We wait until all three parties have agreed: you, your school and the agency. Then the advance is paid.",
  "state.advance": "The advance is being paid.",
  "state.departure": "Get ready to travel: insurance, health card, tickets.",
  "state.awaitingDeparture": "All is ready. Have a good journey!",
  "state.travelling": "The internship is going on. Afterwards the host institution confirms your attendance.",
  "state.attendance":
    "We wait for the host institution to confirm your attendance. Then we ask you for the report.",
  "state.attendanceFollowUp": "The coordinator is finding out about your attendance.",
  "state.report": "We wait for your report until {due}. When it is accepted, the balance is paid.",
  "state.reportReview": "The coordinator is reading your report. When it is accepted, the balance is paid.",
  "state.balance": "The report is accepted. The balance is being paid.",
  "state.partialRecovery":
    "A part of the advance must be paid back, because you did not attend on all days. The amount is below.",
  "state.dissemination": "What remains is to share: an article and a session with colleagues.",
  "state.fullRecovery": "The advance must be paid back. The amount is below.",
  "state.withdrawnRecovery":
    "You withdrew the application, so the advance must be paid back. The amount is below.",

  "stage.submitted": "Sent",
  "stage.awaitingRanking": "Waits for the ranking",
  "stage.onReserveList": "On the reserve list",
  "stage.awaitingDeparture": "Waits for the journey",
  "stage.travelling": "On the internship",

  "state.advanceAccount": "The bank returned a payment to you. We are waiting for another account from you.",
  "state.balanceAccount": "The bank returned a payment to you. We are waiting for another account from you.",
  "state.withdrawnBalanceAccount":
    "The bank returned a payment to you. We are waiting for another account from you.",
  "state.cancellationBalanceAccount":
    "The bank returned a payment to you. We are waiting for another account from you.",
  "state.cancellationBalance": "The internship is cancelled. What you spent is being paid to you.",
  "state.cancellationRecovery":
    "The internship is cancelled, so a part of the advance must be paid back. The amount is below.",

  "status.completed": "Internship completed",
  "status.completed.text": "Everything is done. Thank you for taking part and for sharing what you learned.",
  "status.recovered": "Money paid back",
  "status.recovered.text":
    "The internship did not take place or there was no report, so the money has been recovered.",
  "status.refused": "Not endorsed",
  "status.refused.text":
    "Your taking part was not endorsed, so the application goes no further. The reason: {reason}",
  "status.ineligible": "Not eligible",
  "status.ineligible.text": "The application does not meet the rules of the call. The reason: {reason}",
  "status.incomplete": "Not completed",
  "status.incomplete.text": "The addition did not come in time, so the application goes no further.",
  "status.rejected": "Not selected",
  "status.rejected.text": "The application did not reach the minimum score of the call.",
  "status.reserve": "No place fell free",
  "status.reserve.text":
    "You were on the reserve list, but no place fell free in the countries that you named.",
  "status.declined": "Place declined",
  "status.declined.text": "You declined the place, and it went to somebody else.",
  "status.expired": "Offer expired",
  "status.expired.text": "You did not answer the offer in time, so the place went to somebody else.",
  "status.cancelled": "Internship cancelled",
  "status.cancelled.text": "The internship was cancelled. The reason: {reason}",
  "status.withdrawn": "Application withdrawn",
  "status.withdrawn.text": "You withdrew the application.",

  "task.endorsement.title": "Endorse a teacher’s application for an internship abroad",
  "task.endorsement.why":
    "{applicant} has applied for an internship abroad and named you as head of school. Without your endorsement the application goes no further. If you endorse it, the programme’s coordinator and experts will look at it.",
  "task.endorsementInPlace.title": "Decide in place of the head of school",
  "task.endorsementInPlace.why":
    "The head of school did not say in time whether they endorse the application. You are the programme’s coordinator, so please talk with the school and decide.",
  "task.screening.title": "Screen an application",
  "task.screening.why":
    "The head of school has endorsed the application. You are the programme’s coordinator, so please check whether it meets the rules of the call. Experts review those that do.",
  "task.supplement.title": "Add to your application",
  "task.supplement.why":
    "The programme’s coordinator has looked at your application and asks for an addition: {reason} Without it the application goes no further.",
  "task.lastScreening.title": "Screen an application that was added to",
  "task.lastScreening.why":
    "The application has been added to twice, and no more can be asked. Please decide whether it meets the rules of the call.",
  "task.appointment.title": "Appoint a reviewer",
  "task.appointment.why":
    "No reviewer without a conflict of interest is left. You are the programme’s coordinator, so please appoint another. They get the task at once.",
  "task.review.title": "Review an application",
  "task.review.why":
    "You are a reviewer of the call. Please review the application by the criteria of the call. At least one more expert reviews it; if your scores are far apart, so does a third.",
  "task.offer.title": "Answer the offer of a place",
  "task.offer.why":
    "Your application was selected, and we offer you a place: {country}. If you decline or do not answer in time, it goes to the next on the reserve list.",
  "task.hostConfirmation.title": "Confirm that you will host an intern",
  "task.hostConfirmation.why":
    "{applicant} has accepted an internship at your institution. Please confirm that you will host the intern on these days. The intern then prepares a plan.",
  "task.hostFollowUp.title": "Talk with the host institution",
  "task.hostFollowUp.why":
    "The host institution did not confirm in time that it takes the intern. Please call it and write down what you agreed.",
  "task.plan.title": "Prepare your internship plan",
  "task.plan.why":
    "The host institution has confirmed that it takes you. Now we need a plan, to which the host then agrees. The grant is calculated from it.",
  "task.planAgreement.title": "Agree to an internship plan",
  "task.planAgreement.why":
    "{applicant} has prepared a plan for the internship at your institution. Please agree to it or write what must be changed.",
  "task.agreement.title": "Agree to the internship agreement",
  "task.agreement.why":
    "The plan is agreed and the grant is calculated. Three parties agree: the intern, the school and the agency. When all have, the advance is paid.",
  "task.advance.title": "Pay the advance",
  "task.advance.why":
    "All parties have agreed. Please pay the advance and mark it as paid. The intern then gets ready to travel.",
  "task.departure.title": "Check before you travel",
  "task.departure.why":
    "You will soon travel to your internship. Please confirm that you have everything you need.",
  "task.attendance.title": "Confirm an intern’s attendance",
  "task.attendance.why":
    "{applicant} was to be an intern at your institution. Please confirm whether they attended on all days. The final grant depends on it.",
  "task.attendanceFollowUp.title": "Find out whether the intern attended",
  "task.attendanceFollowUp.why":
    "The host institution did not confirm the attendance in time. Please ask it, and write down how it was.",
  "task.report.title": "Send the report on your internship",
  "task.report.why":
    "You are back from your internship. Please write what you learned. When the coordinator accepts the report, the balance is paid. Without a report the advance must be paid back.",
  "task.reportReview.title": "Review the report on an internship",
  "task.reportReview.why":
    "{applicant} has sent the report on the internship. Please accept it, or return it and say why. Once it is accepted, the balance is calculated.",
  "task.balance.title": "Pay the balance",
  "task.balance.why":
    "The report is accepted and the settlement is made. Please pay the balance and mark it as paid.",
  "task.partialRecovery.title": "Recover a part of the advance",
  "task.partialRecovery.why":
    "The intern did not attend on all days, so the advance was more than is due. Please recover the difference and mark it.",
  "task.dissemination.title": "Tell us how you shared what you learned",
  "task.dissemination.why":
    "Within a month of the return the intern publishes an article and shares with colleagues. Please tell us how you did it. Then the internship is complete.",
  "task.fullRecovery.title": "Recover the advance",
  "task.fullRecovery.why":
    "The internship did not take place or there was no report, so the whole advance must be recovered. Please do so and mark it.",
  "task.advanceAccount.title": "Give another bank account",
  "task.advanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.balanceAccount.title": "Give another bank account",
  "task.balanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.withdrawnBalanceAccount.title": "Give another bank account",
  "task.withdrawnBalanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.cancellationBalanceAccount.title": "Give another bank account",
  "task.cancellationBalanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.cancellationBalance.title": "Pay the costs of a cancelled internship",
  "task.cancellationBalance.why":
    "The internship is cancelled, and the participant spent more than the advance. Please pay the difference and mark it.",
  "task.cancellationRecovery.title": "Recover the advance of a cancelled internship",
  "task.cancellationRecovery.why":
    "The internship is cancelled, and the advance was more than the participant spent. Please recover the difference and mark it.",
  "task.withdrawnRecovery.title": "Recover the advance",
  "task.withdrawnRecovery.why":
    "The applicant withdrew after the advance was paid. Please recover it and mark it.",

  "withdrawal.costs.label": "What have you already spent that you cannot get back (in euros)?",
  "withdrawal.costs.hint": "Tickets, for example. The coordinator decides how much of it can be borne.",
  "interruption.withdrawn.text":
    "A withdrawn application is not considered any further, and a place given to you goes to somebody else. An advance that was paid must be paid back. This cannot be undone.",
  "interruption.withdrawn.said": "The application was withdrawn.",
  "interruption.appealed.text":
    "The appeal is decided by somebody who has not decided anything about this application before. An appeal can be made once.",
  "interruption.appealed.said": "An appeal was made.",
  "interruption.cancelled.text":
    "The internship is cancelled at once, and the place goes to nobody. This cannot be undone. The participant is told by e-mail.",
  "interruption.cancelled.said": "The internship was cancelled.",
  "interruption.changed.text":
    "First agree the dates with the host institution. The grant is worked out anew. If there is an agreement already, all parties get a new version of it. Another institution must be in the same town, and it is asked anew.",
  "interruption.changed.said": "The plans of the internship have changed.",
  "interruption.replaced.text":
    "Somebody else of the same school goes instead of {applicant}. The grant is worked out anew, and the parties get a new version of the agreement. An advance that was paid is recovered, less what was spent in vain.",
  "interruption.replaced.said": "Somebody else takes part in the internship.",
  "interruption.cutShort.text":
    "The host institution is asked at once which days were attended. The money is settled by that.",
  "interruption.cutShort.said": "The internship ended early.",
  "change.title": "Change the plans of the internship",
  "change.submit": "Change the plans",
  "change.starts.label": "New first day of the internship",
  "change.ends.label": "New last day of the internship",
  "change.institution.label": "Another host institution",
  "change.institution.hint":
    "Leave it empty if the institution stays. Otherwise name its contact person too.",
  "change.contactName.label": "Name of the contact person",
  "change.contactEmail.label": "E-mail address of the contact person",
  "change.costs.label": "What did the participant spend that cannot be got back (in euros)?",
  "change.costs.hint": "Changed tickets, for example. It becomes part of the grant.",
  "change.reason.label": "Why do the plans change?",
  "change.reason.hint": "The participant will read this.",
  "overBudget.title": "The call’s budget does not bear the change",
  "overBudget.submit": "Record the decision",
  "overBudget.outcome.label": "What shall be done?",
  "overBudget.outcome.otherDays": "Change to other dates",
  "overBudget.outcome.givenUp": "Cancel the internship",
  "overBudget.starts.label": "First day of the internship",
  "overBudget.ends.label": "Last day of the internship",
  "overBudget.costs.label": "What did the participant spend that cannot be got back (in euros)?",
  "overBudget.reason.label": "Why?",
  "overBudget.reason.hint": "The participant will read this.",
  "replacement.title": "Let another person go instead",
  "replacement.submit": "Change the participant",
  "replacement.fullName.label": "Name of the person who goes",
  "replacement.email.label": "E-mail address of the person who goes",
  "replacement.municipality.label": "Municipality of residence",
  "replacement.town.label": "Town of residence",
  "replacement.iban.label": "Bank account (IBAN)",
  "replacement.costs.label": "What did the first person spend that cannot be got back (in euros)?",
  "replacement.costs.hint": "It is borne out of the advance that was paid.",
  "replacement.reason.label": "Why does another person go?",
  "cutShort.title": "The internship ended early",
  "cutShort.submit": "Record that it ended",
  "cutShort.costs.label": "What did this cost the participant in addition (in euros)?",
  "cutShort.costs.hint": "A changed ticket, for example. It is borne as far as the grant goes.",
  "cutShort.reason.label": "Why did the internship end early?",
  "borneCosts.title": "Costs in vain",
  "borneCosts.submit": "Record the decision",
  "borneCosts.borne.label": "How much of the costs is borne (in euros)?",
  "borneCosts.borne.hint": "Enter 0 for nothing.",
  "borneCosts.reason.label": "Why so much?",
  "borneCosts.reason.hint": "The participant will read this.",
  "state.ineligibleTold":
    "The application does not meet the rules of the call. The reason: {reason} {appeal, select, no {} other {If you disagree, you can appeal until {appeal}.}}",
  "stage.ineligibleTold": "Not eligible, an appeal is possible",
  "state.rejectionTold":
    "The application did not reach the least score of the call. {appeal, select, no {} other {If you disagree, you can appeal until {appeal}.}}",
  "stage.rejectionTold": "Not selected, an appeal is possible",
  "state.silentPlan":
    "We did not get the plan of the internship in time. The coordinator will be in touch shortly.",
  "state.silentParty": "Not all parties agreed in time. The coordinator decides how to go on.",
  "state.replacementRecovery":
    "The internship is completed. The agency recovers the advance of whoever was to go before you; there is nothing for you to do.",
  "state.withdrawalCosts":
    "You withdrew the application. The coordinator looks at how much of your costs can be borne.",
  "state.withdrawnBalance": "You withdrew the application. What you spent is being paid to you.",
  "state.lapsedRecovery":
    "We did not hear from you, so the place went to somebody else. The advance must be paid back. The amount is below.",
  "state.doubleFunding": "The coordinator checks that the same days are not funded twice.",
  "state.overBudget":
    "The plans of the internship are changing. The coordinator checks whether there is money for it.",
  "state.screeningAppeal":
    "We have your appeal. It is decided by somebody who has not decided about this application before.",
  "state.rankingAppeal":
    "We have your appeal. It is decided by somebody who has not decided about this application before.",
  "state.awaitingReranking":
    "The appeal was upheld. You will hear shortly what it means for your place in the ranking.",
  "stage.awaitingReranking": "Appeal upheld, ranking worked out anew",
  "status.lapsed": "Place lapsed",
  "status.lapsed.text": "We did not hear from you in time, so the place went to somebody else.",
  "task.silentPlan.title": "Decide about a participant who does not answer",
  "task.silentPlan.why":
    "{applicant} has not handed in the plan in time. Please get in touch and decide whether to ask again or to pass the place on.",
  "task.silentParty.title": "Decide about an agreement that is not signed",
  "task.silentParty.why":
    "Not all parties have agreed with {applicant} in time. Please get in touch with whoever is silent, and decide whether to ask again or to pass the place on.",
  "task.replacementRecovery.title": "Recover the advance of the first participant",
  "task.replacementRecovery.why":
    "Another person went instead, so the advance of the first one is to be recovered, less what was spent in vain. Please do so and mark it.",
  "task.withdrawalCosts.title": "Decide on the costs of a withdrawal",
  "task.withdrawalCosts.why":
    "{applicant} withdrew and asks for costs to be borne. Please decide how much of them is. The rest of an advance that was paid is recovered.",
  "task.withdrawnBalance.title": "Pay the costs of a withdrawal",
  "task.withdrawnBalance.why":
    "The coordinator decided to bear the costs of a withdrawal. Please pay the difference and mark it.",
  "task.lapsedRecovery.title": "Recover the advance",
  "task.lapsedRecovery.why":
    "The participant does not answer, so the place was passed on. Please recover the advance and mark it.",
  "task.doubleFunding.title": "Check that the internship is not funded twice",
  "task.doubleFunding.why":
    "Another case funds the same person on some of the same days. No advance is paid before you decide.",
  "task.overBudget.title": "Decide what to do for want of money",
  "task.overBudget.why":
    "With the changed plans the grant would be more than the call’s budget bears. Please choose other dates or cancel the internship.",
  "task.screeningAppeal.title": "Decide on an appeal about eligibility",
  "task.screeningAppeal.why":
    "{applicant} does not agree that the application is not eligible. You have not decided about it before, so please decide on the appeal. If it is upheld, the reviewers look at the application.",
  "task.rankingAppeal.title": "Decide on an appeal about the score",
  "task.rankingAppeal.why":
    "{applicant} does not agree with the score. You have not decided about the application before, so please decide on the appeal. If it is upheld, the ranking is worked out anew; nobody loses a place that was accepted.",
  "mail.lapsed.subject": "The place given to you went to somebody else",
  "mail.lapsed.body":
    "We asked for your answer more than once and did not hear from you, so the place went to somebody else.\n\nThe reason: {reason}\n\nThere is nothing more to do. You can apply to another call.",
  "mail.appealReceived.subject": "We have your appeal",
  "mail.appealReceived.body":
    "We have your appeal. It is decided by somebody who has not decided about this application before. We will write to you once it is decided.",
  "mail.appealUpheld.subject": "Your appeal is upheld",
  "mail.appealUpheld.body":
    "Your appeal was decided and upheld.\n\nThe reason: {reason}\n\nWe will write to you shortly what it changes.",
  "mail.appealDismissed.subject": "Your appeal is dismissed",
  "mail.appealDismissed.body":
    "Your appeal was decided and dismissed, so the earlier decision stands.\n\nThe reason: {reason}",
  "mail.reserveMoved.subject": "Your place on the reserve list",
  "mail.reserveMoved.body":
    "You have come up on the reserve list of the call “{call}”: your place there is now {reserve}.\n\nIf a place falls free and it is your turn, we write at once and say by when to answer. There is nothing to do now.",
  "mail.positionChanged.subject": "Your place in the ranking has changed",
  "mail.positionChanged.body":
    "An appeal was upheld, so the ranking was worked out anew. Your place in it is now {position}. You are on the reserve list.\n\nIf a place becomes free and it is your turn, we will write at once.",
  "mail.plansChanged.subject": "The plans of the internship have changed",
  "mail.plansChanged.body":
    "The plans of the internship have changed. It takes place from {from} to {to} at {institution}.\n\nThe reason: {reason}\n\nIf there is an agreement already, the participant, the school and the agency will get a new version of it.",
  "mail.hostReleased.subject": "The intern will not come to you",
  "mail.hostReleased.body":
    "{applicant} will not be an intern at your institution. There is nothing more for you to do. Thank you for having agreed.",
  "mail.replaced.subject": "Somebody else takes part in the internship",
  "mail.replaced.body":
    "Somebody else takes part in the internship instead of you.\n\nThe reason: {reason}\n\nIf an advance was paid to you, the agency’s accountant will be in touch: what is left of it after your costs must be paid back.",
  "mail.takesPart.subject": "You are going to take part in an internship",
  "mail.takesPart.body":
    "You are going to take part in the internship: from {from} to {to} at {institution}.\n\nShortly you will get an agreement or another task. The page of your application always shows what happens next.",
  "mail.otherPerson.subject": "Another person takes part in the internship",
  "mail.otherPerson.body":
    "Another person takes part in the internship from {from} to {to}: {applicant}.\n\nThe reason: {reason}",
  "mail.journeyCutShort.subject": "Your internship ended early",
  "mail.journeyCutShort.body":
    "We have recorded that the internship ended early.\n\nThe reason: {reason}\n\nWe ask the host institution which days you attended. Then we will ask for the report and settle by the days attended and the costs.",
  "state.cancellationCosts": "The internship is cancelled. The coordinator finds out what you have spent.",
  "task.cancellationCosts.title": "Record the costs of a cancelled internship",
  "task.cancellationCosts.why":
    "The internship is cancelled, and the advance was paid. Please find out with the participant ({applicant}) what was spent that cannot be got back. The rest of the advance is recovered.",
  "certificate.title": "Certificate of an internship abroad",
  "certificate.text": "took part in an internship abroad for {days, plural, one {# day} other {# days}}.",
  "calendar.offer.title": "Answer the offer of an internship place",
  "calendar.journey.title": "Internship abroad",
  "application.languageProofFile.label": "Certificate of the language level",
  "attendance.confirmation.label": "Signed confirmation of attendance",
  "mail.received.subject": "We have your application",
  "mail.received.body":
    "We have received your application.\n\nNext we ask your head of school to endorse your taking part. Then the coordinator checks whether it meets the rules of the call, and experts review it. We will tell you about each step by e-mail.",
  "mail.onReserveList.subject": "You are on the reserve list",
  "mail.onReserveList.body":
    "Your application has been reviewed; its score is {score}. All places in the countries that you named are taken at present, so you are on the reserve list. Your place in the ranking is {position}.\n\nIf a place falls free and it is your turn, we write at once. There is nothing to do now.{appeal, select, no {} other {\n\nIf you disagree, you can appeal until {appeal}.}}",
  "mail.completed.subject": "Your internship is complete",
  "mail.completed.body":
    "Everything is done: the report is accepted, the money is settled, the internship is complete.\n\nThank you for taking part and for sharing with your colleagues.",
  "mail.recovered.subject": "The money is paid back and the internship has ended",
  "mail.recovered.body":
    "The internship did not take place or the report did not come in time, so the money has been recovered. The case has ended; there is nothing more to do.",
  "mail.refused.subject": "Your application was not endorsed",
  "mail.refused.body":
    "Your taking part in an internship was not endorsed, so the application goes no further.\n\nThe reason: {reason}\n\nYou can apply to another call.",
  "mail.ineligible.subject": "Your application does not meet the rules of the call",
  "mail.ineligible.body":
    "The coordinator has checked your application: it does not meet the rules of the call, so it goes no further.\n\nThe reason: {reason}\n\nYou can apply to another call.{appeal, select, no {} other {\n\nIf you disagree, you can appeal until {appeal}.}}",
  "mail.incomplete.subject": "Your application was not completed",
  "mail.incomplete.body":
    "The addition that we asked for did not come in time, so the application goes no further.\n\nYou can apply to another call.",
  "mail.rejected.subject": "Your application was not selected",
  "mail.rejected.body":
    "Experts have reviewed your application. Its score is {score}, which is below the minimum score of the call, so we cannot offer you a place.\n\nThank you for your work. We hope to see you in another call.{appeal, select, no {} other {\n\nIf you disagree, you can appeal until {appeal}.}}",
  "mail.reserve.subject": "No place fell free for the reserve list",
  "mail.reserve.body":
    "You were on the reserve list, but no place fell free in the countries that you named, and the call is over.\n\nThank you for your patience. We hope to see you in another call.",
  "mail.declined.subject": "We have your answer to the offer",
  "mail.declined.body": "You have declined the place. It goes to somebody else. There is nothing more to do.",
  "mail.expired.subject": "The offer of a place has expired",
  "mail.expired.body":
    "You did not answer the offer in time, so the place went to the next on the reserve list.\n\nWe hope to see you in another call.",
  "mail.cancelled.subject": "Your internship is cancelled",
  "mail.cancelled.body":
    "We are sorry: your internship is cancelled.\n\nThe reason: {reason}\n\nThe money is settled; there is nothing more to do. You can apply to another call.",
  "mail.withdrawn.subject": "Your application is withdrawn",
  "mail.withdrawn.body":
    "As you asked, your application is withdrawn and goes no further. There is nothing more to do.",
};
