import { examine } from "./examine.ts";
import { blocks, type Finding } from "./finding.ts";
import { readDoctorSettings } from "./settings.ts";

const marks = { fine: "ok    ", advice: "advice", blocks: "BLOCKS" } as const;

const lineOf = ({ about, verdict, says, todo }: Finding): string =>
  `${marks[verdict]}  ${about.padEnd(13)}${says}\n${todo ? `${" ".repeat(21)}→ ${todo}\n` : ""}`;

/** `npm run doctor -- --env prod --region eu-north-1`: exit code 1 when something blocks a deployment, else 0. */
async function doctor(): Promise<number> {
  const settings = readDoctorSettings(process.argv.slice(2), process.env);
  const findings =
    "fault" in settings
      ? [
          blocks(
            "settings",
            settings.fault,
            "npm run doctor -- --env prod --region eu-north-1 --mailDomain …",
          ),
        ]
      : await examine(
          { region: settings.region, maxAttempts: 2 },
          { production: settings.env === "prod", mailDomain: settings.mailDomain },
        );
  process.stdout.write(findings.map(lineOf).join(""));
  return findings.some(({ verdict }) => verdict === "blocks") ? 1 : 0;
}

process.exitCode = await doctor();
