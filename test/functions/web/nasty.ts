import fc from "fast-check";

/** What nobody means to type, or means ill. */
export const nasty = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    " ",
    ".",
    "..",
    "%00",
    "%",
    "__proto__",
    "constructor",
    "'",
    '"',
    "<",
    "#",
    "~",
    "\u0000",
    "\u202e",
  ),
  fc.constantFrom(
    "-1",
    "0",
    "1e309",
    "NaN",
    "١٢",
    "1,5",
    "9".repeat(400),
    "ą".repeat(5000),
    "2027-02-30",
    "0000-00-00",
    "275761-01-01",
  ),
  fc.constantFrom(
    "=1+1",
    "@SUM(A1)",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "../../etc/passwd",
  ),
);
