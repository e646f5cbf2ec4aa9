import { paths } from "../../addresses/paths.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Ordered } from "../../store/export-item.ts";
import { PostForm } from "../../web/parts/form.tsx";

/** A button that orders a file; what it is of stands in the form. */
export const OrderFile = ({
  ordered: { callId, kind, format, language, said },
  label,
}: {
  readonly ordered: Ordered;
  readonly label: string;
}) => (
  <PostForm action={paths.files(callId)}>
    {Object.entries({ kind, format, language, said }).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <button
      type="submit"
      class="govuk-button govuk-button--secondary"
      data-module="govuk-button"
      data-prevent-double-click="true"
    >
      {label}
    </button>
  </PostForm>
);

/** Buttons for files of a call with too many cases to have them at once. */
export const OrderFiles = ({ files, ui }: { readonly files: readonly Ordered[]; readonly ui: Ui }) => (
  <>
    <p class="govuk-body">{ui.say("files.order.text")}</p>
    {files.map((ordered) => (
      <OrderFile
        key={ordered.format}
        ordered={ordered}
        label={ui.say("files.order", { format: ordered.format.toUpperCase() })}
      />
    ))}
  </>
);
