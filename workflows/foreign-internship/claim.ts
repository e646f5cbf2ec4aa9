import { latestAnswer } from "../kernel/answers.ts";
import { latestRecord } from "../kernel/case-file.ts";
import type { Claim } from "../kernel/money.ts";
import { dissemination } from "./forms.ts";
import { hostOf } from "./journey.ts";
import { people } from "./people.ts";
import { grant } from "./sheets.ts";

const euros = (cents: number | undefined): string => ((cents ?? 0) / 100).toFixed(2);

/** What a funder reimburses is worked out of distance, days and rates [Erasmus+ programme guide: unit costs]. */
export const claim: Claim = {
  columns: [
    "participant",
    "country",
    "institution",
    "from",
    "to",
    "days",
    "km",
    "travel",
    "daily",
    "publication",
  ],
  row: (file) => {
    const { country, institution, starts, ends } = hostOf(file);
    const worked = latestRecord(file, grant);
    return [
      people("applicant", file)?.name ?? "",
      country,
      institution,
      starts,
      ends,
      worked?.days ?? 0,
      worked?.km ?? 0,
      euros(worked?.travelCents),
      euros(worked?.dailyCents),
      latestAnswer(file, dissemination)?.values.publication ?? "",
    ];
  },
};
