/** One review: of which case, by whom, and its points. */
export interface GivenReview {
  readonly ref: string;
  readonly reviewer: string;
  readonly points: number;
}

/**
 * How harsh or lenient a reviewer is: the mean of what they gave above (lenient) or below (harsh) the mean of the others who
 * reviewed the same applications, in points, and over how many applications. Nobody is compared with themselves, and a
 * reviewer whom nobody reviewed beside is not compared at all.
 */
export function harshness(
  reviews: readonly GivenReview[],
): ReadonlyMap<string, { readonly difference: number; readonly over: number }> {
  const byCase = Map.groupBy(reviews, ({ ref }) => ref);
  const differences = reviews.flatMap(({ ref, reviewer, points }) => {
    const others = (byCase.get(ref) ?? []).filter((other) => other.reviewer !== reviewer);
    if (others.length === 0) return [];
    const mean = others.reduce((sum, other) => sum + other.points, 0) / others.length;
    return [{ reviewer, difference: points - mean }];
  });
  return new Map(
    [...Map.groupBy(differences, ({ reviewer }) => reviewer)].map(([reviewer, found]) => [
      reviewer,
      {
        difference: found.reduce((sum, { difference }) => sum + difference, 0) / found.length,
        over: found.length,
      },
    ]),
  );
}
