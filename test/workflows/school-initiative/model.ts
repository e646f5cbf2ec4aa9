/** What a school asks for, and what it says to an offer. */
export interface School {
  readonly name: string;
  /** Points. */
  readonly score: number;
  readonly rural: boolean;
  readonly requestedCents: number;
  readonly submittedAt: string;
  readonly offer: "accept" | "decline" | "silent";
}

export interface Money {
  readonly budgetCents: number;
  readonly partialFloorPercent: number;
  readonly offerDays: number;
  readonly minimumScore: number;
  readonly ruralBonus: number;
}

/** What becomes of a school: how the offer ended, what was offered (EUR cents), and on which morning. */
export interface Outcome {
  readonly status: "accepted" | "declined" | "expired" | "reserve" | "rejected";
  readonly grantedCents?: number;
  readonly morning?: number;
}

interface Offer {
  readonly school: School;
  readonly cents: number;
  readonly morning: number;
}

const statusOf = { accept: "accepted", decline: "declined", silent: "expired" } as const;

/** Rules 6.3 to 6.6 with C8, written down from the specification alone, morning by morning. */
export function outcomesOf(schools: readonly School[], money: Money): ReadonlyMap<string, Outcome> {
  const { budgetCents, partialFloorPercent, offerDays, minimumScore, ruralBonus } = money;
  const total = ({ score, rural }: School) => score + (rural ? ruralBonus : 0);
  const order = schools
    .filter(({ score }) => score >= minimumScore)
    .toSorted(
      (a, b) =>
        total(b) - total(a) ||
        Number(b.rural) - Number(a.rural) ||
        a.requestedCents - b.requestedCents ||
        Date.parse(a.submittedAt) - Date.parse(b.submittedAt) ||
        (a.name < b.name ? -1 : 1),
    );
  const offers: Offer[] = [];
  /** The morning on which the answer to an offer counts. */
  const counts = ({ school, morning }: Offer) => morning + (school.offer === "silent" ? offerDays + 1 : 1);
  for (let morning = 0; ; morning += 1) {
    const held = offers.filter((offer) => offer.school.offer === "accept" || morning < counts(offer));
    const isAnyOpen = offers.some((offer) => morning < counts(offer));
    let left = budgetCents - held.reduce((sum, { cents }) => sum + cents, 0);
    let made = 0;
    for (const school of order) {
      if (offers.some((offer) => offer.school === school)) continue;
      const { requestedCents } = school;
      if (requestedCents <= left) {
        offers.push({ school, cents: requestedCents, morning });
        left -= requestedCents;
        made += 1;
        continue;
      }
      const euros = Math.floor(left / 100) * 100;
      if (!isAnyOpen && made === 0 && euros > 0 && left * 100 >= partialFloorPercent * requestedCents) {
        offers.push({ school, cents: euros, morning });
        made += 1;
      }
      break;
    }
    if (!isAnyOpen && made === 0) break;
  }
  return new Map(
    schools.map((school): [string, Outcome] => {
      const offer = offers.find((one) => one.school === school);
      if (offer)
        return [
          school.name,
          { status: statusOf[school.offer], grantedCents: offer.cents, morning: offer.morning },
        ];
      return [school.name, { status: order.includes(school) ? "reserve" : "rejected" }];
    }),
  );
}
