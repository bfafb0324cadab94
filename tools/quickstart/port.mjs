import fs from "node:fs";
import { StepFailed } from "../run/process.mjs";
import { places } from "./places.mjs";

export const portVariable = "HALECONNECT_QUICKSTART_PORT";

/** The port that was chosen, or the one of the runs before: the stack knows its server by its address. */
export function chosenPort() {
  return portFrom(process.env[portVariable] ?? "", keptPort() ?? "");
}

/** Once there is a stack on that port. */
export function keepPort(port) {
  fs.writeFileSync(places.port, String(port));
}

export function portFrom(wanted, kept) {
  if (wanted !== "" && kept !== "" && wanted !== kept) {
    throw new StepFailed(
      `${portVariable} is ${wanted}, but the quickstart's stack has its server on port ${kept}. Leave the variable out, ` +
        "or begin anew: `npm run quickstart:stop`, then remove .haleconnect/quickstart",
      2,
    );
  }
  const text = wanted || kept || "8620";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StepFailed(`${portVariable} is ${JSON.stringify(text)}: expected a port from 1 to 65535`, 2);
  }
  return port;
}

function keptPort() {
  return fs.existsSync(places.port) ? fs.readFileSync(places.port, "utf8") : undefined;
}
