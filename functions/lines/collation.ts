/**
 * The letters and marks of the Latin script in the order of the Lithuanian alphabet, as CLDR has it: what stands together
 * is one letter to whoever looks for a name (y is an i), and its forms follow one another. Written down, and not asked
 * of the running ICU, because keys that are stored must mean the same after Node has been brought up to date; a test
 * compares with the running one.
 */
const alphabet = [
  ..." _-–—,;:!?.",
  "'‘’‚",
  '"“”„',
  ..."()[]{}@*/\\&#%`+<=>|~$€0123456789",
  ..."aáàăâåäãāą b cćĉċç č dďđ eéèĕêěëēęė f gğĝġģ hĥħ iíìĭîïĩīįyýŷÿ jĵ kķ lĺľļł m nńňñņ".split(" "),
  ..."oóòŏôöőõøō p q rŕřŗ sśŝş š tťţ uúùŭûůüűũųū v wŵ x zźż ž".split(" "),
];

/** Every weight is above what parts a key: `#` between its parts, `!` between its levels. */
const firstWeight = "$".charCodeAt(0);
const common = "$";
/** Letters of other scripts stand behind the Latin ones, in the order of Unicode. */
const other = "~";
const weight = (rank: number): string => String.fromCharCode(firstWeight + rank);

interface Weights {
  readonly primary: string;
  readonly secondary: string;
}

const weights: ReadonlyMap<string, Weights> = new Map(
  alphabet.flatMap((forms, rank) =>
    [...forms].map((form, index) => [form, { primary: weight(rank), secondary: weight(index) }]),
  ),
);

const rest = weight(89);

function weightsOf(lower: string): Weights {
  const known = weights.get(lower);
  if (known) return known;
  const base = weights.get(lower.normalize("NFD").charAt(0));
  if (base) return { ...base, secondary: rest };
  return { primary: `${other}${lower.codePointAt(0)?.toString(16).padStart(6, "0")}`, secondary: common };
}

/** Nobody looks through names by what stands behind so many characters; a sort key of DynamoDB has 1024 bytes. */
const longest = 60;

/** The commonest weight is left out at the end of a level, as in the sort keys of ICU. */
const trimmed = (level: string): string => level.replace(/\$+$/, "");

/**
 * A text that stands in the order of its characters' codes where another stands in the order of the Lithuanian alphabet
 * (UTS #10, a sort key): letters first, then their marks, then capitals after small letters.
 */
export function collationKey(text: string): string {
  const characters = [...text.normalize("NFC")].slice(0, longest);
  const lower = characters.map((character) => character.toLowerCase());
  const found = lower.map(weightsOf);
  const levels = [
    found.map(({ primary }) => primary).join(""),
    trimmed(found.map(({ secondary }) => secondary).join("")),
    trimmed(characters.map((character, index) => (character === lower[index] ? common : weight(1))).join("")),
  ];
  return levels.join("!");
}

/** Latin letters that are no base with a mark, as a keyboard without them writes them. */
const plain: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ħ: "h" };

/** The words of texts, lower case and without marks, each once: what a search begins with. */
export function wordsIn(...texts: readonly string[]): readonly string[] {
  const folded = texts
    .join(" ")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[łøđßæœħ]/g, (letter) => plain[letter] ?? letter);
  const found = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.map((word) => word.slice(0, longest)))];
}

/** The words of a search: as `wordsIn`, but whoever types an e-mail address, or its beginning up to the `@`, means it as one word. */
export function wordsLookedFor(text: string): readonly string[] {
  const parts = text.toLowerCase().split(/\s+/);
  const [addresses, others] = [parts.filter(isAddress), parts.filter((part) => !isAddress(part))];
  return [...new Set([...wordsIn(...others), ...addresses])];
}

const isAddress = (part: string): boolean => /^[^@#]+@[^@#]*$/.test(part);
