import { type ComponentChildren, Fragment } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Letter, LetterTask } from "./letter.ts";
import { partsOf } from "./quoted.ts";

const font = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const ink = "#1a2422";
const quiet = "#4c5a57";
const green = "#12574f";
const line = "#c3cdc9";
const body = `margin:0 0 16px;font:400 17px/1.5 ${font};color:${ink}`;
const small = `margin:0 0 10px;font:400 14px/1.5 ${font};color:${quiet}`;

/** Dark mail programs turn colours over by themselves; this only tells them that both ways are fine. */
const schemes = ":root{color-scheme:light dark;supported-color-schemes:light dark}";

/**
 * The HTML of a mail: tables and inline styles, which every mail program draws, at a width that fits a phone. Nothing
 * is fetched from outside.
 */
export const html = (letter: Letter): string =>
  `<!DOCTYPE html>${renderToString(<MailPage letter={letter} />)}`;

const MailPage = ({ letter }: { readonly letter: Letter }) => (
  <html lang={letter.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{letter.subject}</title>
      <style>{schemes}</style>
    </head>
    <body style="margin:0;padding:0;background:#eef2ef">
      <Table style="width:100%;background:#eef2ef">
        <tr>
          <td align="center" style="padding:16px 8px">
            <Table style={`width:100%;max-width:600px;background:#ffffff;border:1px solid ${line}`}>
              <tr>
                <td style={`padding:14px 24px;background:#12403c;font:700 22px/1.2 ${font};color:#ffffff`}>
                  Kelias
                </td>
              </tr>
              <tr>
                <td style="padding:24px">
                  <Content letter={letter} />
                </td>
              </tr>
              <tr>
                <td style={`padding:14px 24px;border-top:1px solid ${line}`}>
                  <p style={`${small};margin:0`}>{letter.footer}</p>
                </td>
              </tr>
            </Table>
          </td>
        </tr>
      </Table>
    </body>
  </html>
);

const Table = ({ style, children }: { readonly style: string; readonly children: ComponentChildren }) => (
  <table role="presentation" cellPadding="0" cellSpacing="0" style={`border:0;${style}`}>
    {children}
  </table>
);

const Content = ({ letter }: { readonly letter: Letter }) => (
  <>
    <p style={body}>{letter.greeting}</p>
    <h1 style={`margin:0 0 16px;font:700 22px/1.3 ${font};color:${ink}`}>{letter.heading}</h1>
    {letter.paragraphs.map((paragraph) => (
      <Sentence key={paragraph} paragraph={paragraph} />
    ))}
    {letter.facts.length > 0 ? <Facts facts={letter.facts} /> : null}
    {letter.tasks.map(({ heading, tasks }) => (
      <Fragment key={heading}>
        <Subheading>{heading}</Subheading>
        {tasks.map((task) => (
          <TaskLine key={task.href} task={task} />
        ))}
      </Fragment>
    ))}
    {letter.button ? <Button {...letter.button} /> : null}
    {letter.notes.map((note) => (
      <p key={note} style={small}>
        {note}
      </p>
    ))}
    {letter.button ? (
      <p style={small}>
        {letter.plainLink} <span style="word-break:break-all">{letter.button.href}</span>
      </p>
    ) : null}
    {letter.confirm ? (
      <p style={body}>
        {letter.confirm.text}
        <br />
        <a href={letter.confirm.href} style={`color:${green}`}>
          {letter.confirm.label}
        </a>
      </p>
    ) : null}
    {letter.before ? (
      <p style={body}>
        <a href={letter.before.href} style={`color:${green}`}>
          {letter.before.label}
        </a>
      </p>
    ) : null}
    {letter.others ? (
      <>
        <Subheading>{letter.others.heading}</Subheading>
        {letter.others.tasks.map((task) => (
          <TaskLine key={task.href} task={task} />
        ))}
      </>
    ) : null}
  </>
);

const Subheading = ({ children }: { readonly children: string }) => (
  <h2 style={`margin:24px 0 12px;font:700 18px/1.3 ${font};color:${ink}`}>{children}</h2>
);

/** What the programme says, and apart from it what somebody wrote. */
const Sentence = ({ paragraph }: { readonly paragraph: string }) => (
  <>
    {partsOf(paragraph).map(({ kind, lines }) =>
      kind === "said" ? (
        <p key={lines.join()} style={`${body};white-space:pre-line`}>
          {lines.join("\n")}
        </p>
      ) : (
        <blockquote
          key={lines.join()}
          style={`${body};margin-left:0;padding:4px 0 4px 14px;border-left:4px solid ${line};white-space:pre-line`}
        >
          {lines.join("\n")}
        </blockquote>
      ),
    )}
  </>
);

const Button = ({ label, href }: NonNullable<Letter["button"]>) => (
  <Table style="margin:8px 0 20px">
    <tr>
      <td style={`background:${green};border-radius:4px`}>
        <a
          href={href}
          style={`display:inline-block;padding:13px 22px;font:700 17px/1.2 ${font};color:#ffffff;text-decoration:none`}
        >
          {label}
        </a>
      </td>
    </tr>
  </Table>
);

const Facts = ({ facts }: { readonly facts: Letter["facts"] }) => (
  <Table style={`width:100%;margin:0 0 16px;border-top:1px solid ${line}`}>
    {facts.map(({ label, value }) => (
      <tr key={label}>
        <td
          valign="top"
          style={`width:40%;padding:8px 12px 8px 0;border-bottom:1px solid ${line};font:400 15px/1.4 ${font};color:${quiet}`}
        >
          {label}
        </td>
        <td
          valign="top"
          style={`padding:8px 0;border-bottom:1px solid ${line};font:700 15px/1.4 ${font};color:${ink};word-break:break-word;overflow-wrap:anywhere`}
        >
          {value}
        </td>
      </tr>
    ))}
  </Table>
);

const TaskLine = ({ task }: { readonly task: LetterTask }) => (
  <p style={`${body};padding:0 0 12px;border-bottom:1px solid ${line}`}>
    {task.late ? <strong style="color:#b3261e">{task.late}: </strong> : null}
    <a href={task.href} style={`color:${green};font-weight:700`}>
      {task.title}
    </a>
    <br />
    <span style={`font:400 15px/1.4 ${font};color:${quiet}`}>{task.when}</span>
  </p>
);
