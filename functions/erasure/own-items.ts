import type { Fields } from "../../workflows/kernel/field.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import type { Item } from "../adapters/table.ts";
import { diaryItem } from "../store/applicant-items.ts";
import { headItem, taskItem } from "../store/items.ts";
import { diaryPrefix, notePrefix, questionPrefix, uploadsIn } from "../store/keys.ts";
import { cleared, filesIn, formsOf, type Going, nothing, textsIn } from "./cleared.ts";

/** One answer that stands in a case, with the questions that it is to. */
interface Said {
  readonly fields: Fields;
  readonly values: Readonly<Record<string, unknown>>;
}

const partOf = ({ sk }: Item): string => String(sk).split("#")[0] ?? "";

/** Everything that people said in a case: application, answers, words that broke in, pages of the diary. */
export function saidIn(process: Process, item: Item): readonly Said[] {
  const forms = formsOf(process);
  const fieldsOf = (id: string | undefined): Fields => forms.get(id ?? "")?.fields ?? {};
  switch (partOf(item)) {
    case "head": {
      const { application, interruptions } = headItem.parse(item);
      return [
        ...(application ? [{ fields: process.application?.fields ?? {}, values: application }] : []),
        ...interruptions.map(({ name, values }) => ({
          fields: process.interruptions[name]?.form.fields ?? {},
          values,
        })),
      ];
    }
    case "task": {
      const { form, values, typed } = taskItem.parse(item);
      const fields = fieldsOf(form);
      return [values, typed].flatMap((said) => (said ? [{ fields, values: said }] : []));
    }
    case "diary": {
      const { values, earlier } = diaryItem.parse(item);
      const fields = process.diary?.form.fields ?? {};
      return [values, ...earlier.map((before) => before.values)].map((said) => ({ fields, values: said }));
    }
    default:
      return [];
  }
}

export const textsOf = (process: Process, item: Item, going: Going = "all"): readonly string[] =>
  saidIn(process, item).flatMap(({ fields, values }) => textsIn(fields, values, going));
export const filesOf = (process: Process, item: Item): readonly string[] =>
  saidIn(process, item).flatMap(({ fields, values }) => filesIn(fields, values));

/** An item of somebody's own case without what anybody wrote in it; `gone` where all of it only served the person. */
export function clearedItem(process: Process, item: Item, going: Going = "all"): Item | "gone" {
  const forms = formsOf(process);
  const sk = String(item.sk);
  const uploads = uploadsIn({ sk: "" }, "").slice(0, "upload#".length);
  if ([notePrefix, questionPrefix, uploads].some((prefix) => sk.startsWith(prefix))) return "gone";
  switch (partOf(item)) {
    case "head": {
      const { application, interruptions, amendments, corrections } = headItem.parse(item);
      const own = process.application?.fields ?? {};
      return {
        ...item,
        ...(application ? { application: cleared(own, application, going) } : {}),
        interruptions: interruptions.map((word) => ({
          ...word,
          values: cleared(process.interruptions[word.name]?.form.fields ?? {}, word.values, going),
        })),
        ...(amendments
          ? {
              amendments: amendments.map(({ was: _, now: __, reason: ___, ...kept }) => ({
                ...kept,
                reason: nothing,
              })),
            }
          : {}),
        ...(corrections ? { corrections: corrections.map((made) => ({ ...made, reason: nothing })) } : {}),
      };
    }
    case "task": {
      const { form, values, handovers, extensions } = taskItem.parse(item);
      const { typed: _, typedBy: __, typedAt: ___, disowned: ____, ...kept } = item;
      return {
        ...kept,
        ...(values ? { values: cleared(forms.get(form ?? "")?.fields ?? {}, values, going) } : {}),
        ...(handovers ? { handovers: handovers.map((one) => ({ ...one, reason: nothing })) } : {}),
        ...(extensions ? { extensions: extensions.map((one) => ({ ...one, reason: nothing })) } : {}),
      };
    }
    case "mail":
      return item.message === undefined ? item : { ...item, message: { text: nothing } };
    case diaryPrefix.slice(0, -1): {
      const { values } = diaryItem.parse(item);
      return { ...item, values: cleared(process.diary?.form.fields ?? {}, values, going), earlier: [] };
    }
    default:
      return item;
  }
}
