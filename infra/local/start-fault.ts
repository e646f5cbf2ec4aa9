/** Why the product cannot start here, as far as its person can do something about it. */
export type Fault =
  | "portTaken"
  | "folderNotWritable"
  | "folderInUse"
  | "dataOfNewerVersion"
  | "dataOfEarlierVersion"
  | "dataDamaged"
  | "fileMissing"
  | "fileDamaged"
  | "diskFull"
  | "casesStranded"
  | "badSetting"
  | "unknownWord";

export class StartFault extends Error {
  readonly fault: Fault;

  /** `detail`: the port, the folder or the setting. */
  constructor(fault: Fault, options: { readonly detail: string; readonly cause?: unknown }) {
    super(options.detail, { cause: options.cause });
    this.name = "StartFault";
    this.fault = fault;
  }
}

/** One paragraph: what is wrong, and what to do. */
export function adviceOn({ fault, message: detail }: StartFault): string {
  switch (fault) {
    case "portTaken":
      return `Port ${detail} is taken by another program; perhaps Kelias is running already. Stop that program, or choose other ports: PORT=4100 INBOX_PORT=4101 npm start`;
    case "folderNotWritable":
      return `The data folder ${detail} cannot be written to. Make it writable for you, or choose another one: KELIAS_DATA=/another/folder npm start`;
    case "folderInUse":
      return `The data folder ${detail} is in use by another running Kelias. Stop that one, or choose another folder: KELIAS_DATA=/another/folder npm start`;
    case "dataOfNewerVersion":
      return `The data in ${detail} were written by a newer version of Kelias, which this one cannot read. Start the newer version, or choose another folder: KELIAS_DATA=/another/folder npm start`;
    case "dataOfEarlierVersion":
      return `The data in ${detail} were written by an earlier version of Kelias, in a form that this one does not read; they are left as they are. Start the earlier version, or choose another folder: KELIAS_DATA=/another/folder npm start`;
    case "dataDamaged":
      return `The data in ${detail} are damaged; they are left as they are. Put your latest copy of the folder in its place, or choose another folder: KELIAS_DATA=/another/folder npm start`;
    case "fileMissing":
      return `The file ${detail} is missing, and without it what was stored is not whole; nothing was changed. Put it back, or move the folder aside and put your latest copy in its place: npm run -s kelias -- restore COPY, then npm run -s kelias -- reconcile`;
    case "fileDamaged":
      return `The file ${detail} was cut off or is damaged; nothing was changed. Put it back as it was, or move the folder aside and put your latest copy in its place: npm run -s kelias -- restore COPY, then npm run -s kelias -- reconcile`;
    case "diskFull":
      return `The disk of the data folder ${detail} is full or failing. Make room on it, or choose another folder: KELIAS_DATA=/another/folder npm start`;
    case "casesStranded":
      return `Cases run here that the processes of this release would strand, so nothing was started:
${detail}
A state that was renamed or taken out needs that line (docs/operations.md, "A release"); until it is written, start the release before.`;
    case "badSetting":
      return `The setting ${detail} cannot be read. A port is a whole number from 0 to 65535: PORT=4100 INBOX_PORT=4101 npm start`;
    case "unknownWord":
      return `npm start knows no ${detail}. It takes --empty, which begins without the example: npm start -- --empty`;
  }
}
