/**
 * Does a PDF ask for a password before anybody can read it? One that only restricts what may be done with it does not
 * [ISO 32000-2, 7.6.4]. What cannot be told is not held against the file.
 */
export async function isLocked(body: Uint8Array): Promise<boolean> {
  if (!Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes("/Encrypt")) return false;
  const { getDocumentProxy } = await import("unpdf");
  try {
    const document = await getDocumentProxy(new Uint8Array(body));
    await document.cleanup();
    return false;
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException";
  }
}
