import { type Answer, plainPage } from "../gateway-answer.ts";
import type { Asked } from "../gateway-event.ts";
import { isAskedLocally, isFromOwnPage } from "../own-page.ts";

/** Is a page of this machine alone asked by its own name, and by itself or by somebody who follows a link to it? */
export function isFromHere({ method, headers }: Pick<Asked, "method" | "headers">): boolean {
  const single = Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values[0]]));
  if (isFromOwnPage(single)) return true;
  return isAskedLocally(single) && method === "GET" && single["sec-fetch-dest"] === "document";
}

export const notFromHere: Answer = plainPage(
  403,
  "Šį puslapį galima atverti tik iš šio kompiuterio.",
  "This page opens only from this machine.",
);

export const notAllowed: Answer = plainPage(
  405,
  "Taip šis adresas nenaudojamas.",
  "This address is not used like that.",
);
