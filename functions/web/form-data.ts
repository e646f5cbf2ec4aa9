import { type Post, readPost } from "./posts.ts";
import { type Read, refused } from "./refusal.ts";
import { type HttpRequest, mediaTypeOf } from "./request.ts";

/** So large a form with a file in it is read: API Gateway takes no more than 10 MB, and no table of people has so much. */
const longestBody = 1_500_000;
const longestText = 200_000;
const mostParts = 50;

/** What a form sent whose page takes a file: its fields, and the file's bytes. */
export interface FormDataRead {
  readonly post: Post;
  readonly file?: Uint8Array;
}

/** Reads a form that may hold a file [RFC 7578]; without one it is a post like any other. */
export async function readFormData(request: HttpRequest): Promise<Read<FormDataRead>> {
  if (mediaTypeOf(request) !== "multipart/form-data") {
    const post = readPost(request);
    return post.outcome === "refused" ? post : { outcome: "read", value: { post: post.value } };
  }
  if (request.body.length > longestBody) return refused({ status: 413, why: "tooLarge" });
  const type = request.headers["content-type"] ?? "";
  const form = await new Response(Buffer.from(request.body), { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  if (!form) return refused({ status: 400, why: "malformed" });
  const parts = [...form];
  if (parts.length > mostParts) return refused({ status: 413, why: "tooLarge" });
  const post = new Map<string, string[]>();
  let file: Uint8Array | undefined;
  for (const [name, said] of parts) {
    if (typeof said !== "string") file = new Uint8Array(await said.arrayBuffer());
    else if (said.length > longestText) return refused({ status: 413, why: "tooLarge" });
    else post.set(name, [...(post.get(name) ?? []), said]);
  }
  return { outcome: "read", value: { post, ...(file ? { file } : {}) } };
}
