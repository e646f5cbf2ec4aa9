import type { Output } from "./command.ts";

const showMillis = 5_000;

/** Says how far long work is, now and then. */
export function sometimes({ tell }: Output): (line: string) => void {
  let next = performance.now() + showMillis;
  return (line) => {
    if (performance.now() < next) return;
    next = performance.now() + showMillis;
    tell(line);
  };
}
