import type { ComponentChild } from "preact";
import { certificatePath, printNumber, readNumber } from "../../certificates/number.ts";
import { labelOf } from "../../reading/asked.ts";
import { type Printing, printedAnswer, printedSums } from "../../reading/printed.ts";

export interface SummaryRow {
  readonly label: string;
  readonly value: ComponentChild;
  /** Where this answer can be changed, with what is changed for whoever hears the page. */
  readonly change?: { readonly href: string; readonly text: string };
}

/** Facts by name, as a list of terms. */
export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ label, value, change }) => (
      <div class="govuk-summary-list__row" key={label}>
        <dt class="govuk-summary-list__key">{label}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
        {change ? (
          <dd class="govuk-summary-list__actions">
            <a class="govuk-link" href={change.href}>
              {change.text}
              <span class="govuk-visually-hidden"> {label}</span>
            </a>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
);

/** Several lines of one answer; what a person wrote is shown as text, whatever it is. */
export function Said({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length > 1) {
    return (
      <ol class="govuk-list govuk-list--number">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    );
  }
  return <div class="kelias-said">{lines[0]}</div>;
}

interface AnsweredProps {
  readonly printing: Printing;
  readonly name: string;
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** A certificate that was named leads to what the register says of it; what rows come to is no row. */
function Answered({ printing, name, lines, value }: AnsweredProps) {
  const sums = printedSums(printing, name, value);
  if (sums.length > 0)
    return (
      <>
        <Said lines={lines.slice(0, lines.length - sums.length)} />
        <ul class="govuk-list">
          {sums.map((sum) => (
            <li key={sum}>{sum}</li>
          ))}
        </ul>
      </>
    );
  const isCertificate = printing.form.fields[name]?.kind === "certificate";
  const number = isCertificate ? readNumber(lines[0] ?? "") : undefined;
  return number === undefined ? (
    <Said lines={lines} />
  ) : (
    <a class="govuk-link kelias-figures" href={certificatePath(number)}>
      {printNumber(number)}
    </a>
  );
}

/** The answers to some fields of a form as rows; questions without an answer are left out unless `all` is asked for. */
export function answerRows(
  printing: Printing,
  names: readonly string[],
  values: Readonly<Record<string, unknown>>,
  options: {
    readonly all?: boolean;
    readonly changeOf?: (name: string) => SummaryRow["change"];
    /** What a question is called here, where that is not its label. */
    readonly labelOf?: (name: string) => string | undefined;
  } = {},
): SummaryRow[] {
  return names.flatMap((name) => {
    const lines = printedAnswer(printing, name, values[name]);
    const { kind, fact, listed } = printing.form.fields[name] ?? {};
    if (lines.length === 0 && (!options.all || fact)) return [];
    // What was picked is told by what the list says of it.
    if (kind === "school" && !options.all) return [];
    const isKnown = fact || (listed && Object.hasOwn(printing.form.facts ?? {}, name));
    const change = isKnown ? undefined : options.changeOf?.(name);
    return [
      {
        label: options.labelOf?.(name) ?? labelOf(printing, name),
        value:
          lines.length === 0 ? (
            printing.ui.say("none")
          ) : (
            <Answered printing={printing} name={name} lines={lines} value={values[name]} />
          ),
        ...(change ? { change } : {}),
      },
    ];
  });
}
