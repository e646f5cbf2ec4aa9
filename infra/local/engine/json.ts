/** The largest payload between states, in bytes of UTF-8 (quota of AWS Step Functions: 256 KiB). */
const payloadLimit = 256 * 1024;

/**
 * A JSON document that is never changed: its text goes to the journal and the history, its value to expressions.
 * Each is made from the other at most once.
 */
export class Json {
  readonly text: string;
  #value: unknown;
  #parsed: boolean;

  private constructor(text: string, value: unknown, parsed: boolean) {
    this.text = text;
    this.#value = value;
    this.#parsed = parsed;
  }

  /** A value that is plain JSON already and that nobody will change. */
  static ofPlain(value: unknown): Json {
    return new Json(JSON.stringify(value) ?? "null", value, true);
  }

  /** A value from outside: what JSON cannot hold (undefined, functions, prototypes) is lost here, as on a wire. */
  static ofForeign(value: unknown): Json {
    const text: string | undefined = JSON.stringify(value);
    return new Json(text ?? "null", undefined, false);
  }

  /** Text that is known to be JSON. */
  static ofText(text: string): Json {
    return new Json(text, undefined, false);
  }

  static array(items: readonly Json[]): Json {
    return Json.ofText(`[${items.map((item) => item.text).join(",")}]`);
  }

  static object(entries: readonly (readonly [string, Json])[]): Json {
    return Json.ofText(
      `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value.text}`).join(",")}}`,
    );
  }

  get value(): unknown {
    if (!this.#parsed) {
      this.#value = JSON.parse(this.text);
      this.#parsed = true;
    }
    return this.#value;
  }

  get isTooLarge(): boolean {
    return isTooLarge(this.text);
  }
}

/** A UTF-16 unit is at most three bytes of UTF-8, so short texts need no counting. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > payloadLimit && Buffer.byteLength(text) > payloadLimit;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
