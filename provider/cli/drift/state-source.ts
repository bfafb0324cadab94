import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { pulumi, type Asker } from "./engine";

/** Takes a state piece by piece. */
export type TakeState = (piece: Uint8Array) => void;

/** Reads an exported state from a file, or from standard input. Returns its name for errors. */
export async function stateInFile(file: string, take: TakeState): Promise<string> {
  const source = file === "-" ? "standard input" : file;
  const stream: AsyncIterable<unknown> = file === "-" ? process.stdin : fs.createReadStream(file);
  try {
    for await (const piece of stream) {
      take(piece as Uint8Array);
    }
  } catch (error) {
    throw new HaleconnectError("HC8302", { where: source, why: `It cannot be read: ${fileTroubleInWords(error)}.` });
  }
  return source;
}

/** Asks the engine for the state of the stack, whatever backend it is on. Secrets stay encrypted unless asked for. */
export async function stateOfStack(
  stack: string | undefined,
  context: Asker,
  take: TakeState,
  { showSecrets = false } = {},
): Promise<string> {
  const words = ["stack", "export", ...(showSecrets ? ["--show-secrets"] : [])];
  const { code, complaint, command } = await pulumi(words, stack, context, { onPiece: take });
  if (code !== 0) {
    throw new HaleconnectError("HC8301", {
      where: process.cwd(),
      why: `\`${command}\` ended with ${code}: ${complaint.trim().replace(/\s+/g, " ")}`,
    });
  }
  return command;
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
