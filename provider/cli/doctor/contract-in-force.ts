import path from "node:path";
import { contractFileFor } from "../../binding/file/find";
import type { ContractFile } from "../../binding/file/model";
import { readContractFile } from "../../binding/file/read";
import { HaleconnectError } from "../../errors";

export interface ContractInFolder {
  readonly file: string;
  /** What it holds, or why it cannot be used. */
  readonly content: ContractFile | HaleconnectError;
}

/** The contract file that a run in this folder takes: the one of the environment, or the nearest upwards. */
export function contractInForce(env: NodeJS.ProcessEnv, folder: string): ContractInFolder | undefined {
  const found = contractFileFor(env["HALECONNECT_CONTRACT"], folder);
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
