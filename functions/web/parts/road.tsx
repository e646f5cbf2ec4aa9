/** One stop on the road of a case. */
export interface Stop {
  readonly when: string;
  readonly text: string;
  /** What somebody wrote there. */
  readonly more?: string;
  /** The case waits here. */
  readonly isWaiting?: boolean;
}

/** What happened to a case, in order, along a line. */
export const Road = ({ stops }: { readonly stops: readonly Stop[] }) => (
  <ol class="kelias-road">
    {stops.map((stop) => (
      <li key={`${stop.when} ${stop.text}`} class={stop.isWaiting ? "kelias-road__waiting" : ""}>
        {stop.text}
        <span class="kelias-road__when">{stop.when}</span>
        {stop.more === undefined ? null : <div class="kelias-said kelias-road__more">{stop.more}</div>}
      </li>
    ))}
  </ol>
);
