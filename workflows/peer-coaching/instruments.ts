/** How pupils' achievement is measured, as coaches choose it. */
export const instrumentWords = {
  lt: {
    test: "Testas, vidutinis įvertinimas procentais",
    rubric: "Kriterijų lentelė, vidutinis įvertinimas procentais",
    portfolio: "Darbų aplankas, atitinkančių kriterijus darbų dalis",
    engagement: "Įsitraukimas, įsitraukusių mokinių dalis",
  },
  en: {
    test: "A test, average in per cent",
    rubric: "A rubric, average in per cent",
    portfolio: "A portfolio, share of works that meet the criteria",
    engagement: "Engagement, share of pupils who take part",
  },
} as const;
