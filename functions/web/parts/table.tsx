import { type ComponentChildren, cloneElement, isValidElement, toChildArray } from "preact";
import type { Ui, UiKey } from "../../reading/ui.ts";

export interface Column {
  readonly label: string;
  /** Figures stand at the right, one under the other. */
  readonly isNumeric?: boolean;
}

/** Columns of text, by their words. */
export const columnsIn = (ui: Ui, ...keys: readonly UiKey[]): readonly Column[] =>
  keys.map((key) => ({ label: ui.say(key) }));

interface TableProps {
  readonly caption: string;
  readonly captionSize?: "s" | "m" | "hidden";
  readonly columns: readonly Column[];
  /**
   * On a phone each row becomes a block with the names of its columns, in place of a wide table. Of two columns only where it is said: a
   * name and a figure have room beside one another.
   */
  readonly stacks?: boolean;
  /** The rows, and a foot where there is one. */
  readonly children: ComponentChildren;
}

/** A table with a caption and named columns, which scrolls by itself where the page is too narrow for it. */
export const DataTable = ({
  caption,
  captionSize = "m",
  columns,
  stacks = columns.length > 2,
  children,
}: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too
  <section class="kelias-scroll" aria-label={caption} tabIndex={0}>
    <table class={`govuk-table${stacks ? " kelias-stacks" : ""}`}>
      <caption
        class={
          captionSize === "hidden"
            ? "govuk-visually-hidden"
            : `govuk-table__caption govuk-table__caption--${captionSize}`
        }
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ label, isNumeric }) => (
            <th
              key={label}
              scope="col"
              class={`govuk-table__header${isNumeric ? " govuk-table__header--numeric" : ""}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {stacks ? labelled(children, columns) : children}
    </table>
  </section>
);

/** Cells with the names of their columns, which a phone shows beside them; a row that is a part of its own says them itself. */
const labelled = (children: ComponentChildren, columns: readonly Column[]): ComponentChildren =>
  toChildArray(children).map((child) => {
    if (!isValidElement(child)) return child;
    if (child.type === "tr") return cloneElement(child, {}, cellsOf(child.props.children, columns));
    const isOfRows = child.type === Rows || child.type === "tbody" || child.type === "tfoot";
    return isOfRows ? cloneElement(child, {}, labelled(child.props.children, columns)) : child;
  });

const cellsOf = (cells: ComponentChildren, columns: readonly Column[]): ComponentChildren =>
  toChildArray(cells).map((cell, index) =>
    index > 0 && isValidElement(cell) && cell.type === "td" && !("data-label" in cell.props)
      ? cloneElement(cell, { "data-label": columns[index]?.label })
      : cell,
  );

/** The rows of a table. */
export const Rows = ({ children }: { readonly children: ComponentChildren }) => (
  <tbody class="govuk-table__body">{children}</tbody>
);

interface RowHeadProps {
  readonly label: string;
  readonly href?: string | undefined;
}

/** What a row is about, with a link to what stands behind it. */
export const RowHead = ({ label, href }: RowHeadProps) => (
  <th scope="row" class="govuk-table__header">
    {href ? (
      <a class="govuk-link" href={href}>
        {label}
      </a>
    ) : (
      label
    )}
  </th>
);
