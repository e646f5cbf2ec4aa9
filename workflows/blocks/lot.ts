/** A number that anybody can draw again from the same text, such as a seed and a case: FNV-1a of 32 bits [draft-eastlake-fnv], finished as MurmurHash3 does, so that near texts come far apart. */
export function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
