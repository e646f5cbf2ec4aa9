import { isDeepStrictEqual } from "node:util";
import type { LocalAnswers } from "../../../infra/local/answers.ts";

/** Anonymous answers as they stand now, and the way back to them. */
export async function remembered({ answers, all }: LocalAnswers): Promise<() => Promise<void>> {
  const before = all();
  return async () => {
    const now = all();
    if (isDeepStrictEqual(now, before)) return;
    for (const { pk, sk } of now) await answers.delete({ pk: String(pk), sk: String(sk) });
    for (const item of before) await answers.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
  };
}
