/** With what the partitions begin of which items go by themselves; on one machine no other is looked through. */
export const expiringPartitions = ["address#", "draft#", "drafts#", "pass#", "session#"] as const;

/** So long drafts are kept that nobody goes on with, and those that were sent. */
export const idleDraftDays = 180;
export const sentDraftDays = 30;

/** An item goes by itself so many days after an instant: epoch seconds, as DynamoDB's TTL reads them. Whoever reads it until then looks at its own times. */
export const expiring = (from: string, days: number): { readonly expiresAt: number } => ({
  expiresAt: Math.floor(Date.parse(from) / 1000) + days * 86_400,
});
