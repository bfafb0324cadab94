import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { contractFileType } from "../../binding/file/model";
import { fileTroubleInWords } from "../../errors";

export interface ContractInForce {
  readonly file: string;
  readonly servers: readonly string[];
  readonly pulled?: string;
}

export interface UnreadableContract {
  readonly file: string;
  readonly problem: string;
}

const NAME = "haleconnect.contract.yaml";

/** The contract file that a run in this folder takes: of the environment, or the nearest one upwards. */
export function contractInForce(
  env: NodeJS.ProcessEnv,
  folder: string,
): ContractInForce | UnreadableContract | undefined {
  const file = env["HALECONNECT_CONTRACT"] || nearest(folder);
  if (file === undefined) {
    return undefined;
  }
  try {
    const { success, data, error } = contractFileType.safeParse(
      parse(fs.readFileSync(path.resolve(folder, file), "utf8")),
    );
    if (!success) {
      const [issue] = error.issues;
      return { file, problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` };
    }
    return { file, servers: data.servers, ...(data.pulled === undefined ? {} : { pulled: data.pulled }) };
  } catch (error) {
    return { file, problem: fileTroubleInWords(error).split("\n", 1).join() };
  }
}

function nearest(folder: string): string | undefined {
  const file = path.join(folder, NAME);
  if (fs.existsSync(file)) {
    return file;
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : nearest(parent);
}
