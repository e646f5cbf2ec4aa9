import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";

/** Why a posted file is not taken, as S3 names it. */
export type PostFault =
  | "MalformedPolicy"
  | "SignatureDoesNotMatch"
  | "Expired"
  | "AccessDenied"
  | "TooLarge"
  | "TooSmall";

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal("content-length-range"), z.number(), z.number()]),
      z.tuple([z.literal("eq"), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
type Condition = z.infer<typeof policySchema>["conditions"][number];

export interface PostedFile {
  /** The fields before the file, by name in small letters; S3 does not tell capital letters apart. */
  readonly fields: Readonly<Record<string, string>>;
  /** In bytes. */
  readonly size: number;
}

/**
 * Checks what a browser posts against the policy that was signed for it, as S3 does: signature, expiry, every condition,
 * and no field that the policy does not speak of
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html). `now` is epoch milliseconds.
 */
export function faultOfPost(
  { fields, size }: PostedFile,
  secretAccessKey: string,
  now: number,
): PostFault | undefined {
  const policy = fields.policy ?? "";
  if (!isSigned(fields, policy, secretAccessKey)) return "SignatureDoesNotMatch";
  const said = readPolicy(policy);
  if (!said) return "MalformedPolicy";
  if (now >= Date.parse(said.expiration)) return "Expired";
  for (const condition of said.conditions) {
    if (Array.isArray(condition) && condition[0] === "content-length-range") {
      if (size < condition[1]) return "TooSmall";
      if (size > condition[2]) return "TooLarge";
    }
  }
  const wanted = new Map(said.conditions.flatMap(equalities));
  const names = new Set([...wanted.keys(), ...Object.keys(fields).filter((name) => !unspoken.has(name))]);
  return [...names].every((name) => wanted.has(name) && wanted.get(name) === fields[name])
    ? undefined
    : "AccessDenied";
}

/** The policy cannot speak of itself or of its signature, nor need it of the file. */
const unspoken = new Set(["policy", "x-amz-signature", "file"]);

const equalities = (condition: Condition): readonly (readonly [string, string])[] => {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, value]) => [name.toLowerCase(), value] as const);
  }
  return condition[0] === "eq" ? [[condition[1].replace(/^\$/, "").toLowerCase(), condition[2]]] : [];
};

function isSigned(fields: PostedFile["fields"], policy: string, secretAccessKey: string): boolean {
  const [, day = "", region = "", service = "", end = ""] = (fields["x-amz-credential"] ?? "").split("/");
  const key = [day, region, service, end].reduce<Uint8Array>(
    (signing, part) => createHmac("sha256", signing).update(part).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  const wanted = createHmac("sha256", key).update(policy).digest();
  const given = Buffer.from(fields["x-amz-signature"] ?? "", "hex");
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}

function readPolicy(policy: string): z.infer<typeof policySchema> | undefined {
  try {
    return policySchema.safeParse(JSON.parse(Buffer.from(policy, "base64").toString("utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
