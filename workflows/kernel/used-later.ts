/** Whether what came of a case was used: asked when much time has passed, so that it can be told of the whole programme. */
export interface UsedLater<S extends string = string> {
  /** The state in which it is asked; whoever stays silent there is counted as using nothing. */
  readonly asked: S;
  readonly isUsed: (values: Readonly<Record<string, unknown>>) => boolean;
}
