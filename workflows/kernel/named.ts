/** One thing under a name that its caller gives, so that the compiler knows the name. */
export const named = <const Name extends string, Thing>(name: Name, thing: Thing) =>
  // An object with a computed key is a record of any key to the compiler, although the key's type is known.
  ({ [name]: thing }) as Readonly<Record<Name, Thing>>;
