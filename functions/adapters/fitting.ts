/** What a service takes in one place: which letters, and so many bytes in UTF-8. */
interface Alphabet {
  readonly letters: RegExp;
  readonly mostBytes: number;
}

const printableAscii = /^[\x20-\x7e]+$/;
/** One line: no control character, no other end of a line, no half of a letter. */
const line = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+$/u;

/**
 * By the services' own references; where a service takes more than is safe everywhere, less. Whatever is handed to one of them
 * goes through `fitting`, so that what it would refuse is refused with a name, here as on a laptop.
 */
const alphabets = {
  /** Names and values of tags [SES API reference, "MessageTag"]. */
  mailTag: { letters: /^[A-Za-z0-9_-]+$/, mostBytes: 256 },
  /** SES takes no other letters in an address; domains go as Punycode [SES API reference, "Destination"]. */
  mailAddress: { letters: /^[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9.-]+$/, mostBytes: 320 },
  /** Others are taken, but CloudWatch does not log them [Step Functions API reference, "StartExecution"]. */
  executionName: { letters: /^[A-Za-z0-9_-]+$/, mostBytes: 80 },
  /** Input and output of a state [Step Functions developer guide, "Quotas"]. */
  statePayload: { letters: /^/, mostBytes: 262_144 },
  /** [Step Functions API reference, "SendTaskFailure"] */
  taskError: { letters: printableAscii, mostBytes: 256 },
  taskCause: { letters: line, mostBytes: 32_768 },
  taskToken: { letters: printableAscii, mostBytes: 2048 },
  /** Those that S3 calls safe, but for what quotes them [S3 user guide, "Naming Amazon S3 objects"]. */
  objectKey: { letters: /^[A-Za-z0-9!_./-]+$/, mostBytes: 1024 },
  mediaType: { letters: printableAscii, mostBytes: 255 },
  /** Stands in quotes in a header [RFC 6266]. */
  fileName: { letters: /^[A-Za-z0-9_.-]+$/, mostBytes: 255 },
  /** A field of a form with a policy [S3 API reference, "POST Object"]. */
  redirect: { letters: /^https?:\/\/[\x21-\x7e]+$/, mostBytes: 2048 },
  /** [DynamoDB developer guide, "Quotas": partition and sort keys] */
  partitionKey: { letters: line, mostBytes: 2048 },
  sortKey: { letters: line, mostBytes: 1024 },
  /** An ARN or a name [Secrets Manager API reference, "GetSecretValue"]. */
  secretId: { letters: /^[A-Za-z0-9/_+=.@:-]+$/, mostBytes: 2048 },
} as const satisfies Record<string, Alphabet>;

export type Place = keyof typeof alphabets;

/** A value that a service would refuse; it says for what place, and not the value, which may be somebody's. */
export class Unfit extends Error {
  override readonly name = "Unfit";

  constructor(place: Place, why: string) {
    super(`${place}: ${why}`);
  }
}

/** The value, if a service takes it in that place. Throws `Unfit`. */
export function fitting(place: Place, value: string): string {
  const { letters, mostBytes } = alphabets[place];
  const bytes = Buffer.byteLength(value);
  if (bytes > mostBytes) throw new Unfit(place, `${bytes} bytes; ${mostBytes} are the most`);
  if (!letters.test(value))
    throw new Unfit(place, value === "" ? "is empty" : "a letter that is not taken there");
  return value;
}
