import { paths } from "../../addresses/paths.ts";
import { papersAmong } from "../../cases/people/sign-several.ts";
import { bulkKey } from "../../cases/tasks/bulk.ts";
import { namedPaper } from "../../signing/papers.tsx";
import { PostForm, SubmitButton } from "../../web/parts/form.tsx";
import { asSigner } from "../sign-together.ts";
import { drawPreview } from "./frame.tsx";
import type { ActOnMany, Several } from "./several.ts";

/** The papers of the cases that wait for one's signature; the code for them is asked for from here, and entered on the page of signing. */
const show = async (several: Several) => {
  const { house, member, view } = several.visit;
  const visit = asSigner(several.visit);
  const keys = several.cases.flatMap(({ tasks }) =>
    tasks.filter(({ kind, status }) => kind === "ask" && status === "open"),
  );
  const papers = await papersAmong(house, member, keys);
  const named = await Promise.all(papers.map((one) => namedPaper(visit, one)));
  return drawPreview(several, {
    act: "sign",
    told: named.map(({ paper: { loaded }, title }) => ({ loaded, told: title })),
    count: papers.length,
    children:
      papers.length === 0 ? null : (
        <PostForm action={paths.papersToSign()}>
          {papers.map(({ task }) => (
            <input type="hidden" name="task" value={bulkKey(task)} key={bulkKey(task)} />
          ))}
          <SubmitButton label={view.ui.say("acts.sign.submit")} />
        </PostForm>
      ),
  });
};

export const signSeveral: ActOnMany = { show, take: show };
