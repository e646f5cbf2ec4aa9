import { S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { describe, expect, it } from "vitest";
import { faultOfPost } from "../../../infra/local/posted-policy.ts";

const secret = "a-secret-of-this-house";
const client = new S3Client({
  region: "eu-central-1",
  credentials: { accessKeyId: "local", secretAccessKey: secret },
});

/** The fields that the SDK itself signs for one key, from 1 to 5 000 bytes, good for fifteen minutes. */
async function signedFields(): Promise<Record<string, string>> {
  const { fields } = await createPresignedPost(client, {
    Bucket: "documents",
    Key: "quarantine/one",
    Expires: 900,
    Conditions: [["content-length-range", 1, 5000]],
    Fields: { success_action_redirect: "http://localhost/drafts/d/language" },
  });
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
}

describe("a posted file is taken only as it was signed for", () => {
  it("takes what the SDK signed, as soon as it is signed", async () => {
    expect(faultOfPost({ fields: await signedFields(), size: 5000 }, secret, Date.now())).toBeUndefined();
  });

  it("refuses it once its quarter of an hour is over", async () => {
    const post = { fields: await signedFields(), size: 10 };
    expect(faultOfPost(post, secret, Date.now() + 901_000)).toBe("Expired");
  });

  it.each([
    [0, "TooSmall"],
    [5001, "TooLarge"],
  ])("refuses a file of %i bytes", async (size, fault) => {
    expect(faultOfPost({ fields: await signedFields(), size }, secret, Date.now())).toBe(fault);
  });

  it.each([
    ["another key", { key: "released/one" }],
    ["another way back", { success_action_redirect: "https://evil.example/" }],
    ["a field that nobody signed", { acl: "public-read" }],
    ["another bucket", { bucket: "others" }],
  ])("refuses %s", async (_what, changed) => {
    const fields = { ...(await signedFields()), ...changed };
    expect(faultOfPost({ fields, size: 10 }, secret, Date.now())).toBe("AccessDenied");
  });

  it.each(["key", "bucket", "success_action_redirect"])("refuses a post without its %s", async (name) => {
    const { [name]: _left, ...fields } = await signedFields();
    expect(faultOfPost({ fields, size: 10 }, secret, Date.now())).toBe("AccessDenied");
  });

  it("refuses a policy that was written anew, and one that another house signed", async () => {
    const fields = await signedFields();
    const policy = Buffer.from(
      Buffer.from(fields.policy ?? "", "base64")
        .toString()
        .replace("5000", "5000000"),
    ).toString("base64");
    expect(faultOfPost({ fields: { ...fields, policy }, size: 10 }, secret, Date.now())).toBe(
      "SignatureDoesNotMatch",
    );
    expect(faultOfPost({ fields, size: 10 }, "another", Date.now())).toBe("SignatureDoesNotMatch");
  });

  it("refuses a post without any signature", () => {
    expect(faultOfPost({ fields: { key: "quarantine/one" }, size: 10 }, secret, Date.now())).toBe(
      "SignatureDoesNotMatch",
    );
  });
});
