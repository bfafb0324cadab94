import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { pulumi, type Asker } from "./engine";

/** Where a state came from, and its text. */
export interface StateText {
  readonly text: string;
  readonly source: string;
}

/** Reads an exported state from a file, or from standard input. */
export function stateInFile(file: string): StateText {
  const source = file === "-" ? "standard input" : file;
  try {
    return { text: fs.readFileSync(file === "-" ? 0 : file, "utf8"), source };
  } catch (error) {
    throw new HaleconnectError("HC8302", { where: source, why: `It cannot be read: ${fileTroubleInWords(error)}.` });
  }
}

/** Asks the engine for the state of the stack, whatever backend it is on. Secrets stay encrypted. */
export async function stateOfStack(stack: string | undefined, context: Asker): Promise<StateText> {
  const { code, stdout, complaint, command } = await pulumi(["stack", "export"], stack, context);
  if (code !== 0) {
    throw new HaleconnectError("HC8301", {
      where: process.cwd(),
      why: `\`${command}\` ended with ${code}: ${complaint.trim().replace(/\s+/g, " ")}`,
    });
  }
  return { text: stdout, source: command };
}

/** Refuses the state of another project than the one in the folder. Without a Pulumi.yaml, any state will do. */
export function refuseForeignProject(project: string | undefined, folder: string, source: string): void {
  const own = projectIn(folder);
  if (own !== undefined && project !== undefined && own !== project) {
    throw new HaleconnectError("HC8304", {
      what: `The state is of project ${project}, but this folder holds project ${own}`,
      where: source,
    });
  }
}

function projectIn(folder: string): string | undefined {
  const file = ["Pulumi.yaml", "Pulumi.yml"].map((name) => path.join(folder, name)).find((it) => fs.existsSync(it));
  try {
    const content =
      file === undefined ? undefined : (parse(fs.readFileSync(file, "utf8")) as { name?: unknown } | null);
    return typeof content?.name === "string" ? content.name : undefined;
  } catch {
    // A file that Pulumi cannot read either is for Pulumi to complain about.
    return undefined;
  }
}
