/** Where this machine alone shows the people of the programme. */
export const peoplePath = "/example";

/** Where it shows the mails that came to somebody, or to all. */
export const mailboxPath = (to?: string): string =>
  to === undefined ? "/mailbox" : `/mailbox?${new URLSearchParams({ to })}`;

const within = (id: string): string => `/mailbox/${encodeURIComponent(id)}`;

export const mailPath = (id: string, look?: string): string =>
  look === undefined ? within(id) : `${within(id)}?as=${look}`;
/** What a mail says, as a page of its own in a frame. */
export const bodyPath = (id: string): string => `${within(id)}/body`;
export const filePath = (id: string, index: number): string => `${within(id)}/files/${index}`;

/** What of a mail an address names. */
export function mailAt(
  path: string,
): { readonly id: string; readonly part: "mail" | "body" | number } | undefined {
  const [, id, rest = ""] = /^\/mailbox\/([^/]+)((?:\/body|\/files\/\d{1,3})?)$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  return {
    id,
    part: rest === "" ? "mail" : rest === "/body" ? "body" : Number(rest.slice("/files/".length)),
  };
}
