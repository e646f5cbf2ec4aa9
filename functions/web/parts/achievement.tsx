import type { Achievement } from "../../../workflows/kernel/achievement.ts";
import type { Ui } from "../../reading/ui.ts";

const width = 320;
const row = 34;

/** Pupils' achievement before and after as two bars with their figures, and the caveat that such figures need. */
export function AchievementPicture({ said, ui }: { readonly said: Achievement; readonly ui: Ui }) {
  const { before, after, pupils, isSmall } = said;
  const percent = (value: number) => `${ui.language === "lt" ? String(value).replace(".", ",") : value} %`;
  const bars = [
    { label: ui.say("achievement.before"), value: before },
    { label: ui.say("achievement.after"), value: after },
  ];
  return (
    <section>
      <h2 class="govuk-heading-m">{ui.say("achievement.title")}</h2>
      <svg
        viewBox={`0 0 ${width} ${row * bars.length}`}
        width={width}
        height={row * bars.length}
        role="img"
        aria-label={bars.map(({ label, value }) => `${label}: ${percent(value)}`).join("; ")}
      >
        {bars.map(({ label, value }, index) => (
          <g key={label} transform={`translate(0 ${index * row})`}>
            <text x="0" y="20" font-size="14" fill="currentColor">
              {label}
            </text>
            <rect x="70" y="6" width="190" height="20" class="kelias-whole" />
            <rect
              x="70"
              y="6"
              width={(190 * value) / 100}
              height="20"
              class={index === 0 ? "kelias-part" : "kelias-full"}
            />
            <text x="266" y="20" font-size="14" fill="currentColor">
              {percent(value)}
            </text>
          </g>
        ))}
      </svg>
      <p class="govuk-body">{ui.say("achievement.pupils", { count: pupils })}</p>
      <p class="govuk-inset-text">{ui.say(isSmall ? "achievement.small" : "achievement.caveat")}</p>
    </section>
  );
}
