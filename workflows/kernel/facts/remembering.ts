/**
 * A function that has but one answer to each key and remembers the last of them: calendars are slow, and a case asks for the same days at
 * each of its steps.
 */
export function remembering<Key extends string | number, Answer>(
  make: (key: Key) => Answer,
  most = 5000,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = make(key);
    if (known.size >= most) known.clear();
    known.set(key, answer);
    return answer;
  };
}
