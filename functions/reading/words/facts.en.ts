import type { facts as lt } from "./facts.lt.ts";

/** What is known of a case, in English. ICU messages. */
export const facts: Readonly<Record<keyof typeof lt, string>> = {
  "facts.application": "Application",
  "facts.place.institution": "Host institution",
  "facts.place.days": "Days",
  "facts.period": "{from} – {to}",
  "facts.person": "Who applies",
  "facts.name": "Name",
  "facts.email": "E-mail",
  "facts.answer": "{who}: {what}",
  "facts.when": "When",
  "facts.payment": "What to pay",
  "facts.payment.sum": "Amount",
  "facts.payment.payee": "Payee",
  "facts.payment.account": "Account",
  "facts.scores": "Review",
  "facts.score": "Score",
  "facts.reviews": "Scores of the reviewers",
  "facts.unassigned": "Who cannot be asked, and why",
  "facts.comments": "What the reviewers wrote to you",
  "facts.comments.label": "Comments",
  "facts.criterion": "{title} ({weight}%)",
  "facts.criterion.scores": "{scores} of {best}",
  "facts.ranking": "Ranking",
  "facts.applicants.more": "Further applicants",
  "facts.ranking.more": "Further places",
  "facts.position": "Place",
  "facts.decision": "Proposal",
  "facts.tie": "Decided by",
  "achievement.title": "Pupils’ achievement before and after",
  "achievement.before": "Before",
  "achievement.after": "After",
  "achievement.pupils":
    "{count, plural, one {Average of # pupil} other {Average of # pupils}}, measured in the same way both times.",
  "achievement.small":
    "There are fewer than thirty pupils, so the difference may be chance: it proves nothing and only helps to talk about what has changed.",
  "achievement.caveat":
    "This is no study: much else changed at the same time. The difference helps to talk about what has changed, and does not prove why.",
};
