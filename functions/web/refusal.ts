/** Why a request cannot be answered as it is; each has a page for people and problem details for programs. */
export type Refusal =
  | { readonly status: 400; readonly why: "malformed" | "repeatedName" | "noIdempotencyKey" }
  | { readonly status: 401; readonly why: "noKey" }
  | { readonly status: 429; readonly why: "tooOften"; readonly seconds: number }
  | { readonly status: 403; readonly why: "otherOrigin" | "noPass" | "noRight" }
  | { readonly status: 404; readonly why: "notFound" }
  | { readonly status: 405; readonly why: "wrongMethod"; readonly allow: readonly string[] }
  | { readonly status: 410; readonly why: "gone" }
  | { readonly status: 413; readonly why: "tooLarge" }
  | { readonly status: 415; readonly why: "wrongMediaType"; readonly accept: string }
  | { readonly status: 503; readonly why: "unavailable"; readonly seconds: number };

/** A service that is needed did not do its part; it may in a while. */
export const unavailable: Refusal = { status: 503, why: "unavailable", seconds: 60 };

/** A value read from a request, or why it cannot be read. */
export type Read<T> =
  | { readonly outcome: "read"; readonly value: T }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

export const notFound: Refusal = { status: 404, why: "notFound" };

/** Whoever asks is known, and may not do this. */
export const noRight: Refusal = { status: 403, why: "noRight" };

export const refused = (refusal: Refusal): { readonly outcome: "refused"; readonly refusal: Refusal } => ({
  outcome: "refused",
  refusal,
});
