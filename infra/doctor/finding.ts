/** What was found about one thing that a deployment needs. */
export interface Finding {
  readonly about:
    | "settings"
    | "credentials"
    | "bootstrap"
    | "stacks"
    | "names"
    | "alarms"
    | "mail"
    | "functions"
    | "machines";
  /** `fine`; `advice`: works, but not for long or not for many; `blocks`: the deployment, or the portal, would fail. */
  readonly verdict: "fine" | "advice" | "blocks";
  readonly says: string;
  /** What a person does about it; always there unless all is fine. */
  readonly todo?: string;
}

type About = Finding["about"];

export const fine = (about: About, says: string): Finding => ({ about, verdict: "fine", says });
export const advice = (about: About, says: string, todo: string): Finding => ({
  about,
  verdict: "advice",
  says,
  todo,
});
export const blocks = (about: About, says: string, todo: string): Finding => ({
  about,
  verdict: "blocks",
  says,
  todo,
});
