import path from "node:path";
import { contractFileFor } from "../../binding/file/find";
import type { ContractFile } from "../../binding/file/model";
import { readContractFile } from "../../binding/file/read";
import { HaleconnectError } from "../../errors";
import { environmentWith, type StackConfig } from "../stack-config";

export interface ContractInFolder {
  readonly file: string;
  /** What it holds, or why it cannot be used. */
  readonly content: ContractFile | HaleconnectError;
}

/** The contract file that a run in this folder takes: the one that is set, or the nearest upwards. */
export function contractInForce(
  env: NodeJS.ProcessEnv,
  config: StackConfig | undefined,
  folder: string,
): ContractInFolder | undefined {
  const found = contractFileFor(environmentWith(env, config)["HALECONNECT_CONTRACT"], folder);
  if (found === undefined) {
    return undefined;
  }
  const file = path.resolve(folder, found);
  try {
    return { file, content: readContractFile(file) };
  } catch (error) {
    if (error instanceof HaleconnectError) {
      return { file, content: error };
    }
    throw error;
  }
}
